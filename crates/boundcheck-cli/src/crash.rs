//! Panics are bugs of boundcheck: they are caught, told in one message, and never look like a result.

use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, Once, PoisonError};

/// A panic inside boundcheck.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("boundcheck failed inside: {message}{}", location.as_ref().map(|at| format!(" ({at})")).unwrap_or_default())]
pub struct Crash {
    /// What the panic said.
    pub message: String,
    /// File, line and column in the sources of boundcheck or a dependency, where known.
    pub location: Option<String>,
}

impl Crash {
    /// How to report it.
    pub fn help(&self) -> String {
        format!(
            "this is a bug in boundcheck, not in your project. Please report it at {}/issues with this message, \
             the command, and `boundcheck {}` on {}-{}; RUST_BACKTRACE=1 adds a trace",
            env!("CARGO_PKG_REPOSITORY"),
            env!("CARGO_PKG_VERSION"),
            std::env::consts::ARCH,
            std::env::consts::OS,
        )
    }
}

/// Runs that are under way; while there are any, panics are recorded instead of printed.
static RUNNING: AtomicUsize = AtomicUsize::new(0);
/// The last panic: what it said and where. The payload that `catch_unwind` gives has no place.
static LAST: Mutex<Option<(String, String)>> = Mutex::new(None);

/// Runs `work`; a panic in it, or in a thread whose panic it passes on, becomes an error.
///
/// # Errors
/// The panic.
pub(crate) fn catch<T>(work: impl FnOnce() -> T) -> Result<T, Crash> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            record(info);
            if RUNNING.load(Ordering::Relaxed) == 0 || std::env::var_os("RUST_BACKTRACE").is_some() {
                previous(info);
            }
        }));
    });
    RUNNING.fetch_add(1, Ordering::Relaxed);
    let outcome = panic::catch_unwind(AssertUnwindSafe(work));
    RUNNING.fetch_sub(1, Ordering::Relaxed);
    outcome.map_err(|payload| {
        let message = text_of(payload.as_ref());
        let last = LAST.lock().unwrap_or_else(PoisonError::into_inner).take();
        let location = last.and_then(|(said, at)| (said == message).then_some(at));
        Crash { message, location }
    })
}

fn record(info: &PanicHookInfo<'_>) {
    if let Some(at) = info.location() {
        let place = format!("{}:{}:{}", at.file(), at.line(), at.column());
        *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some((text_of(info.payload()), place));
    }
}

fn text_of(payload: &(dyn std::any::Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no message".to_owned())
}
