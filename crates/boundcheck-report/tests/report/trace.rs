//! A recorded run, as its readers see it.

use boundcheck_model::{SpanKind, Trace, TraceMode, TracedExport, TracedKind, TracedProcess, TracedSpan, TracedThread};
use boundcheck_report::{read_trace, trace_folded, trace_json, trace_schema, trace_text, trace_timeline};
use serde_json::Value;

const MS: u64 = 1_000_000;

/// A run with one export that blocks, one that detaches and a short one.
fn trace() -> Trace {
    let export = |name: &str, kind| TracedExport {
        export: name.to_owned(),
        library: "_core.abi3.so".to_owned(),
        kind,
        ..TracedExport::default()
    };
    let thread = |tid, name: &str| TracedThread {
        process: 0,
        tid,
        name: name.to_owned(),
        holds: 40,
        attached_ns: 300 * MS,
        longest_hold_ns: 254 * MS,
        waited_ns: 10 * MS,
        longest_wait_ns: 9 * MS,
    };
    let span = |thread, kind, start, length| TracedSpan { thread, kind, start_ns: start * MS, length_ns: length * MS };
    Trace {
        mode: TraceMode::GilTimeline,
        wall_ns: 1_250 * MS,
        processes: vec![TracedProcess {
            pid: 4711,
            parent: 4700,
            python: "CPython 3.13.0".to_owned(),
            started_ns: 0,
            ended_ns: 1_250 * MS,
            complete: true,
            cost_per_call_ns: 21,
        }],
        threads: vec![thread(4711, "MainThread"), thread(4712, "worker")],
        exports: vec![
            TracedExport {
                calls: 1_000_000,
                total_ns: 20 * MS,
                attached_ns: 20 * MS,
                own_attached_ns: 20 * MS,
                longest_hold_ns: 1_200,
                longest_own_ns: 1_200,
                exceptions: 3,
                ..export("demo.Series.__getitem__", TracedKind::Slot)
            },
            TracedExport {
                calls: 2,
                total_ns: 300 * MS,
                attached_ns: 254 * MS,
                own_attached_ns: 254 * MS,
                detached_ns: 46 * MS,
                longest_hold_ns: 254 * MS,
                longest_own_ns: 254 * MS,
                blocked_thread_ns: 610 * MS,
                blocked_wall_ns: 250 * MS,
                drops: 2,
                path: Some("src/frame.rs".into()),
                line: Some(17),
                ..export("demo.Frame.rows", TracedKind::Method)
            },
            TracedExport {
                calls: 4,
                total_ns: 90 * MS,
                attached_ns: 10_000,
                own_attached_ns: 10_000,
                detached_ns: 89 * MS,
                reattach_wait_ns: MS,
                longest_hold_ns: 4_000,
                longest_own_ns: 4_000,
                drops: 4,
                ..export("demo.confidence_interval", TracedKind::Function)
            },
        ],
        spans: vec![
            span(0, SpanKind::Call(1), 10, 300),
            span(0, SpanKind::Held, 10, 254),
            span(1, SpanKind::Waiting, 12, 252),
        ],
        spans_dropped: 0,
        problems: vec!["process 4720 was killed: its last moments are missing".to_owned()],
    }
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn the_table_has_the_worst_first_and_says_why() {
    insta::assert_snapshot!(trace_text(&trace(), None));
}

#[test]
fn a_limit_tells_how_much_is_left_out() {
    let text = trace_text(&trace(), Some(1));
    assert!(text.contains("demo.Frame.rows") && !text.contains("__getitem__"), "{text}");
    assert!(text.contains("and 2 more"), "{text}");
}

#[test]
fn what_the_figures_do_not_show_is_said() {
    let mut trace = trace();
    trace.threads.truncate(1);
    let text = trace_text(&trace, None);
    assert!(text.contains("note: only one thread used Python, so nobody could be blocked"), "{text}");
}

#[test]
fn a_report_can_be_read_again() {
    let written = trace_json(&trace());
    let read = read_trace(&written).expect("a report");
    assert_eq!(trace_json(&read), written);
    assert_eq!(read.exports[0].blocked_thread_ns, 610 * MS);
    assert_eq!(read.threads[1].process, 0);
}

#[test]
fn what_is_no_report_is_told_apart() {
    let error = |text: &str| read_trace(text).expect_err("no report").to_string();
    assert!(error("{").starts_with("not a report of `boundcheck trace --format json`: EOF"));
    assert!(error("{}").contains("missing field `schema_version`"));
    let written = trace_json(&trace());
    assert_eq!(
        error(&written.replace("\"schema_version\": 1", "\"schema_version\": 99")),
        "its format has version 99, and this boundcheck reads 1: update boundcheck"
    );
    assert_eq!(
        error(&written.replace("\"gil-timeline\"", "\"sampled\"")),
        "mode: `sampled` is none of gil-timeline, api"
    );
}

#[test]
fn a_run_without_a_call_says_so() {
    assert!(trace_text(&Trace::default(), None).starts_with("no export of an extension module was called\n"));
}

#[test]
fn the_object_for_programs() {
    insta::assert_snapshot!(trace_json(&trace()));
}

#[test]
fn the_object_fits_its_schema() {
    let schema = jsonschema::validator_for(&parsed(&trace_schema())).expect("the schema is one");
    for trace in [trace(), Trace::default()] {
        schema.validate(&parsed(&trace_json(&trace))).expect("a trace fits its schema");
    }
    let mut wrong = parsed(&trace_json(&trace()));
    wrong["mode"] = "sampled".into();
    assert!(!schema.is_valid(&wrong), "the schema checks nothing");
}

#[test]
fn folded_stacks_are_names_and_microseconds() {
    insta::assert_snapshot!(trace_folded(&trace()));
}

#[test]
fn the_timeline_has_two_tracks_for_each_thread() {
    let timeline = parsed(&trace_timeline(&trace()));
    let events = timeline["traceEvents"].as_array().expect("events");
    let call = events.iter().find(|event| event["cat"] == "call").expect("a call");
    assert_eq!(
        (call["name"].as_str(), call["ts"].as_f64(), call["dur"].as_f64()),
        (Some("demo.Frame.rows"), Some(10_000.0), Some(300_000.0))
    );
    let names: Vec<_> = events.iter().filter(|event| event["name"] == "thread_name").collect();
    assert_eq!(names.len(), 4);
    assert!(events.iter().all(|event| event["pid"] == 4711));
}
