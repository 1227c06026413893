//! The end that somebody asks for while the program runs: passed on to the program, after which there is a report.

use std::io;
use std::process::{Command, ExitStatus};

/// Runs a program to its end. A request to end (SIGTERM, SIGHUP) that boundcheck gets is passed on to it; what a
/// terminal sends to both (SIGINT, SIGQUIT) is not sent twice.
#[cfg(unix)]
pub(super) fn run(command: &mut Command) -> io::Result<ExitStatus> {
    use std::thread;

    use nix::sys::signal::{Signal, kill};
    use nix::unistd::Pid;
    use signal_hook::consts::{SIGHUP, SIGQUIT, SIGTERM};
    use signal_hook::iterator::Signals;

    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGQUIT])?;
    let handle = signals.handle();
    let mut child = command.spawn()?;
    let process = i32::try_from(child.id()).ok().map(Pid::from_raw);
    thread::scope(|scope| {
        scope.spawn(move || {
            for signal in signals.forever().filter(|signal| *signal != SIGQUIT) {
                if let (Some(process), Ok(signal)) = (process, Signal::try_from(signal)) {
                    // It may have ended already.
                    let _ = kill(process, signal);
                }
            }
        });
        let status = child.wait();
        handle.close();
        status
    })
}

/// Runs a program to its end.
#[cfg(not(unix))]
pub(super) fn run(command: &mut Command) -> io::Result<ExitStatus> {
    command.status()
}
