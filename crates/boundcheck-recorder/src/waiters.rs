//! How many threads wait for the interpreter, as an integral over time.
//!
//! With n(t) threads waiting, a stretch of time in which somebody holds the interpreter cost the others ∫n dt, and
//! somebody waited for ∫[n>0] dt of it. Both are differences of two readings.

use std::sync::atomic::{AtomicU64, Ordering, fence};

static SEQUENCE: AtomicU64 = AtomicU64::new(0);
static WAITING: AtomicU64 = AtomicU64::new(0);
static AREA: AtomicU64 = AtomicU64::new(0);
static WALL: AtomicU64 = AtomicU64::new(0);
static CHANGED: AtomicU64 = AtomicU64::new(0);

/// The integrals up to `now`: of the number of waiting threads, and of whether there is any.
#[inline]
pub(crate) fn read(now: u64) -> (u64, u64) {
    loop {
        let before = SEQUENCE.load(Ordering::Acquire);
        let waiting = WAITING.load(Ordering::Relaxed);
        let (area, wall) = (AREA.load(Ordering::Relaxed), WALL.load(Ordering::Relaxed));
        let changed = CHANGED.load(Ordering::Relaxed);
        fence(Ordering::Acquire);
        if before & 1 == 0 && SEQUENCE.load(Ordering::Relaxed) == before {
            if waiting == 0 {
                return (area, wall);
            }
            let passed = now.saturating_sub(changed);
            return (area + waiting * passed, wall + passed);
        }
        std::hint::spin_loop();
    }
}

/// A thread began to wait.
pub(crate) fn begin(now: u64) {
    change(now, |waiting| waiting + 1);
}

/// A thread ended to wait.
pub(crate) fn end(now: u64) {
    change(now, |waiting| waiting.saturating_sub(1));
}

/// Nobody waits: after a fork, where the others are gone.
pub(crate) fn reset() {
    for value in [&SEQUENCE, &WAITING, &AREA, &WALL, &CHANGED] {
        value.store(0, Ordering::SeqCst);
    }
}

fn change(now: u64, waiting: impl Fn(u64) -> u64) {
    let sequence = loop {
        let sequence = SEQUENCE.load(Ordering::Relaxed);
        if sequence & 1 == 0
            && SEQUENCE.compare_exchange_weak(sequence, sequence + 1, Ordering::Acquire, Ordering::Relaxed).is_ok()
        {
            break sequence;
        }
        std::hint::spin_loop();
    };
    fence(Ordering::Release);
    let count = WAITING.load(Ordering::Relaxed);
    // Clocks were read before the turn was taken: time must not run backwards here.
    let now = now.max(CHANGED.load(Ordering::Relaxed));
    if count > 0 {
        let passed = now - CHANGED.load(Ordering::Relaxed);
        AREA.store(AREA.load(Ordering::Relaxed) + count * passed, Ordering::Relaxed);
        WALL.store(WALL.load(Ordering::Relaxed) + passed, Ordering::Relaxed);
    }
    CHANGED.store(now, Ordering::Relaxed);
    WAITING.store(waiting(count), Ordering::Relaxed);
    SEQUENCE.store(sequence + 2, Ordering::Release);
}

#[cfg(test)]
mod tests {
    use super::{begin, end, read, reset};

    #[test]
    fn each_waiting_thread_counts_and_each_moment_once() {
        reset();
        begin(100);
        begin(150);
        assert_eq!(read(160), (50 + 2 * 10, 60));
        end(170);
        end(200);
        assert_eq!(read(1000), (50 + 2 * 20 + 30, 100));
        end(300);
        assert_eq!(read(400), (120, 100), "an end without a begin changes nothing");
        reset();
    }
}
