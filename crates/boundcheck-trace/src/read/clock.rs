//! The recorder's clock.

use boundcheck_trace_format::header;

use super::words::Words;

/// From ticks to nanoseconds.
#[derive(Debug, Clone)]
pub(crate) struct Clock {
    start_ticks: u64,
    pub(super) start_ns: u64,
    /// So many ticks are so many nanoseconds.
    ticks: u64,
    nanoseconds: u64,
}

impl Default for Clock {
    fn default() -> Self {
        Self { start_ticks: 0, start_ns: 0, ticks: 1, nanoseconds: 1 }
    }
}

impl Clock {
    pub(super) fn of(header: Words<'_>) -> Self {
        let at = header::PAIRS + 2 * (header.get(header::PAIR) & 1) as usize;
        let (start_ticks, start_ns) = (header.get(header::START_TICKS), header.get(header::START_NS));
        let ticks = header.get(at).saturating_sub(start_ticks);
        let nanoseconds = header.get(at + 1).saturating_sub(start_ns);
        // Over less than a millisecond, the estimate is better than the difference.
        if ticks > 0 && nanoseconds > 1_000_000 {
            Self { start_ticks, start_ns, ticks, nanoseconds }
        } else {
            let ticks = header.get(header::TICKS_PER_SECOND).max(1);
            Self { start_ticks, start_ns, ticks, nanoseconds: 1_000_000_000 }
        }
    }

    /// The nanoseconds of so many ticks.
    pub(crate) fn length(&self, ticks: u64) -> u64 {
        let length = u128::from(ticks) * u128::from(self.nanoseconds) / u128::from(self.ticks);
        u64::try_from(length).unwrap_or(u64::MAX)
    }

    /// The nanoseconds of the monotonic clock at a moment.
    pub(super) fn moment(&self, ticks: u64) -> u64 {
        self.start_ns.saturating_add(self.length(ticks.saturating_sub(self.start_ticks)))
    }
}
