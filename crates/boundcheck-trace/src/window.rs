//! What a process did from one mark to another.

use std::collections::BTreeMap;

use boundcheck_model::Trace;
use boundcheck_trace_format::{SUFFIX, counter, thread};
use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;

use crate::TraceError;
use crate::merge::merge;
use crate::read::{self, Counters, Process};

/// What a process did from one mark on: what was counted by then is taken off.
///
/// The process has loaded the recorder, and marks by calling its function
/// [`MARK_FUNCTION`](boundcheck_trace_format::MARK_FUNCTION). Every mark of the process ends the longest holds up to it:
/// a window that is to go on over it needs [`Window::extended`] there. A call counts where it returns, with all of its
/// time; the number of calls, where it begins. In a fork the window begins with the fork.
#[derive(Debug, Clone)]
pub struct Window {
    pid: u32,
    started_ns: u64,
    start: Totals,
    longest: Totals,
    now: Process,
}

/// Counters by number of export, and those of threads by number of thread.
#[derive(Debug, Clone, Default)]
struct Totals {
    exports: BTreeMap<u32, [u64; counter::WORDS]>,
    threads: BTreeMap<u32, [u64; thread::WORDS]>,
}

impl Window {
    /// A window that begins now: the process `pid` has just marked. `folder` is where its recorder writes to.
    ///
    /// # Errors
    /// When the file of the process is not there or cannot be read.
    pub fn begin(folder: &Utf8Path, pid: u32) -> Result<Self, TraceError> {
        let now = read_newest(folder, pid)?;
        Ok(Self { pid: now.pid, started_ns: now.ended_ns, start: Totals::of(&now), longest: Totals::default(), now })
    }

    /// The same window, up to now: the process has just marked, or `pid`, which is a fork of it.
    ///
    /// # Errors
    /// When the file of the process is not there or cannot be read.
    pub fn extended(&self, folder: &Utf8Path, pid: u32) -> Result<Self, TraceError> {
        let now = read_newest(folder, pid)?;
        let totals = Totals::of(&now);
        let mut next = if now.pid == self.pid {
            Self { now, ..self.clone() }
        } else {
            let (start, longest) = (Totals::default(), Totals::default());
            Self { pid: now.pid, started_ns: now.started_ns, start, longest, now }
        };
        for (export, values) in &totals.exports {
            raise(next.longest.exports.entry(*export).or_insert([0; counter::WORDS]), values, &counter::LAST);
        }
        for (number, values) in &totals.threads {
            raise(next.longest.threads.entry(*number).or_insert([0; thread::WORDS]), values, &thread::LAST);
        }
        Ok(next)
    }

    /// What happened in the window. Exports that did not run and threads that did not use Python are left out; there
    /// are no stretches of time.
    pub fn trace(&self) -> Trace {
        let mut process = self.now.clone();
        process.started_ns = self.started_ns;
        process.spans.clear();
        process.spans_dropped = 0;
        process.counters = Totals::of(&process)
            .exports
            .into_iter()
            .map(|(export, mut values)| {
                let start = self.start.exports.get(&export).map_or(&[][..], |start| start);
                let longest = self.longest.exports.get(&export).map_or(&[][..], |longest| longest);
                take_off(&mut values, start);
                put_longest(&mut values, longest, counter::LONGEST, counter::LAST, counter::BEFORE);
                values[counter::EXPORT] = 0;
                Counters { export, values }
            })
            .filter(|counters| counters.values.iter().any(|value| *value != 0))
            .collect();
        for counted in &mut process.threads {
            let start = self.start.threads.get(&counted.number).map_or(&[][..], |start| start);
            let longest = self.longest.threads.get(&counted.number).map_or(&[][..], |longest| longest);
            take_off(&mut counted.values[thread::HOLDS..], start.get(thread::HOLDS..).unwrap_or_default());
            put_longest(&mut counted.values, longest, thread::LONGEST, thread::LAST, thread::BEFORE);
        }
        process.threads.retain(|counted| counted.values[thread::HOLDS..].iter().any(|value| *value != 0));
        merge(vec![process])
    }
}

impl Totals {
    fn of(process: &Process) -> Self {
        let mut totals = Self::default();
        let longest = [counter::LONGEST, counter::LAST, counter::BEFORE].concat();
        for counters in &process.counters {
            let sums = totals.exports.entry(counters.export).or_insert([0; counter::WORDS]);
            for (index, (sum, value)) in sums.iter_mut().zip(counters.values).enumerate() {
                *sum = if longest.contains(&index) { value.max(*sum) } else { sum.saturating_add(value) };
            }
        }
        totals.threads = process.threads.iter().map(|counted| (counted.number, counted.values)).collect();
        totals
    }
}

fn take_off(values: &mut [u64], start: &[u64]) {
    for (value, start) in values.iter_mut().zip(start) {
        *value = value.saturating_sub(*start);
    }
}

fn raise(longest: &mut [u64], values: &[u64], columns: &[usize]) {
    for column in columns {
        longest[*column] = longest[*column].max(values[*column]);
    }
}

/// Puts what was longest in the window where the rest expects it.
fn put_longest(values: &mut [u64], found: &[u64], longest: [usize; 2], last: [usize; 2], before: [usize; 2]) {
    for ((longest, last), before) in longest.into_iter().zip(last).zip(before) {
        values[longest] = found.get(last).copied().unwrap_or(0);
        values[last] = 0;
        values[before] = 0;
    }
}

/// The newest file of a process.
fn read_newest(folder: &Utf8Path, pid: u32) -> Result<Process, TraceError> {
    let fail = |source| TraceError::Read { path: folder.to_owned(), source };
    // `exec` begins a file anew.
    let begin = format!("{pid}-");
    let mut newest: Option<(u64, Utf8PathBuf)> = None;
    for entry in fs::read_dir(folder).map_err(fail)? {
        let name = entry.map_err(fail)?.file_name().to_string_lossy().into_owned();
        let started = name.strip_prefix(&begin).and_then(|rest| rest.strip_suffix(SUFFIX)).map(str::parse);
        if let Some(Ok(started)) = started
            && newest.as_ref().is_none_or(|(other, _)| *other < started)
        {
            newest = Some((started, folder.join(name)));
        }
    }
    let (_, path) = newest.ok_or_else(|| fail(std::io::ErrorKind::NotFound.into()))?;
    let bytes = fs::read(&path).map_err(|source| TraceError::Read { path: path.clone(), source })?;
    read::process(&bytes).ok_or_else(|| TraceError::Read { path, source: std::io::ErrorKind::InvalidData.into() })
}
