//! `chrono`.

pub use datetime::DateTime;
pub use naive::{NaiveDate, NaiveDateTime, NaiveTime};
pub use offset::{FixedOffset, Local, LocalResult, Offset, TimeZone, Utc};
pub use time_delta::TimeDelta;
pub type Duration = TimeDelta;

pub mod prelude {
    pub use crate::{DateTime, Datelike, FixedOffset, Local, NaiveDate, NaiveDateTime, NaiveTime};
    pub use crate::{Offset, TimeZone, Timelike, Utc};
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseError(());
impl std::fmt::Display for ParseError {}
impl std::error::Error for ParseError {}
pub type ParseResult<T> = Result<T, ParseError>;
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondsFormat {
    Secs,
    Millis,
    Micros,
    Nanos,
    AutoSi,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}
impl Weekday {
    pub const fn num_days_from_monday(&self) -> u32;
    pub const fn number_from_monday(&self) -> u32;
}

pub trait Datelike: Sized {
    fn year(&self) -> i32;
    fn month(&self) -> u32;
    fn day(&self) -> u32;
    fn ordinal(&self) -> u32;
    fn weekday(&self) -> Weekday;
    fn with_year(&self, year: i32) -> Option<Self>;
    fn with_month(&self, month: u32) -> Option<Self>;
    fn with_day(&self, day: u32) -> Option<Self>;
    fn num_days_from_ce(&self) -> i32;
}
pub trait Timelike: Sized {
    fn hour(&self) -> u32;
    fn minute(&self) -> u32;
    fn second(&self) -> u32;
    fn nanosecond(&self) -> u32;
    fn num_seconds_from_midnight(&self) -> u32;
    fn with_nanosecond(&self, nano: u32) -> Option<Self>;
}
impl Datelike for NaiveDate {}
impl Datelike for NaiveDateTime {}
impl<Tz: TimeZone> Datelike for DateTime<Tz> {}
impl Timelike for NaiveTime {}
impl Timelike for NaiveDateTime {}
impl<Tz: TimeZone> Timelike for DateTime<Tz> {}

/// Values that are compared, shown, parsed, and moved by a duration.
macro_rules! moments {
    ($($ty:ty),*) => { $(
        impl std::fmt::Display for $ty {}
        impl std::str::FromStr for $ty {
            type Err = $crate::ParseError;
        }
        impl std::ops::Add<$crate::TimeDelta> for $ty {
            type Output = $ty;
        }
        impl std::ops::Sub<$crate::TimeDelta> for $ty {
            type Output = $ty;
        }
        impl std::ops::Sub for $ty {
            type Output = $crate::TimeDelta;
        }
    )* };
}

mod time_delta {
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
    pub struct TimeDelta(i64);
    impl TimeDelta {
        pub const fn zero() -> TimeDelta;
        pub const fn weeks(weeks: i64) -> TimeDelta;
        pub const fn days(days: i64) -> TimeDelta;
        pub const fn hours(hours: i64) -> TimeDelta;
        pub const fn minutes(minutes: i64) -> TimeDelta;
        pub const fn seconds(seconds: i64) -> TimeDelta;
        pub const fn milliseconds(milliseconds: i64) -> TimeDelta;
        pub const fn microseconds(microseconds: i64) -> TimeDelta;
        pub const fn nanoseconds(nanos: i64) -> TimeDelta;
        pub const fn try_seconds(seconds: i64) -> Option<TimeDelta>;
        pub const fn try_milliseconds(milliseconds: i64) -> Option<TimeDelta>;
        pub const fn num_days(&self) -> i64;
        pub const fn num_hours(&self) -> i64;
        pub const fn num_minutes(&self) -> i64;
        pub const fn num_seconds(&self) -> i64;
        pub const fn num_milliseconds(&self) -> i64;
        pub const fn num_microseconds(&self) -> Option<i64>;
        pub const fn num_nanoseconds(&self) -> Option<i64>;
        pub const fn subsec_nanos(&self) -> i32;
        pub const fn abs(&self) -> TimeDelta;
        pub fn from_std(duration: std::time::Duration) -> Result<TimeDelta, crate::ParseError>;
        pub fn to_std(&self) -> Result<std::time::Duration, crate::ParseError>;
    }
    impl std::fmt::Display for TimeDelta {}
    impl std::ops::Add for TimeDelta {
        type Output = TimeDelta;
    }
    impl std::ops::Sub for TimeDelta {
        type Output = TimeDelta;
    }
    impl std::ops::Mul<i32> for TimeDelta {
        type Output = TimeDelta;
    }
    impl std::ops::Neg for TimeDelta {
        type Output = TimeDelta;
    }
}

mod naive {
    use crate::{DateTime, ParseResult, TimeDelta, TimeZone, Utc};

    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
    pub struct NaiveDate(i32);
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
    pub struct NaiveTime(u32);
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
    pub struct NaiveDateTime(NaiveDate, NaiveTime);
    moments! { NaiveDate, NaiveTime, NaiveDateTime }
    impl NaiveDate {
        pub const MIN: NaiveDate;
        pub const MAX: NaiveDate;
        pub const fn from_ymd_opt(year: i32, month: u32, day: u32) -> Option<NaiveDate>;
        pub const fn from_num_days_from_ce_opt(days: i32) -> Option<NaiveDate>;
        pub fn parse_from_str(s: &str, fmt: &str) -> ParseResult<NaiveDate>;
        pub const fn and_time(&self, time: NaiveTime) -> NaiveDateTime;
        pub const fn and_hms_opt(&self, hour: u32, min: u32, sec: u32) -> Option<NaiveDateTime>;
        pub const fn signed_duration_since(self, rhs: NaiveDate) -> TimeDelta;
        pub const fn checked_add_signed(self, rhs: TimeDelta) -> Option<NaiveDate>;
        pub fn format(&self, fmt: &str) -> String;
    }
    impl NaiveTime {
        pub const MIN: NaiveTime;
        pub const fn from_hms_opt(hour: u32, min: u32, sec: u32) -> Option<NaiveTime>;
        pub const fn from_hms_micro_opt(hour: u32, min: u32, sec: u32, micro: u32) -> Option<NaiveTime>;
        pub const fn from_hms_nano_opt(hour: u32, min: u32, sec: u32, nano: u32) -> Option<NaiveTime>;
        pub const fn from_num_seconds_from_midnight_opt(secs: u32, nano: u32) -> Option<NaiveTime>;
        pub fn parse_from_str(s: &str, fmt: &str) -> ParseResult<NaiveTime>;
        pub fn format(&self, fmt: &str) -> String;
    }
    impl NaiveDateTime {
        pub const fn new(date: NaiveDate, time: NaiveTime) -> NaiveDateTime;
        pub fn parse_from_str(s: &str, fmt: &str) -> ParseResult<NaiveDateTime>;
        pub const fn date(&self) -> NaiveDate;
        pub const fn time(&self) -> NaiveTime;
        pub const fn and_utc(&self) -> DateTime<Utc>;
        pub fn and_local_timezone<Tz: TimeZone>(&self, tz: Tz) -> crate::LocalResult<DateTime<Tz>>;
        pub const fn signed_duration_since(self, rhs: NaiveDateTime) -> TimeDelta;
        pub const fn checked_add_signed(self, rhs: TimeDelta) -> Option<NaiveDateTime>;
        pub fn format(&self, fmt: &str) -> String;
    }
}

mod datetime {
    use crate::{
        FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, ParseResult, SecondsFormat, TimeDelta, TimeZone, Utc,
    };

    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct DateTime<Tz: TimeZone>(NaiveDateTime, Tz);
    moments! { DateTime<Utc>, DateTime<FixedOffset>, DateTime<crate::Local> }
    impl<Tz: TimeZone> std::fmt::Debug for DateTime<Tz> {}
    impl<Tz: TimeZone> DateTime<Tz> {
        pub fn from_naive_utc_and_offset(datetime: NaiveDateTime, offset: Tz::Offset) -> DateTime<Tz>;
        pub fn timestamp(&self) -> i64;
        pub fn timestamp_millis(&self) -> i64;
        pub fn timestamp_micros(&self) -> i64;
        pub fn timestamp_nanos_opt(&self) -> Option<i64>;
        pub fn timestamp_subsec_nanos(&self) -> u32;
        pub fn timestamp_subsec_micros(&self) -> u32;
        pub fn date_naive(&self) -> NaiveDate;
        pub fn time(&self) -> NaiveTime;
        pub fn naive_utc(&self) -> NaiveDateTime;
        pub fn naive_local(&self) -> NaiveDateTime;
        pub fn offset(&self) -> &Tz::Offset;
        pub fn timezone(&self) -> Tz;
        pub fn with_timezone<Tz2: TimeZone>(&self, tz: &Tz2) -> DateTime<Tz2>;
        pub fn fixed_offset(&self) -> DateTime<FixedOffset>;
        pub fn to_utc(&self) -> DateTime<Utc>;
        pub fn to_rfc3339(&self) -> String;
        pub fn to_rfc3339_opts(&self, secform: SecondsFormat, use_z: bool) -> String;
        pub fn to_rfc2822(&self) -> String;
        pub fn format(&self, fmt: &str) -> String;
        pub fn checked_add_signed(self, rhs: TimeDelta) -> Option<DateTime<Tz>>;
        pub fn signed_duration_since<Tz2: TimeZone>(self, rhs: DateTime<Tz2>) -> TimeDelta;
    }
    impl DateTime<Utc> {
        pub const fn from_timestamp(secs: i64, nsecs: u32) -> Option<Self>;
        pub const fn from_timestamp_millis(millis: i64) -> Option<Self>;
        pub const fn from_timestamp_micros(micros: i64) -> Option<Self>;
        pub const fn from_timestamp_nanos(nanos: i64) -> Self;
    }
    impl DateTime<FixedOffset> {
        pub fn parse_from_rfc3339(s: &str) -> ParseResult<DateTime<FixedOffset>>;
        pub fn parse_from_rfc2822(s: &str) -> ParseResult<DateTime<FixedOffset>>;
        pub fn parse_from_str(s: &str, fmt: &str) -> ParseResult<DateTime<FixedOffset>>;
    }
    impl From<std::time::SystemTime> for DateTime<Utc> {}
    impl From<DateTime<FixedOffset>> for DateTime<Utc> {}
    impl From<DateTime<Utc>> for DateTime<FixedOffset> {}
}

pub mod offset {
    use crate::{DateTime, NaiveDate, NaiveDateTime};

    pub enum LocalResult<T> {
        None,
        Single(T),
        Ambiguous(T, T),
    }
    impl<T> LocalResult<T> {
        pub fn single(self) -> Option<T>;
        pub fn earliest(self) -> Option<T>;
        pub fn latest(self) -> Option<T>;
        pub fn unwrap(self) -> T;
    }
    pub trait Offset: Sized + Clone {
        fn fix(&self) -> FixedOffset;
    }
    pub trait TimeZone: Sized + Clone {
        type Offset: Offset;
        fn with_ymd_and_hms(&self, y: i32, m: u32, d: u32, h: u32, min: u32, s: u32) -> LocalResult<DateTime<Self>>;
        fn timestamp_opt(&self, secs: i64, nsecs: u32) -> LocalResult<DateTime<Self>>;
        fn timestamp_millis_opt(&self, millis: i64) -> LocalResult<DateTime<Self>>;
        fn timestamp_micros(&self, micros: i64) -> LocalResult<DateTime<Self>>;
        fn timestamp_nanos(&self, nanos: i64) -> DateTime<Self>;
        fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> Self::Offset;
        fn offset_from_utc_date(&self, utc: &NaiveDate) -> Self::Offset;
        fn from_local_datetime(&self, local: &NaiveDateTime) -> LocalResult<DateTime<Self>>;
        fn from_utc_datetime(&self, utc: &NaiveDateTime) -> DateTime<Self>;
    }
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct Utc;
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct Local;
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct FixedOffset(i32);
    impl Utc {
        pub fn now() -> DateTime<Utc>;
    }
    impl Local {
        pub fn now() -> DateTime<Local>;
    }
    impl FixedOffset {
        pub const fn east_opt(secs: i32) -> Option<FixedOffset>;
        pub const fn west_opt(secs: i32) -> Option<FixedOffset>;
        pub const fn local_minus_utc(&self) -> i32;
        pub const fn utc_minus_local(&self) -> i32;
    }
    impl Offset for Utc {}
    impl Offset for FixedOffset {}
    impl TimeZone for Utc {
        type Offset = Utc;
    }
    impl TimeZone for Local {
        type Offset = FixedOffset;
    }
    impl TimeZone for FixedOffset {
        type Offset = FixedOffset;
    }
}
