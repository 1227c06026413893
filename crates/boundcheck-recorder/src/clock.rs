//! The clock: the processor's counter where it runs evenly, the monotonic clock elsewhere.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};

static COUNTER: AtomicBool = AtomicBool::new(false);
static PER_SECOND: AtomicU64 = AtomicU64::new(1_000_000_000);

/// Now, in ticks.
#[inline(always)]
pub(crate) fn ticks() -> u64 {
    if COUNTER.load(Relaxed) { counter() } else { nanoseconds() }
}

/// Now, in nanoseconds of `CLOCK_MONOTONIC`, which all processes of a machine share.
pub(crate) fn nanoseconds() -> u64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: `time` is a valid place for the result.
    unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &raw mut time) };
    (time.tv_sec as u64).wrapping_mul(1_000_000_000).wrapping_add(time.tv_nsec as u64)
}

/// About how many ticks a second has.
pub(crate) fn per_second() -> u64 {
    PER_SECOND.load(Relaxed)
}

/// Ticks of some microseconds, about.
pub(crate) fn from_microseconds(microseconds: u64) -> u64 {
    (u128::from(per_second()) * u128::from(microseconds) / 1_000_000) as u64
}

/// Chooses the clock and estimates its rate. Takes 100 µs on x86-64.
pub(crate) fn start() {
    if is_steady() {
        COUNTER.store(true, Relaxed);
        PER_SECOND.store(rate(), Relaxed);
    }
}

#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn counter() -> u64 {
    // SAFETY: every x86-64 processor has the instruction, and Linux lets programs use it.
    unsafe { core::arch::x86_64::_rdtsc() }
}

#[cfg(target_arch = "aarch64")]
#[inline(always)]
fn counter() -> u64 {
    let value: u64;
    // SAFETY: reads the virtual counter, which Linux lets programs do.
    unsafe { core::arch::asm!("mrs {}, cntvct_el0", out(reg) value, options(nomem, nostack)) };
    value
}

/// Whether the counter runs evenly through sleep states and frequencies, and alike on all cores: the processor says so
/// (CPUID 8000_0007H, EDX bit 8), and Linux did not find otherwise.
#[cfg(target_arch = "x86_64")]
fn is_steady() -> bool {
    use core::arch::x86_64::__cpuid;
    if __cpuid(0x8000_0000).eax < 0x8000_0007 || __cpuid(0x8000_0007).edx & (1 << 8) == 0 {
        return false;
    }
    match std::fs::read_to_string("/sys/devices/system/clocksource/clocksource0/current_clocksource") {
        Ok(source) => ["tsc", "kvm-clock", "hyperv_clocksource_tsc_page"].contains(&source.trim()),
        Err(_) => true,
    }
}

#[cfg(target_arch = "aarch64")]
fn is_steady() -> bool {
    true
}

#[cfg(target_arch = "x86_64")]
fn rate() -> u64 {
    let (ticks, start) = both();
    while nanoseconds().saturating_sub(start) < 100_000 {
        std::hint::spin_loop();
    }
    let (later_ticks, later) = both();
    let (ticks, passed) = (later_ticks.saturating_sub(ticks), later.saturating_sub(start));
    ((u128::from(ticks) * 1_000_000_000 / u128::from(passed.max(1))) as u64).max(1)
}

/// Both clocks at the same moment: the closest of some readings, since the thread can lose its core between two.
#[cfg(target_arch = "x86_64")]
fn both() -> (u64, u64) {
    let read = || {
        let (before, now, after) = (counter(), nanoseconds(), counter());
        (after.saturating_sub(before), before, now)
    };
    let (distance, before, now) = (0..8).map(|_| read()).min().unwrap_or_else(read);
    (before + distance / 2, now)
}

#[cfg(target_arch = "aarch64")]
fn rate() -> u64 {
    let value: u64;
    // SAFETY: reads the counter's frequency, which Linux lets programs do.
    unsafe { core::arch::asm!("mrs {}, cntfrq_el0", out(reg) value, options(nomem, nostack)) };
    value.max(1)
}
