//! `boundcheck wheel --could-be-abi3`

use std::collections::BTreeSet;
use std::fmt::Write;

use boundcheck_model::{Problem, Wheel};
use boundcheck_rules::stable_abi::{Distance, distances};
use camino::Utf8PathBuf;

use super::wheel::in_one_line;
use crate::error::Exit;
use crate::terminal::Terminal;

/// Says for each wheel how far it is from the stable ABI.
pub(super) fn run(paths: &[Utf8PathBuf], problems: &[Problem], terminal: &Terminal) -> Exit {
    let mut exit = Exit::Clean;
    for problem in problems {
        terminal.error(&in_one_line(problem), None);
        exit = Exit::NothingExamined;
    }
    let mut said = String::new();
    for path in paths {
        match boundcheck_wheel::read(path) {
            Ok(wheel) => said.push_str(&verdict(&wheel)),
            Err(error) => {
                terminal.error(&error.to_string(), None);
                exit = Exit::NothingExamined;
            }
        }
    }
    exit.max(terminal.print(&said))
}

/// One line about the wheel, and one about each object.
fn verdict(wheel: &Wheel) -> String {
    let known = distances(wheel);
    let name = wheel.path.file_name().unwrap_or(wheel.path.as_str());
    let outside = known.iter().flat_map(|distance| &distance.outside).collect::<BTreeSet<_>>().len();
    let floor = known.iter().filter_map(|distance| distance.floor.as_ref()).map(|(version, _)| *version).max();
    let verdict = match (outside, floor, wheel.stable_abi()) {
        (_, None, _) if outside == 0 => "asks nothing of Python".to_owned(),
        (0, Some((major, minor)), Some(_)) => {
            format!("is for the stable ABI, and needs that of Python {major}.{minor}")
        }
        (0, Some((major, minor)), None) => format!("could be for the stable ABI of Python {major}.{minor} and later"),
        (1, ..) => "could not: 1 symbol stands in the way".to_owned(),
        (many, ..) => format!("could not: {many} symbols stand in the way"),
    };
    let mut out = format!("{name}: {verdict}\n");
    for Distance { object, outside, floor } in &known {
        let needs = match floor {
            Some(((major, minor), symbol)) => format!("`{symbol}` came with Python {major}.{minor}"),
            None => "nothing of the stable ABI is used".to_owned(),
        };
        let _ = writeln!(out, "  {object}: {needs}");
        for symbol in outside {
            let _ = writeln!(out, "    not in the stable ABI: `{symbol}`");
        }
    }
    out
}
