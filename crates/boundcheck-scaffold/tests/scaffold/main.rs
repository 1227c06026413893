//! New projects, through the public door: choices go in, files come out.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod binding;
mod examples;
mod names;
mod project;
mod versions;
mod write;

use boundcheck_scaffold::{Choices, Mode, Plan};
use camino::Utf8PathBuf;

/// The choices for a project of that name and mode, with everything else as it is.
pub(crate) fn choices(name: &str, mode: Mode) -> Choices {
    Choices { folder: Utf8PathBuf::from(name), mode, ..Choices::default() }
}

/// The text of a planned file.
pub(crate) fn text<'p>(plan: &'p Plan, path: &str) -> &'p str {
    let file = plan.files().iter().find(|file| file.path == path);
    &file.unwrap_or_else(|| panic!("no {path}")).text
}
