//! Recorded runs as text, one export on a line.

use boundcheck_model::{Trace, TracedExport, TracedKind, TracedProcess};

/// Reads lines as `sample.smooth  function  calls=3 own=254ms blocked=610ms`. The library is called as the outermost
/// module, unless `library=_core` says otherwise. `python CPython 3.13.0t` names the interpreter.
pub(super) fn parse(text: &str) -> Trace {
    let mut trace = Trace::default();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match line.strip_prefix("python ") {
            Some(python) => trace.processes.push(process(python)),
            None => trace.exports.push(row(line)),
        }
    }
    trace
}

fn process(python: &str) -> TracedProcess {
    TracedProcess {
        pid: 1,
        parent: 0,
        python: python.to_owned(),
        started_ns: 0,
        ended_ns: 0,
        complete: true,
        cost_per_call_ns: 0,
    }
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
            "library" => row.library = format!("{value}.abi3.so"),
            "blocked" => row.blocked_thread_ns = time(),
            _ => panic!("unknown word `{key}` in a recorded run: {line}"),
        }
    }
    row
}
