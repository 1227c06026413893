//! The `boundcheck` command.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

/// Inference allocates much and from several threads, which the allocators of most systems are slow at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Ends at once: nothing of the analysis needs to be saved. Without a handler, Windows would give another code.
    let handled = ctrlc::set_handler(|| {
        if boundcheck_cli::interrupts::are_left_to_the_program() {
            return;
        }
        let mut stderr = std::io::stderr();
        if stderr.is_terminal() {
            // A question hides the cursor; DECTCEM shows it.
            let _ = writeln!(stderr, "\x1b[?25h");
        }
        std::process::exit(i32::from(boundcheck_cli::Exit::Interrupted.code()));
    });
    drop(handled);
    ExitCode::from(boundcheck_cli::reporting_crashes(|| {
        // For the test of what a user sees when boundcheck has a bug.
        assert!(std::env::var_os("BOUNDCHECK_CRASH_TEST").is_none(), "asked to by BOUNDCHECK_CRASH_TEST");
        boundcheck_cli::run(std::env::args_os())
    }))
}
