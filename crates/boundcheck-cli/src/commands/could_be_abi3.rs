//! `boundcheck wheel --could-be-abi3`

use boundcheck_model::Problem;
use boundcheck_report::{stable_abi_json, stable_abi_text};
use boundcheck_rules::stable_abi::distance;
use camino::Utf8PathBuf;

use super::output::write;
use super::wheel::{in_one_line, problem};
use crate::args::{Format, ReportArgs};
use crate::error::Exit;
use crate::terminal::Terminal;

/// Says for each wheel how far it is from the stable ABI.
pub(super) fn run(paths: &[Utf8PathBuf], mut problems: Vec<Problem>, args: &ReportArgs, terminal: &Terminal) -> Exit {
    let mut wheels = Vec::new();
    for path in paths {
        match boundcheck_wheel::read(path) {
            Ok(wheel) => wheels.push(distance(&wheel)),
            Err(error) => problems.push(problem(path, &error.reason())),
        }
    }
    for problem in &problems {
        terminal.error(&in_one_line(problem), None);
    }
    let exit = if problems.is_empty() { Exit::Clean } else { Exit::NothingExamined };
    let said = stable_abi_text(&wheels);
    let text = if args.format == Format::Json { stable_abi_json(&wheels, &problems) } else { said.clone() };
    write(&text, said.trim_end(), exit, args, terminal)
}
