//! Libraries that other threads load and unload while extensions are imported.

use std::path::Path;
use std::process::Command;

use boundcheck_trace::Options;

use crate::c::{build, source};
use crate::harness::{record, some_pythons};

/// Imports an extension many times over while a thread loads `library` again and again, and says how often it did.
fn import_meanwhile(define: &str) -> Vec<u64> {
    let mut loads = Vec::new();
    for python in some_pythons() {
        let folder = tempfile::tempdir().unwrap();
        if !build(&python, "plain", folder.path()) || !build(&python, "loads", folder.path()) {
            continue;
        }
        let library = folder.path().join("library.so");
        compile(&library, define);
        // A deadlock ends as an error, and not never.
        let mut command = Command::new("timeout");
        command.arg("120").arg(&python.0).arg("-c").arg(
            "
import importlib.util, os, shutil, sys
import loads, plain
folder = os.path.dirname(plain.__file__)
loads.start(os.path.join(folder, 'library.so'))
for i in range(100):
    copy = os.path.join(folder, f'copy{i}.so')
    shutil.copy(plain.__file__, copy)
    spec = importlib.util.spec_from_file_location('plain', copy)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.catch(module.jump)
print('measured', '{\"loads\": %d}' % loads.stop())
",
        );
        command.env("PYTHONPATH", folder.path());
        let run = record(command, &Options::default());
        let status = run.output.status;
        assert!(status.success(), "{python:?}: {status}, {}", String::from_utf8_lossy(&run.output.stderr));
        let calls: u64 = run.trace.exports.iter().filter(|row| row.export == "plain.catch").map(|row| row.calls).sum();
        assert_eq!(calls, 100, "{python:?}");
        loads.push(run.measured("loads"));
    }
    assert!(!loads.is_empty(), "no Python has its headers");
    loads
}

fn compile(library: &Path, define: &str) {
    let mut command = Command::new("cc");
    command.args(["-shared", "-fPIC", define, "-o"]).arg(library).arg(source("library"));
    assert!(command.status().unwrap().success());
}

#[test]
fn a_library_that_cannot_be_loaded_is_not_looked_into() {
    assert!(import_meanwhile("-DFAILS").iter().all(|loads| *loads > 0));
}

#[test]
fn a_library_that_forks_while_it_is_loaded_waits_for_nobody() {
    assert!(import_meanwhile("-DFORKS").iter().all(|loads| *loads > 0));
}
