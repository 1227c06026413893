//! `pyo3-log`: the bridge from `log` to Python's logging.

use log::{LevelFilter, SetLoggerError};
use pyo3::{PyResult, Python};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caching {
    Nothing,
    Loggers,
    LoggersAndLevels,
}
pub struct ResetHandle(());
impl ResetHandle {
    pub fn reset(&self);
}
pub struct Logger(());
impl Logger {
    pub fn new(py: Python<'_>, caching: Caching) -> PyResult<Self>;
    pub fn install(self) -> Result<ResetHandle, SetLoggerError>;
    pub fn filter(self, filter: LevelFilter) -> Self;
    pub fn filter_target(self, target: String, filter: LevelFilter) -> Self;
    pub fn reset_handle(&self) -> ResetHandle;
}
impl Default for Logger {}
impl log::Log for Logger {}
pub fn init() -> ResetHandle;
pub fn try_init() -> Result<ResetHandle, SetLoggerError>;
