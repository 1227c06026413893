//! Ctrl-C while another program has the terminal.

use std::sync::atomic::{AtomicBool, Ordering};

static LEFT_TO_THE_PROGRAM: AtomicBool = AtomicBool::new(false);
static WERE_LEFT: AtomicBool = AtomicBool::new(false);

/// Whether an interrupt is for the program that runs now, so that boundcheck goes on.
pub fn are_left_to_the_program() -> bool {
    LEFT_TO_THE_PROGRAM.load(Ordering::SeqCst)
}

/// The same for an interrupt that came since the last question: the program may have ended of it.
pub fn were_left_to_the_program() -> bool {
    WERE_LEFT.swap(false, Ordering::SeqCst) | are_left_to_the_program()
}

/// Runs another program to its end, whatever interrupts it.
pub(crate) fn left_to_the_program<T>(run: impl FnOnce() -> T) -> T {
    LEFT_TO_THE_PROGRAM.store(true, Ordering::SeqCst);
    WERE_LEFT.store(true, Ordering::SeqCst);
    let result = run();
    LEFT_TO_THE_PROGRAM.store(false, Ordering::SeqCst);
    result
}
