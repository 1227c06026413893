//! What the file of a process says.

use boundcheck_model::TracedKind;
use boundcheck_trace_format::page::Kind;
use boundcheck_trace_format::{MAGIC, PAGE, counter, export, header, kind, page, span, thread};

use super::clock::Clock;
use super::words::Words;

/// A recorded process. Moments are nanoseconds of the monotonic clock, which all processes of a machine share; times are
/// ticks of `clock`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Process {
    pub(crate) pid: u32,
    pub(crate) parent: u32,
    pub(crate) python: String,
    pub(crate) flags: u64,
    pub(crate) clock: Clock,
    pub(crate) started_ns: u64,
    pub(crate) ended_ns: u64,
    pub(crate) cost_ns: u64,
    pub(crate) spans_dropped: u64,
    pub(crate) exports_dropped: u64,
    pub(crate) calls_too_deep: u64,
    pub(crate) exports: Vec<Export>,
    pub(crate) counters: Vec<Counters>,
    pub(crate) threads: Vec<Thread>,
    pub(crate) spans: Vec<Span>,
}

/// The name of an export.
#[derive(Debug, Clone)]
pub(crate) struct Export {
    pub(crate) number: u32,
    pub(crate) kind: TracedKind,
    pub(crate) name: String,
    pub(crate) library: String,
}

/// What one thread counted for an export.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counters {
    pub(crate) export: u32,
    /// By position as in [`counter`].
    pub(crate) values: [u64; counter::WORDS],
}

/// A thread.
#[derive(Debug, Clone)]
pub(crate) struct Thread {
    pub(crate) number: u32,
    pub(crate) tid: u32,
    pub(crate) name: String,
    /// By position as in [`thread`].
    pub(crate) values: [u64; thread::WORDS],
}

/// A stretch of time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    pub(crate) thread: u32,
    pub(crate) what: SpanWhat,
    pub(crate) start_ns: u64,
    pub(crate) length_ns: u64,
}

/// What it shows.
#[derive(Debug, Clone, Copy)]
pub(crate) enum SpanWhat {
    /// A call of the export with this number.
    Call(u32),
    Held,
    Waiting,
}

impl Counters {
    /// A count or time by its position in [`counter`]; what is longest, over all marks.
    pub(crate) fn get(&self, index: usize) -> u64 {
        over_marks(&self.values, index, counter::LONGEST, counter::BEFORE)
    }
}

impl Thread {
    /// A count or time by its position in [`thread`]; what is longest, over all marks.
    pub(crate) fn get(&self, index: usize) -> u64 {
        over_marks(&self.values, index, thread::LONGEST, thread::BEFORE)
    }
}

fn over_marks(values: &[u64], index: usize, longest: [usize; 2], before: [usize; 2]) -> u64 {
    let value = |index: usize| values.get(index).copied().unwrap_or(0);
    let put_aside = longest.iter().position(|longest| *longest == index).map_or(0, |at| value(before[at]));
    value(index).max(put_aside)
}

impl Process {
    pub(crate) fn has(&self, flags: u64) -> bool {
        self.flags & flags != 0
    }
}

/// What a file says; `None` if it is none of the recorder's.
pub(crate) fn process(bytes: &[u8]) -> Option<Process> {
    let header = Words::new(bytes.get(..PAGE)?);
    if header.get(header::MAGIC) != MAGIC {
        return None;
    }
    let clock = Clock::of(header);
    let (pid, parent) = header.halves(header::PIDS);
    let at = header::PAIRS + 2 * (header.get(header::PAIR) & 1) as usize;
    let mut process = Process {
        pid,
        parent,
        python: header.text(header::PYTHON, header::PYTHON_WORDS * 8),
        flags: header.get(header::FLAGS),
        started_ns: clock.start_ns,
        ended_ns: header.get(at + 1).max(clock.start_ns),
        cost_ns: clock.length(header.get(header::COST)),
        spans_dropped: header.get(header::SPANS_DROPPED),
        exports_dropped: header.get(header::EXPORTS_DROPPED),
        calls_too_deep: header.get(header::CALLS_TOO_DEEP),
        ..Process::default()
    };
    for bytes in bytes.as_chunks::<PAGE>().0.iter().skip(1) {
        let words = Words::new(bytes);
        let Some(kind) = Kind::ALL.into_iter().find(|kind| *kind as u64 == words.get(page::KIND)) else {
            continue;
        };
        let count = (words.get(page::COUNT).min(kind.capacity() as u64)) as usize;
        for index in 0..count {
            let record = words.from(page::WORDS + index * kind.record_words());
            match kind {
                Kind::Exports => process.exports.extend(read_export(record)),
                Kind::Counters => process.counters.push(read_counters(record)),
                Kind::Threads => process.threads.push(read_thread(record)),
                Kind::Spans => process.spans.extend(read_span(record, words.get(page::OWNER), &clock)),
            }
        }
    }
    process.clock = clock;
    Some(process)
}

fn read_export(record: Words<'_>) -> Option<Export> {
    let (number, kind) = record.halves(export::ID);
    let (name, library) = record.halves(export::LENGTHS);
    let name = (name as usize).min(export::NAME_BYTES);
    let export = Export {
        number,
        kind: match kind {
            kind::FUNCTION => TracedKind::Function,
            kind::METHOD => TracedKind::Method,
            kind::GETTER => TracedKind::Getter,
            kind::SETTER => TracedKind::Setter,
            kind::SLOT => TracedKind::Slot,
            kind::CONSTRUCTOR => TracedKind::Constructor,
            kind::DEALLOC => TracedKind::Dealloc,
            kind::MODULE_EXEC => TracedKind::ModuleExec,
            _ => return None,
        },
        name: record.text(export::NAMES, name),
        library: record.range(export::NAMES, name, (library as usize).min(export::LIBRARY_BYTES)),
    };
    // The process was killed before it wrote the name.
    (!export.name.is_empty()).then_some(export)
}

fn read_counters(record: Words<'_>) -> Counters {
    Counters { export: record.get(counter::EXPORT) as u32, values: std::array::from_fn(|index| record.get(index)) }
}

fn read_thread(record: Words<'_>) -> Thread {
    let (tid, number) = record.halves(thread::TID);
    let name = record.text(thread::NAME, 16);
    Thread { number, tid, name, values: std::array::from_fn(|index| record.get(index)) }
}

fn read_span(record: Words<'_>, thread: u64, clock: &Clock) -> Option<Span> {
    let start = record.get(span::START);
    if start == 0 {
        return None;
    }
    Some(Span {
        thread: u32::try_from(thread).ok()?,
        what: match record.get(span::WHAT) {
            span::HELD => SpanWhat::Held,
            span::WAITING => SpanWhat::Waiting,
            what => SpanWhat::Call(u32::try_from(what).ok()?),
        },
        start_ns: clock.moment(start),
        length_ns: clock.length(record.get(span::LENGTH)),
    })
}

#[cfg(test)]
mod tests {
    use boundcheck_trace_format::{MAGIC, PAGE, header, page};
    use proptest::collection::vec;
    use proptest::prelude::{any, prop_oneof};
    use proptest::strategy::{Just, Strategy};
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::process;
    use crate::merge::merge;

    /// Words that a file would have, and any others.
    fn word() -> impl Strategy<Value = u64> {
        prop_oneof![
            3 => 0_u64..10,
            1 => any::<u64>(),
            1 => Just(u64::MAX),
            1 => (0_u64..10, 0_u64..10).prop_map(|(low, high)| low | high << 32),
        ]
    }

    fn file() -> impl Strategy<Value = Vec<u8>> {
        let page = (0_u64..6, vec(word(), 0..PAGE / 8)).prop_map(|(kind, mut words)| {
            words.resize(PAGE / 8, 3);
            words[page::KIND] = kind;
            words
        });
        (vec(page, 1..8), 0_usize..PAGE).prop_map(|(mut pages, cut)| {
            pages[0][header::MAGIC] = MAGIC;
            let mut bytes: Vec<u8> = pages.concat().into_iter().flat_map(u64::to_le_bytes).collect();
            bytes.truncate(bytes.len() - cut);
            bytes
        })
    }

    proptest! {
        #[test]
        fn any_bytes_can_be_read(bytes in vec(any::<u8>(), 0..3 * PAGE)) {
            prop_assert!(process(&bytes).is_none(), "nothing begins so by chance");
        }

        #[test]
        fn any_content_can_be_read_and_merged(files in vec(file(), 0..4)) {
            let processes: Vec<_> = files.iter().filter_map(|file| process(file)).collect();
            let trace = merge(processes);
            prop_assert!(trace.processes.len() <= files.len());
            prop_assert!(trace.threads.iter().all(|thread| thread.process < trace.processes.len()));
            prop_assert!(trace.spans.iter().all(|span| span.thread < trace.threads.len()));
            let mut exports: Vec<_> = trace.exports.iter().map(|e| (&e.library, &e.export, e.kind)).collect();
            exports.dedup();
            prop_assert_eq!(exports.len(), trace.exports.len(), "each export is there once");
        }
    }
}
