//! `tokio`. Modules are laid out as in tokio, so that canonical paths agree with those of its sources.

#[macro_use]
mod macros;
pub use macros::{no_arm_left, try_join_results};

pub mod fs;
pub mod io;
pub mod net;
pub mod process;
pub mod runtime;
pub mod signal;
pub mod sync;
pub mod task;
pub mod time;

pub use task::spawn;
pub use tokio_macros::{main, test};
