//! What is compared: scripts with known times, and what the recorder says about each.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::trace_evidence::record::Trace;

/// One comparison.
pub(super) struct Row {
    /// One of [`SCRIPTS`].
    pub script: &'static str,
    pub what: &'static str,
    /// By the recorder, in milliseconds.
    pub recorded: fn(&Trace) -> f64,
    /// By the extension's own clock, in milliseconds.
    pub expected: fn(&Clock) -> f64,
}

/// What the extension measured, in nanoseconds.
pub(super) struct Clock(BTreeMap<String, f64>);

impl Clock {
    pub(super) fn new(told: &Value) -> Self {
        let measured = told["measured"].as_object().into_iter().flatten();
        Self(measured.filter_map(|(name, time)| Some((name.clone(), time.as_f64()?))).collect())
    }

    /// In milliseconds.
    pub(super) fn ms(&self, name: &str) -> f64 {
        self.0.get(name).copied().unwrap_or(f64::NAN) / 1e6
    }

    fn mixed_attached(&self) -> f64 {
        self.ms("mixed.first") + self.ms("mixed.last")
    }

    fn callback(&self) -> f64 {
        self.ms("callback.own") + self.ms("callback.inner")
    }
}

const ONE: &str = "times_one_thread.py";
const NESTED: &str = "times_nested.py";
const TWO: &str = "times_threads.py 1";
const FOUR: &str = "times_threads.py 2";
const RUST: &str = "times_rust_threads.py";

/// The scripts, with their arguments.
pub(super) const SCRIPTS: [&str; 5] = [ONE, NESTED, TWO, FOUR, RUST];

macro_rules! rows {
    ($($script:ident $what:literal: |$trace:ident| $recorded:expr, |$clock:ident| $expected:expr;)*) => {
        &[$(Row { script: $script, what: $what, recorded: |$trace| $recorded, expected: |$clock| $expected }),*]
    };
}

/// All comparisons, by script.
pub(super) const ROWS: &[Row] = rows! {
    ONE "sleep_attached(100) + (50): attached": |t| t.export("sleep_attached", "function").attached_ms, |c| c.ms("sleep_attached");
    ONE "sleep_attached: own": |t| t.export("sleep_attached", "function").own_attached_ms, |c| c.ms("sleep_attached");
    ONE "sleep_attached: detached": |t| t.export("sleep_attached", "function").detached_ms, |_c| 0.0;
    ONE "sleep_detached(80): detached": |t| t.export("sleep_detached", "function").detached_ms, |c| c.ms("sleep_detached");
    ONE "sleep_detached: attached": |t| t.export("sleep_detached", "function").attached_ms, |_c| 0.0;
    ONE "spin_attached(25): attached": |t| t.export("spin_attached", "function").attached_ms, |c| c.ms("spin_attached");
    ONE "spin_detached(25): detached": |t| t.export("spin_detached", "function").detached_ms, |c| c.ms("spin_detached");
    ONE "mixed(30, 70, 20): attached": |t| t.export("mixed", "function").attached_ms, |c| c.mixed_attached();
    ONE "mixed: detached": |t| t.export("mixed", "function").detached_ms, |c| c.ms("mixed.detached");
    ONE "mixed: longest hold": |t| t.export("mixed", "function").longest_hold_ms, |c| c.ms("mixed.first");
    ONE "mixed: longest own": |t| t.export("mixed", "function").longest_own_ms, |c| c.ms("mixed.first");
    ONE "callback, Python sleeps 5 × 10, own 5 × 6: total": |t| t.export("callback", "function").total_ms, |c| c.callback();
    ONE "callback: own": |t| t.export("callback", "function").own_attached_ms, |c| c.ms("callback.own");
    ONE "callback: detached": |t| t.export("callback", "function").detached_ms, |c| c.ms("callback.inner");
    ONE "rayon_detached(4 × 10): detached": |t| t.export("rayon_detached", "function").detached_ms, |c| c.ms("rayon_detached");
    ONE "rayon_detached: attached": |t| t.export("rayon_detached", "function").attached_ms, |_c| 0.0;
    ONE "SlowDrop(20): attached in dealloc": |t| t.export("SlowDrop.__dealloc__", "dealloc").attached_ms, |c| c.ms("drop");
    NESTED "callback to exports and to Python: total": |t| t.export("callback", "function").total_ms, |c| c.callback();
    NESTED "callback: own, 10 × 2": |t| t.export("callback", "function").own_attached_ms, |c| c.ms("callback.own");
    NESTED "callback: detached, inside 5 × 3": |t| t.export("callback", "function").detached_ms, |c| c.ms("sleep_detached");
    NESTED "spin_attached inside 5 × 4: attached": |t| t.export("spin_attached", "function").attached_ms, |c| c.ms("spin_attached");
    TWO "a thread 5 × spin_attached(6): attached": |t| t.export("spin_attached", "function").attached_ms, |c| c.ms("spin_attached");
    TWO "beside it 5 × let_go(6): detached": |t| t.export("let_go", "function").detached_ms, |c| c.ms("let_go.leave") + c.ms("let_go.inside");
    TWO "let_go: wait to come back": |t| t.export("let_go", "function").reattach_wait_ms, |c| c.ms("let_go.back");
    FOUR "2 threads, each 5 × spin_attached(6): attached": |t| t.export("spin_attached", "function").attached_ms, |c| c.ms("spin_attached");
    FOUR "beside them 2 × 5 × let_go(6): detached": |t| t.export("let_go", "function").detached_ms, |c| c.ms("let_go.leave") + c.ms("let_go.inside");
    FOUR "let_go: wait to come back": |t| t.export("let_go", "function").reattach_wait_ms, |c| c.ms("let_go.back");
    RUST "rayon's threads attach 4 × 10: their attached": |t| others_attached(t), |c| c.ms("rayon_attaching");
};

/// Attached time of all threads but the main one.
fn others_attached(trace: &Trace) -> f64 {
    trace.threads.iter().filter(|thread| thread.name != "MainThread").map(|thread| thread.attached_ms).sum()
}
