//! One file of the recorder as data. Any bytes will do: what makes no sense is left out.

mod clock;
mod process;
mod words;

pub(crate) use process::{Counters, Process, SpanWhat, process};
