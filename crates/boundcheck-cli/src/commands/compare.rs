//! `boundcheck wheel --compare A B`

use std::fmt::Write;

use camino::{Utf8Path, Utf8PathBuf};

use crate::error::Exit;
use crate::terminal::Terminal;

/// Says in what two wheels differ, and what would make them the same.
pub(super) fn run(paths: &[Utf8PathBuf], terminal: &Terminal) -> Exit {
    let [a, b] = paths else {
        terminal.error("--compare wants two wheels", Some("boundcheck wheel --compare first/demo.whl second/demo.whl"));
        return Exit::Usage;
    };
    report(a, b, terminal)
}

/// Compares two wheels and says what was found.
pub(super) fn report(a: &Utf8Path, b: &Utf8Path, terminal: &Terminal) -> Exit {
    let differences = match boundcheck_wheel::compare(a, b) {
        Ok(differences) => differences,
        Err(error) => {
            terminal.error(&error.to_string(), None);
            return Exit::NothingExamined;
        }
    };
    if differences.is_empty() {
        return terminal.print(&format!("{a} and {b} hold the same, in the same way\n"));
    }
    let places = if differences.len() == 1 { "1 place".to_owned() } else { format!("{} places", differences.len()) };
    let mut out = format!("{a} and {b} differ in {places}\n");
    let mut causes = Vec::new();
    for difference in &differences {
        let member = if difference.member.is_empty() { "the archive" } else { &difference.member };
        let _ = writeln!(out, "  {member}: {}: {}", difference.cause.as_str(), difference.detail);
        causes.push(difference.cause);
    }
    causes.sort();
    causes.dedup();
    for cause in causes {
        let _ = writeln!(out, "help ({}): {}", cause.as_str(), cause.remedy());
    }
    terminal.print(&out).max(Exit::Findings)
}
