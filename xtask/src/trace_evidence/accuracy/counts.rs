//! The calls that `xtask/trace/counts.py` makes.

use crate::trace_evidence::record::Trace;

/// Name, kind, calls, and calls that raise.
type Count = (&'static str, &'static str, u64, u64);

pub(super) const COUNTS: [Count; 25] = [
    ("tiny", "function", 500_000, 0),
    ("kw", "function", 700, 0),
    ("raises", "function", 11, 11),
    ("panics", "function", 3, 3),
    ("detach_often", "function", 1, 0),
    ("Thing.__new__", "constructor", 3, 1),
    ("Thing.__getitem__", "slot", 24, 4),
    ("Thing.__len__", "slot", 30, 0),
    ("Thing.__contains__", "slot", 6, 0),
    ("Thing.__call__", "slot", 40, 0),
    ("Thing.__hash__", "slot", 50, 0),
    ("Thing.__richcmp__", "slot", 60, 0),
    ("Thing.__add__", "slot", 70, 0),
    ("Thing.__repr__", "slot", 8, 0),
    ("Thing.__bool__", "slot", 10, 1),
    ("Thing.method", "method", 80, 0),
    ("Thing.fixed", "method", 90, 0),
    ("Thing.of_class", "method", 100, 0),
    ("Thing.extra", "getter", 110, 0),
    ("Thing.extra", "setter", 120, 0),
    ("Thing.size", "getter", 130, 0),
    ("Thing.size", "setter", 8, 1),
    ("Thing.__iter__", "slot", 2, 0),
    // Ten values and the end, then the end again, which is no exception.
    ("Thing.__next__", "slot", 12, 0),
    ("Thing.__dealloc__", "dealloc", 2, 0),
];

/// How often `detach_often` lets go.
pub(super) const DROPS: u64 = 20_000;

/// What differs.
pub(super) fn differences(trace: &Trace) -> Vec<String> {
    let mut found = Vec::new();
    for (name, kind, calls, exceptions) in COUNTS {
        let export = trace.export(name, kind);
        if (export.calls, export.exceptions) != (calls, exceptions) {
            found.push(format!(
                "`{name}` ({kind}): {} calls and {} exceptions instead of {calls} and {exceptions}",
                export.calls, export.exceptions
            ));
        }
    }
    let drops = trace.export("detach_often", "function").drops;
    if drops != DROPS {
        found.push(format!("`detach_often` let go {drops} times instead of {DROPS}"));
    }
    found
}
