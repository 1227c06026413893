//! Runs scripts in the interpreters of this machine, recorded and not.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use boundcheck_model::{Trace, TracedExport, TracedKind};
use boundcheck_trace::{Options, Session};

/// An interpreter.
#[derive(Debug, Clone)]
pub(crate) struct Python(pub(crate) PathBuf);

/// What a recorded script did.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) trace: Trace,
    pub(crate) output: Output,
    /// What the extension measured, in nanoseconds: printed by `report()`.
    pub(crate) measured: BTreeMap<String, u64>,
}

/// Comes before every script: the extension as `t`, and `report()`, which prints what it measured.
const PRELUDE: &str = "
import sys, os, time
sys.path.insert(0, os.environ['TRACE_TARGET'])
import trace_target as t
def report():
    import json
    print('measured ' + json.dumps(t.measured()))
";

/// Interpreters with shared and with static libpython, of every version that is here.
pub(crate) fn pythons() -> Vec<Python> {
    let versions = ["3.9", "3.10", "3.11", "3.12", "3.13", "3.14"];
    let mut pythons = Vec::new();
    let root = std::env::var_os("PYENV_ROOT")
        .map_or_else(|| Path::new(&std::env::var_os("HOME").unwrap_or_default()).join(".pyenv"), PathBuf::from);
    let mut installed: Vec<PathBuf> =
        std::fs::read_dir(root.join("versions")).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    installed.sort();
    for folder in installed {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if versions.iter().any(|version| name.strip_prefix(version).is_some_and(|rest| rest.starts_with('.'))) {
            pythons.push(Python(folder.join("bin/python3")));
        }
    }
    pythons.push(Python("/usr/bin/python3".into()));
    pythons.retain(|python| python.0.exists());
    assert!(!pythons.is_empty(), "there is no Python: neither of pyenv nor /usr/bin/python3");
    pythons
}

/// One of them, for what does not depend on the version: the newest, and the one of the system.
pub(crate) fn some_pythons() -> Vec<Python> {
    let mut pythons = pythons();
    pythons.drain(..pythons.len().saturating_sub(2));
    pythons
}

/// The folder with the extension, which is built once.
pub(crate) fn extension() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/trace-target/Cargo.toml");
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("trace-target");
        let status = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--release", "--locked", "--manifest-path"])
            .arg(&manifest)
            .arg("--target-dir")
            .arg(&target)
            .env_remove("CARGO_BUILD_TARGET")
            .status()
            .unwrap();
        assert!(status.success(), "{} did not build", manifest.display());
        let folder = target.join("lib");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::copy(target.join("release/libtrace_target.so"), folder.join("trace_target.abi3.so")).unwrap();
        folder
    })
}

impl Python {
    /// A command that runs `script` after the prelude.
    pub(crate) fn command(&self, script: &str) -> Command {
        let mut command = Command::new(&self.0);
        command.arg("-c").arg(format!("{PRELUDE}{script}")).env("TRACE_TARGET", extension());
        // A backtrace has one line more: the stub.
        command.env("RUST_BACKTRACE", "0");
        command
    }

    /// Runs `script` recorded.
    pub(crate) fn record(&self, script: &str) -> Run {
        record(self.command(script), &Options::default())
    }

    /// Runs `script` recorded, which must end well.
    pub(crate) fn succeed(&self, script: &str) -> Run {
        let run = self.record(script);
        assert!(run.output.status.success(), "{self:?}: {}", String::from_utf8_lossy(&run.output.stderr));
        run
    }
}

/// Runs a command recorded.
pub(crate) fn record(mut command: Command, options: &Options) -> Run {
    let session = Session::start(options).unwrap();
    let output = command.envs(session.environment()).output().unwrap();
    let stdout = String::from_utf8_lossy(&output.stdout);
    let measured = stdout.lines().filter_map(|line| line.strip_prefix("measured ")).next_back();
    let measured = measured.map(|json| serde_json::from_str(json).unwrap()).unwrap_or_default();
    Run { trace: session.finish().unwrap(), output, measured }
}

impl Run {
    /// An export by the end of its name, and its kind.
    pub(crate) fn export(&self, name: &str, kind: TracedKind) -> &TracedExport {
        let name = format!("trace_target.{name}");
        self.trace
            .exports
            .iter()
            .find(|export| export.export == name && export.kind == kind)
            .unwrap_or_else(|| panic!("{name} was not recorded: {:#?}", self.trace))
    }

    /// A function.
    pub(crate) fn function(&self, name: &str) -> &TracedExport {
        self.export(name, TracedKind::Function)
    }

    /// What the extension measured, in nanoseconds.
    pub(crate) fn measured(&self, name: &str) -> u64 {
        self.measured[name]
    }
}
