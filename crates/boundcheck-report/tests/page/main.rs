//! The page of a recorded run in a real browser, headless and offline.
//!
//! Needs Chromium or Chrome on the path. Where there is none the test says so and ends; with `PAGE_TEST_BROWSER=required`,
//! as in CI, it fails.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests may fail loudly, and say why they did not run")]

use std::path::Path;
use std::process::Command;

use boundcheck_model::{SpanKind, Trace, TracedExport, TracedProcess, TracedSpan, TracedThread};
use boundcheck_report::trace_html;
use serde_json::{Value, json};

const MS: u64 = 1_000_000;
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const CATCH_ERRORS: &str =
    "<script>window.errors = []; addEventListener('error', (event) => errors.push(event.message));</script>\n<style>";

fn browser() -> Option<&'static str> {
    let found = BROWSERS.into_iter().find(|name| Command::new(name).arg("--version").output().is_ok());
    let required = std::env::var_os("PAGE_TEST_BROWSER").is_some_and(|value| value == "required");
    assert!(found.is_some() || !required, "none of {BROWSERS:?} is on the path");
    found
}

fn trace() -> Trace {
    let export = |name: &str, calls, attached: u64| TracedExport {
        export: name.to_owned(),
        library: "_core.abi3.so".to_owned(),
        calls,
        total_ns: attached,
        attached_ns: attached,
        own_attached_ns: attached,
        longest_hold_ns: attached,
        longest_own_ns: attached,
        ..TracedExport::default()
    };
    let thread = |tid, name: &str| TracedThread {
        process: 0,
        tid,
        name: name.to_owned(),
        holds: 3,
        attached_ns: 254 * MS,
        longest_hold_ns: 254 * MS,
        waited_ns: 0,
        longest_wait_ns: 0,
    };
    let span = |thread, kind, start, length| TracedSpan { thread, kind, start_ns: start * MS, length_ns: length * MS };
    Trace {
        wall_ns: 1_000 * MS,
        processes: vec![TracedProcess {
            pid: 1,
            parent: 0,
            python: "CPython 3.13.0".to_owned(),
            started_ns: 0,
            ended_ns: 1_000 * MS,
            complete: true,
            cost_per_call_ns: 20,
        }],
        threads: vec![thread(1, "MainThread"), thread(2, "worker")],
        exports: vec![
            TracedExport {
                blocked_thread_ns: 250 * MS,
                path: Some("src/lib.rs".into()),
                line: Some(17),
                ..export("demo.rows", 2, 254 * MS)
            },
            export("demo.</script><img src=x onerror=alert(1)>", 1_000_000, 3 * MS),
            export("demo.b", 30, MS),
        ],
        spans: vec![
            span(0, SpanKind::Call(0), 10, 300),
            span(0, SpanKind::Held, 10, 254),
            span(1, SpanKind::Waiting, 12, 252),
        ],
        problems: vec!["a problem with <b>markup</b>".to_owned()],
        ..Trace::default()
    }
}

/// What the probe saw on the page.
fn seen(browser: &str, page: &Path, profile: &Path) -> Value {
    // Without a sandbox, because CI runs as root; without what calls home.
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"])
        .args(["--disable-background-networking", "--disable-component-update", "--window-size=1200,900"])
        .args(["--virtual-time-budget=5000", "--dump-dom"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(page)
        .output()
        .unwrap();
    let dom = String::from_utf8_lossy(&output.stdout);
    let start = dom.find("<pre id=\"probe\">").unwrap_or_else(|| {
        panic!("the probe wrote nothing: {dom}\n{}", String::from_utf8_lossy(&output.stderr));
    });
    let text = &dom[start + 16..];
    let text = &text[..text.find("</pre>").unwrap()];
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    serde_json::from_str(&text).unwrap()
}

#[test]
fn the_page_shows_sorts_zooms_and_asks_nobody() {
    let Some(browser) = browser() else {
        eprintln!("not run: none of {BROWSERS:?} is on the path");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("run.html");
    let html = trace_html(&trace()).replacen("<style>", CATCH_ERRORS, 1);
    std::fs::write(&page, html.replace("</html>", concat!(include_str!("probe.html"), "</html>"))).unwrap();
    let seen = seen(browser, &page, &folder.path().join("profile"));

    assert_eq!(seen["errors"], json!([]));
    assert_eq!((&seen["requests"], &seen["images"]), (&json!(0), &json!(0)), "nothing is fetched, nothing injected");
    assert_eq!(seen["summary"], "3 exports · 2 threads · 1 process · 1.00 s");
    assert_eq!(seen["notes"], json!(["a problem with <b>markup</b>"]));
    let injected = "demo.</script><img src=x onerror=alert(1)>";
    assert_eq!(seen["first"], json!(["demo.rows", injected, "demo.b"]));
    assert_eq!(
        seen["cells"],
        json!([
            "demo.rowsworks up to 254 ms without letting go; other threads waited 250 ms for it: detach what needs no \
             Pythonsrc/lib.rs:17",
            "2",
            "254 ms",
            "254 ms",
            "254 ms",
            "250 ms",
            "–",
            "–",
            "–"
        ])
    );
    assert_eq!(seen["by_calls"], json!([injected, "demo.b", "demo.rows"]));
    assert_eq!(seen["by_calls_reversed"], json!(["demo.rows", "demo.b", injected]));
    assert_eq!(seen["by_name"], json!([injected, "demo.b", "demo.rows"]), "headers can be used with keys");

    assert_eq!(seen["whole"], json!([0, 1000]));
    assert_eq!(seen["colours"], 3, "a call, a hold and nothing look different");
    assert_eq!(seen["over_call"], "demo.rows · 300 ms");
    assert_eq!(seen["over_held"], "holds the interpreter · 254 ms");
    assert_eq!(seen["over_waiting"], "waits for the interpreter · 252 ms");
    assert_eq!(seen["over_nothing"], Value::Null);
    // e^-1 of a second, and 100 ms stays where it is.
    assert_eq!(seen["zoomed"], json!([63, 431]));
    assert_eq!(seen["moved"], json!([0, 368]), "100 ms to the right, as far as there is something");
    assert_eq!(seen["all"], json!([0, 1000]));
    assert_eq!(seen["zoomed_by_key"], json!([250, 750]));
    assert_eq!(seen["all_by_key"], json!([0, 1000]));
}
