//! Child processes.

use std::ffi::OsStr;
use std::io::Result;
use std::process::{ExitStatus, Output, Stdio};

pub struct Command(());
impl Command {
    pub fn new<S: AsRef<OsStr>>(program: S) -> Command;
    pub fn arg<S: AsRef<OsStr>>(&mut self, arg: S) -> &mut Command;
    pub fn args<I>(&mut self, args: I) -> &mut Command;
    pub fn env<K, V>(&mut self, key: K, val: V) -> &mut Command;
    pub fn current_dir<P>(&mut self, dir: P) -> &mut Command;
    pub fn stdin<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command;
    pub fn stdout<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command;
    pub fn stderr<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command;
    pub fn kill_on_drop(&mut self, kill_on_drop: bool) -> &mut Command;
    pub fn spawn(&mut self) -> Result<Child>;
    pub async fn status(&mut self) -> Result<ExitStatus>;
    pub async fn output(&mut self) -> Result<Output>;
}
pub struct Child(());
impl Child {
    pub fn id(&self) -> Option<u32>;
    pub async fn wait(&mut self) -> Result<ExitStatus>;
    pub fn try_wait(&mut self) -> Result<Option<ExitStatus>>;
    pub async fn wait_with_output(self) -> Result<Output>;
    pub async fn kill(&mut self) -> Result<()>;
    pub fn start_kill(&mut self) -> Result<()>;
}
