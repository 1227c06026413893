//! The rules of the boundary between Python and Rust, one file each.
//!
//! A rule sees a [`Model`](boundcheck_model::Model) and reports through [`Findings`]. Its file in `src/rules/` holds
//! everything there is to it: metadata, documentation whose examples are executed as tests, and code. [`ALL`] and the
//! pages in `docs/rules/` are generated from those files by `UPDATE=1 cargo test -p boundcheck-rules`.

mod allowance;
mod argument;
mod attached;
mod comment;
mod findings;
mod measured;
mod member_path;
mod platform;
mod pyo3_range;
mod python_requirement;
mod rule;
mod rules;
mod run;
mod selection;
pub mod stable_abi;
mod wording;

#[cfg(test)]
mod testing;

pub use findings::{FindingBuilder, Findings, Ledger, WheelFindings};
pub use rule::{Rule, Subject};
pub use rules::ALL;
pub use run::{run, run_on_wheel};
pub use selection::Selection;
pub use wording::shortened;

/// The rule of that code (`D002`, in either case) or name (`blocking-call-while-attached`).
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.code.eq_ignore_ascii_case(code_or_name) || rule.name == code_or_name)
}
