//! `notify`: watching of files.

pub type Result<T> = std::result::Result<T, Error>;
#[derive(Debug)]
pub struct Error {
    pub paths: Vec<std::path::PathBuf>,
}
impl std::fmt::Display for Error {}
impl std::error::Error for Error {}
#[derive(Debug, Clone)]
pub struct Event {
    pub kind: EventKind,
    pub paths: Vec<std::path::PathBuf>,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventKind {
    Any,
    Access(()),
    Create(()),
    Modify(()),
    Remove(()),
    Other,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecursiveMode {
    Recursive,
    NonRecursive,
}
#[derive(Debug, Clone, Copy, Default)]
pub struct Config(());
impl Config {
    pub fn with_poll_interval(self, dur: std::time::Duration) -> Self;
}
pub trait EventHandler: Send + 'static {}
impl<F: FnMut(Result<Event>) + Send + 'static> EventHandler for F {}
impl EventHandler for std::sync::mpsc::Sender<Result<Event>> {}
pub trait Watcher: Sized {
    fn new<F: EventHandler>(event_handler: F, config: Config) -> Result<Self>;
    fn watch(&mut self, path: &std::path::Path, recursive_mode: RecursiveMode) -> Result<()>;
    fn unwatch(&mut self, path: &std::path::Path) -> Result<()>;
}
#[derive(Debug)]
pub struct INotifyWatcher(());
#[derive(Debug)]
pub struct PollWatcher(());
impl Watcher for INotifyWatcher {}
impl Watcher for PollWatcher {}
pub type RecommendedWatcher = INotifyWatcher;
pub fn recommended_watcher<F: EventHandler>(event_handler: F) -> Result<RecommendedWatcher>;
