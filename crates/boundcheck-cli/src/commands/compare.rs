//! `boundcheck wheel --compare A B`

use boundcheck_model::Comparison;
use boundcheck_report::{comparison_json, comparison_text};
use camino::Utf8PathBuf;

use super::output::write;
use crate::args::{Format, ReportArgs};
use crate::error::Exit;
use crate::terminal::Terminal;

/// Says in what two wheels differ, and what would make them the same.
pub(super) fn run(paths: &[Utf8PathBuf], args: &ReportArgs, terminal: &Terminal) -> Exit {
    let [a, b] = paths else {
        terminal.error("--compare wants two wheels", Some("boundcheck wheel --compare first/demo.whl second/demo.whl"));
        return Exit::Usage;
    };
    match boundcheck_wheel::compare(a, b) {
        Ok(differences) => {
            report(&Comparison { first: a.to_string(), second: b.to_string(), differences }, args, terminal)
        }
        Err(error) => {
            terminal.error(&error.to_string(), None);
            Exit::NothingExamined
        }
    }
}

/// Writes what a comparison found.
pub(super) fn report(comparison: &Comparison, args: &ReportArgs, terminal: &Terminal) -> Exit {
    let said = comparison_text(comparison);
    let text = if args.format == Format::Json { comparison_json(comparison) } else { said.clone() };
    let same = comparison.differences.is_empty() || args.exit_zero;
    write(&text, said.trim_end(), if same { Exit::Clean } else { Exit::Findings }, args, terminal)
}
