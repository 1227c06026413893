//! Measuring while nothing else runs, and saying how quiet it was.

use std::cell::RefCell;
use std::env;
use std::fs::File;
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use fs_err as fs;

use crate::ecosystem::machine;
use crate::process::output;

/// Names a file to hold locked while measuring, on a machine where others build too and hold the same one.
const LOCK: &str = "XTASK_LOCK";
/// For how long it is held before others have a turn; a part is never interrupted.
const TURN: Duration = Duration::from_mins(7);
/// How much of the machine others may use at the begin, and how long that is waited for.
const ENOUGH: f64 = 0.05;
const PATIENCE: Duration = Duration::from_secs(40);
const LOOK: Duration = Duration::from_millis(400);

/// The machine, and what was seen of it.
#[derive(Default)]
pub(crate) struct Machine {
    seen: RefCell<Vec<Seen>>,
}

/// The machine before and during one part.
struct Seen {
    load: f64,
    /// Parts of all cores that others used before it began.
    busy: f64,
    /// Parts of all cores that the hypervisor gave to others meanwhile.
    stolen: f64,
}

/// Jiffies of all cores since the start of the machine.
#[derive(Clone, Copy)]
struct Jiffies {
    all: f64,
    idle: f64,
    stolen: f64,
}

impl Machine {
    /// Runs `work` alone: with the lock, if there is one, and after others have come to rest.
    pub(crate) fn alone<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        hold()?;
        let began = Instant::now();
        let mut busy = busy()?;
        while busy > ENOUGH && began.elapsed() < PATIENCE {
            busy = self::busy()?;
        }
        let load = load()?;
        let before = jiffies()?;
        let done = work()?;
        let after = jiffies()?;
        let stolen = (after.stolen - before.stolen) / (after.all - before.all).max(1.0);
        self.seen.borrow_mut().push(Seen { load, busy, stolen });
        Ok(done)
    }

    /// One paragraph: the machine, and how quiet it was.
    pub(crate) fn describe(&self) -> Result<String> {
        let seen = self.seen.borrow();
        let most = |value: fn(&Seen) -> f64| seen.iter().map(value).fold(0.0, f64::max);
        Ok(format!(
            "Measured on {} ({}, {}), {}, kernel {}, in {} parts. Before each part it was waited until other programs used \
             less than {:.0} % of the machine: they used {:.1} % at most, the load average of the last minute was {:.2} at \
             most (this task's own work before counts in it), and the hypervisor took {:.2} % of a part's time at most.",
            date()?,
            processor()?,
            machine()?,
            output(Command::new("getconf").arg("GNU_LIBC_VERSION"))?.trim(),
            output(Command::new("uname").arg("-r"))?.trim(),
            seen.len(),
            ENOUGH * 100.0,
            most(|seen| seen.busy) * 100.0,
            most(|seen| seen.load),
            most(|seen| seen.stolen) * 100.0,
        ))
    }
}

/// Runs `work` with the lock, and does not wait for quiet: builds and downloads.
pub(crate) fn undisturbing<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    hold()?;
    work()
}

/// Holds the lock from now on, until a turn is over and others had theirs, or this process ends.
fn hold() -> Result<()> {
    static HELD: Mutex<Option<(File, Instant)>> = Mutex::new(None);
    let Some(path) = env::var_os(LOCK) else { return Ok(()) };
    let mut held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
    if held.as_ref().is_some_and(|(_, since)| since.elapsed() < TURN) {
        return Ok(());
    }
    if held.take().is_some() {
        sleep(Duration::from_secs(1));
    }
    let file = File::options().create(true).append(true).open(&path).with_context(|| format!("{LOCK} is no file"))?;
    file.lock()?;
    *held = Some((file, Instant::now()));
    Ok(())
}

fn busy() -> Result<f64> {
    let before = jiffies()?;
    sleep(LOOK);
    let after = jiffies()?;
    Ok(1.0 - (after.idle - before.idle) / (after.all - before.all).max(1.0))
}

fn jiffies() -> Result<Jiffies> {
    let text = fs::read_to_string("/proc/stat")?;
    let line = text.lines().next().context("/proc/stat is empty")?;
    // user nice system idle iowait irq softirq steal; what follows is contained in the first two.
    let values: Vec<f64> = line.split_whitespace().skip(1).take(8).filter_map(|value| value.parse().ok()).collect();
    let value = |index| values.get(index).copied().unwrap_or(0.0);
    Ok(Jiffies { all: values.iter().sum(), idle: value(3) + value(4), stolen: value(7) })
}

fn load() -> Result<f64> {
    let text = fs::read_to_string("/proc/loadavg")?;
    text.split(' ').next().and_then(|minute| minute.parse().ok()).context("/proc/loadavg has no number")
}

fn processor() -> Result<String> {
    let text = fs::read_to_string("/proc/cpuinfo")?;
    let name = text.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
    Ok(name.trim_start_matches([' ', '\t', ':']).to_owned())
}

fn date() -> Result<String> {
    Ok(output(Command::new("date").args(["-u", "+%Y-%m-%d %H:%M UTC"]))?.trim().to_owned())
}
