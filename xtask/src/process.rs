//! Starting other programs.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use wait4::Wait4;

use crate::root;

/// What a finished program said and used.
pub(crate) struct Measured {
    /// Exit code; `None` when a signal ended it.
    pub code: Option<i32>,
    /// What it printed, invalid UTF-8 replaced.
    pub stdout: String,
    /// What it said on the error stream, invalid UTF-8 replaced.
    pub stderr: String,
    /// Wall-clock seconds.
    pub seconds: f64,
    /// Seconds that processors worked for it and what it started, in the program and in the system. Zero where the system
    /// does not tell.
    pub processor: f64,
    /// Peak resident set in MiB, of the largest process where it starts others. Zero where the system does not tell.
    pub peak_mib: f64,
}

impl Measured {
    /// The error stream's first lines that name an error, for a message.
    pub(crate) fn complaint(&self) -> String {
        let said = self.stderr.lines().filter(|line| line.starts_with("error")).take(2).collect::<Vec<_>>();
        if said.is_empty() { self.stderr.lines().last().unwrap_or_default().to_owned() } else { said.join("; ") }
    }
}

/// Cargo as the task itself was started with, in the repository.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
    command.current_dir(root());
    // A `rust-toolchain.toml` in a downloaded package must not ask for another toolchain.
    if env::var_os("RUSTUP_HOME").is_some() && env::var_os("RUSTUP_TOOLCHAIN").is_none() {
        command.env("RUSTUP_TOOLCHAIN", "stable");
    }
    command
}

/// Cargo's home folder, with its registry.
pub(crate) fn cargo_home() -> Result<PathBuf> {
    match env::var_os("CARGO_HOME") {
        Some(home) => Ok(PathBuf::from(home)),
        None => Ok(env::home_dir().context("neither CARGO_HOME nor a home folder is known")?.join(".cargo")),
    }
}

/// Runs a program that talks to the terminal itself; an error unless it succeeds.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    println!("$ {}", shown(command));
    let status = command.status().with_context(|| format!("cannot start `{}`", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed: {status}", shown(command));
    }
    Ok(())
}

/// Runs a program, passes each line of its output on as it comes, and gives the lines to `see`. The exit code decides
/// what is returned.
pub(crate) fn watch(command: &mut Command, mut see: impl FnMut(&str)) -> Result<bool> {
    println!("$ {}", shown(command));
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start `{}`", shown(command)))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            see(&line);
        }
    }
    Ok(child.wait()?.success())
}

/// Runs a program silently and measures it. Its failure is not an error here.
pub(crate) fn measure(command: &mut Command) -> Result<Measured> {
    let started = Instant::now();
    let mut child: Child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{}`", shown(command)))?;
    let stdout = child.stdout.take().map(|stream| thread::spawn(move || read(stream)));
    let stderr = child.stderr.take().map(|stream| thread::spawn(move || read(stream)));
    let used = child.wait4().with_context(|| format!("cannot wait for `{}`", shown(command)))?;
    let seconds = started.elapsed().as_secs_f64();
    let text = |reader: Option<thread::JoinHandle<String>>| reader.and_then(|it| it.join().ok()).unwrap_or_default();
    Ok(Measured {
        code: used.status.code(),
        stdout: text(stdout),
        stderr: text(stderr),
        seconds,
        processor: (used.rusage.utime + used.rusage.stime).as_secs_f64(),
        peak_mib: f64::from((used.rusage.maxrss / 1024) as u32) / 1024.0,
    })
}

/// Like [`measure`], but a failure is an error that says what the program said.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let done = measure(command)?;
    if done.code != Some(0) {
        bail!("`{}` failed: {}", shown(command), done.complaint());
    }
    Ok(done.stdout)
}

fn read(mut stream: impl Read) -> String {
    let mut bytes = Vec::new();
    // A stream that breaks off still tells what came before.
    let _ = stream.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The command as a person would type it.
fn shown(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let program = program.strip_prefix(root()).unwrap_or(&program).display().to_string();
    let program = program.rsplit('/').next().filter(|name| *name == "cargo").map_or(program.clone(), str::to_owned);
    let arguments = command.get_args().map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(program).chain(arguments).collect::<Vec<_>>().join(" ")
}
