//! Writes `PyO3` projects that are right from the start.
//!
//! Choices go in ([`Choices`]), a [`Plan`] of files comes out, and only [`Plan::write`] touches the disk;
//! [`Binding`] is the same beside an existing crate. What a project consists of is in `templates`, which versions it
//! uses is in `versions.toml`.

mod error;
mod init;
mod lock;
mod manifest;
mod name;
mod plan;
mod template;
mod tools;
mod versions;
mod write;

pub use error::ScaffoldError;
pub use init::{Binding, BindingChoices};
pub use manifest::ManifestChange;
pub use plan::{Choices, Mode, Needs, Plan, PlannedFile};
pub use tools::Tools;
pub use write::Written;
