//! Recording who holds the Python interpreter: a command runs with the recorder loaded into it, and a
//! [`Trace`](boundcheck_model::Trace) comes out.
//!
//! ```no_run
//! use boundcheck_trace::{Options, Session};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let session = Session::start(&Options::default())?;
//! let status = std::process::Command::new("python").arg("script.py").envs(session.environment()).status()?;
//! let trace = session.finish()?;
//! # Ok(())
//! # }
//! ```
//!
//! The recorder is a shared library inside of this one ([`Recorder`]). It writes a file for each process into the folder
//! of the session; [`read_folder`] merges them. The files outlive processes that are killed. A process that sets marks
//! can be asked for what happened between two of them: [`Window`].

mod error;
mod folder;
mod merge;
mod program;
mod read;
mod recorder;
mod session;
mod window;

pub use error::TraceError;
pub use merge::read_folder;
pub use program::{Unrecordable, check_program};
pub use recorder::Recorder;
pub use session::{Options, Session};
pub use window::Window;
