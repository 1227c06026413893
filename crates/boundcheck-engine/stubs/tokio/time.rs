//! Time.

pub use instant::Instant;
pub use interval::{Interval, MissedTickBehavior, interval, interval_at};
pub use sleep::{Sleep, sleep, sleep_until};
pub use std::time::Duration;
pub use timeout::{Timeout, timeout, timeout_at};

pub mod error {
    #[derive(Debug, PartialEq, Eq)]
    pub struct Elapsed(());
    impl std::fmt::Display for Elapsed {}
    impl std::error::Error for Elapsed {}
    impl From<Elapsed> for std::io::Error {}
}
mod instant {
    use std::time::Duration;
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct Instant(());
    impl Instant {
        pub fn now() -> Instant;
        pub fn from_std(std: std::time::Instant) -> Instant;
        pub fn into_std(self) -> std::time::Instant;
        pub fn duration_since(&self, earlier: Instant) -> Duration;
        pub fn saturating_duration_since(&self, earlier: Instant) -> Duration;
        pub fn elapsed(&self) -> Duration;
        pub fn checked_add(&self, duration: Duration) -> Option<Instant>;
    }
    impl std::ops::Add<Duration> for Instant {
        type Output = Instant;
    }
    impl std::ops::Sub<Duration> for Instant {
        type Output = Instant;
    }
    impl std::ops::Sub for Instant {
        type Output = Duration;
    }
}
mod sleep {
    pub struct Sleep(());
    impl Sleep {
        pub fn deadline(&self) -> super::Instant;
        pub fn is_elapsed(&self) -> bool;
        pub fn reset(self: std::pin::Pin<&mut Self>, deadline: super::Instant);
    }
    impl std::future::Future for Sleep {
        type Output = ();
    }
    pub fn sleep(duration: super::Duration) -> Sleep;
    pub fn sleep_until(deadline: super::Instant) -> Sleep;
}
mod timeout {
    use std::future::Future;
    pub struct Timeout<T>(T);
    impl<T: Future> Future for Timeout<T> {
        type Output = Result<T::Output, super::error::Elapsed>;
    }
    pub fn timeout<F: Future>(duration: super::Duration, future: F) -> Timeout<F>;
    pub fn timeout_at<F: Future>(deadline: super::Instant, future: F) -> Timeout<F>;
}
mod interval {
    use super::{Duration, Instant};
    pub enum MissedTickBehavior {
        Burst,
        Delay,
        Skip,
    }
    pub struct Interval(());
    impl Interval {
        pub async fn tick(&mut self) -> Instant;
        pub fn reset(&mut self);
        pub fn period(&self) -> Duration;
        pub fn set_missed_tick_behavior(&mut self, behavior: MissedTickBehavior);
    }
    pub fn interval(period: Duration) -> Interval;
    pub fn interval_at(start: Instant, period: Duration) -> Interval;
}
