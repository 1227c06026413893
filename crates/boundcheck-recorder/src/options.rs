//! Settings from the environment.

use std::sync::OnceLock;

use boundcheck_trace_format::{OPTIONS_VARIABLE, option};

/// What can be set.
pub(crate) struct Options {
    /// Begins of file names of the libraries to record; empty for all.
    pub(crate) only: Vec<String>,
    /// Whether calls back into Python are told apart from own work.
    pub(crate) call_ins: bool,
    /// Whether to leave the interpreter's lock alone.
    pub(crate) api: bool,
    /// Whether to take the interpreter for a free-threaded one.
    pub(crate) no_lock: bool,
    /// How many spans are kept.
    pub(crate) spans: u64,
    /// The shortest of them, in microseconds.
    pub(crate) span_us: u64,
}

/// The settings of this process.
pub(crate) fn get() -> &'static Options {
    static OPTIONS: OnceLock<Options> = OnceLock::new();
    OPTIONS.get_or_init(|| parse(&std::env::var(OPTIONS_VARIABLE).unwrap_or_default()))
}

fn parse(text: &str) -> Options {
    let mut options =
        Options { only: Vec::new(), call_ins: true, api: false, no_lock: false, spans: 100_000, span_us: 20 };
    for (key, value) in text.split(';').filter_map(|part| part.split_once('=')) {
        match key {
            option::ONLY => options.only = value.split(',').filter(|v| !v.is_empty()).map(str::to_owned).collect(),
            option::CALL_INS => options.call_ins = value != "0",
            option::NO_LOCK => options.no_lock = value == "1",
            option::API => options.api = value == "1",
            option::SPANS => options.spans = value.parse().unwrap_or(options.spans),
            option::SPAN_US => options.span_us = value.parse().unwrap_or(options.span_us),
            _ => {}
        }
    }
    options
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn settings_are_read_and_nonsense_is_ignored() {
        let options = parse("only=a,b,;call-ins=0;spans=many;unknown=1;;span-us=5");
        assert_eq!(options.only, ["a", "b"]);
        assert!(!options.call_ins);
        assert!(!options.api);
        assert_eq!((options.spans, options.span_us), (100_000, 5));
    }
}
