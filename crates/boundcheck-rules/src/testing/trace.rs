//! Recorded runs as text, one export on a line.

use boundcheck_model::{Trace, TracedExport, TracedKind};

/// Reads lines as `sample.smooth  function  calls=3 own=254ms blocked=610ms`. The library is called as the module.
pub(super) fn parse(text: &str) -> Trace {
    let exports = text.lines().filter(|line| !line.trim().is_empty()).map(row).collect();
    Trace { exports, ..Trace::default() }
}

fn row(line: &str) -> TracedExport {
    let mut words = line.split_whitespace();
    let (export, kind) = (words.next().unwrap(), words.next().unwrap());
    let mut row = TracedExport {
        export: export.to_owned(),
        library: format!("{}.abi3.so", export.split('.').next().unwrap()),
        kind: TracedKind::ALL.into_iter().find(|known| known.as_str() == kind).unwrap(),
        ..TracedExport::default()
    };
    for word in words {
        let (key, value) = word.split_once('=').unwrap();
        let milliseconds = || value.strip_suffix("ms").unwrap().parse::<f64>().unwrap();
        let time = || std::time::Duration::from_secs_f64(milliseconds() / 1e3).as_nanos() as u64;
        match key {
            "calls" => row.calls = value.parse().unwrap(),
            "own" => (row.longest_own_ns, row.own_attached_ns, row.longest_hold_ns) = (time(), time(), time()),
            "blocked" => row.blocked_thread_ns = time(),
            _ => panic!("unknown word `{key}` in a recorded run: {line}"),
        }
    }
    row
}
