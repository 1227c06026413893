//! Folded stacks, for flame graphs.

use std::fmt::Write;

use boundcheck_model::Trace;

use super::worst_first;

/// One line for each part of each export: `library;export;attached 1234`, in microseconds, as `flamegraph.pl`,
/// inferno and speedscope read it. <https://github.com/brendangregg/FlameGraph#2-fold-stacks>
///
/// Attached time is the export's own, so the widths add up.
pub fn trace_folded(trace: &Trace) -> String {
    let mut out = String::new();
    for export in worst_first(trace) {
        let parts = [
            ("attached", export.own_attached_ns),
            ("detached", export.detached_ns),
            ("waiting", export.reattach_wait_ns),
        ];
        for (part, ns) in parts {
            let microseconds = ns / 1_000;
            if microseconds > 0 {
                let _ = writeln!(out, "{};{};{part} {microseconds}", frame(&export.library), frame(&export.export));
            }
        }
    }
    out
}

/// A name without what separates frames.
fn frame(name: &str) -> String {
    name.replace([';', '\n'], ":")
}
