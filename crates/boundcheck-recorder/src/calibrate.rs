//! Measures what recording a call costs, by calling a function that does nothing.

use std::hint::black_box;
use std::mem::transmute;
use std::sync::atomic::AtomicU64;

use boundcheck_trace_format::{counter, header};

use crate::file::Record;
use crate::{account, clock, file, registry, thread, thunk};

const ROUNDS: usize = 20;
const CALLS: u64 = 500;

static COUNTERS: [AtomicU64; counter::WORDS] = [const { AtomicU64::new(0) }; counter::WORDS];

extern "C" fn nothing(_: usize) -> usize {
    1
}

/// Measures, and takes the cost off all later times. Takes about 0.3 ms.
pub(crate) fn run() {
    let counters = Record::of(&COUNTERS);
    let stub = registry::reserve(nothing as *const () as usize);
    // So that the calls find the thread attached, as they will. It is no hold to count.
    thread::with(|thread| {
        account::set_counters(thread, stub, counters);
        (thread.held, thread.hold_start) = (true, clock::ticks());
    });
    // SAFETY: a stub can be called as the function that it stands in for.
    let stubbed: extern "C" fn(usize) -> usize = unsafe { transmute(thunk::address(stub)) };
    let (mut direct, mut all, mut inside) = (u64::MAX, u64::MAX, u64::MAX);
    for _ in 0..ROUNDS {
        direct = direct.min(time(nothing));
        let before = counters.get(counter::TOTAL);
        all = all.min(time(stubbed));
        inside = inside.min(counters.get(counter::TOTAL) - before);
    }
    thread::with(|thread| thread.held = false);
    let all = all.saturating_sub(direct) / CALLS;
    account::set_cost(all, (inside / CALLS).min(all));
    file::header().set(header::COST, all);
}

fn time(function: extern "C" fn(usize) -> usize) -> u64 {
    let function = black_box(function);
    let start = clock::ticks();
    for i in 0..CALLS {
        black_box(function(i as usize));
    }
    clock::ticks().saturating_sub(start)
}
