//! `tracing-core`: where an event goes.

pub mod event {
    pub struct Event(());
    impl Event {
        pub fn dispatch<T>(fields: T);
    }
}
pub use event::Event;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);
impl Level {
    pub const ERROR: Level;
    pub const WARN: Level;
    pub const INFO: Level;
    pub const DEBUG: Level;
    pub const TRACE: Level;
    pub fn as_str(&self) -> &'static str;
}
impl std::fmt::Display for Level {}
pub struct LevelFilter(u8);
impl LevelFilter {
    pub const OFF: LevelFilter;
    pub const ERROR: LevelFilter;
    pub const WARN: LevelFilter;
    pub const INFO: LevelFilter;
    pub const DEBUG: LevelFilter;
    pub const TRACE: LevelFilter;
}
