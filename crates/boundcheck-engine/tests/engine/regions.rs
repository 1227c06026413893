//! Where code runs.

use boundcheck_model::{Call, Function};

use crate::{calls, project};

/// Name and region of the calls of `probe`, which marks a place.
fn probe(_: &Function, call: &Call) -> Option<String> {
    (call.name == "probe").then(|| {
        let literal = call.args.first().and_then(|arg| arg.literal.clone()).unwrap_or_default();
        format!("{literal}: {:?}", call.region)
    })
}

fn regions(body: &str) -> String {
    let text = format!("use pyo3::prelude::*;\nfn probe(_: &str) {{}}\n{body}");
    calls(&project(&text), "export", probe)
}

#[test]
fn closures_of_detach_and_attach_change_the_region() {
    let regions = regions(
        r#"
        #[pyfunction]
        fn export(py: Python<'_>) {
            probe("before");
            py.detach(|| {
                probe("detached");
                Python::attach(|_| probe("attached again"));
            });
            std::thread::spawn(|| {
                probe("thread");
                Python::attach(|_| probe("attached on the thread"));
            });
        }"#,
    );
    assert_eq!(
        regions,
        "before: Inherited\ndetached: Detached\nattached again: Attached\nthread: OtherThread\n\
         attached on the thread: OtherThreadAttached\n"
    );
}

#[test]
fn a_wrapper_of_detach_is_seen_through_its_body() {
    let regions = regions(
        r#"
        fn unlocked<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> T {
            py.detach(work)
        }
        fn twice<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> T {
            unlocked(py, move || work())
        }
        fn here<T>(work: impl FnOnce() -> T) -> T { work() }
        #[pyfunction]
        fn export(py: Python<'_>) {
            unlocked(py, || probe("one wrapper"));
            twice(py, || probe("two wrappers"));
            here(|| probe("called there and then"));
        }"#,
    );
    assert_eq!(regions, "one wrapper: Detached\ntwo wrappers: Detached\ncalled there and then: Inherited\n");
}

#[test]
fn a_method_that_blocks_on_a_future_detached_is_a_wrapper_too() {
    let regions = regions(
        r#"
        struct Background(tokio::runtime::Runtime);
        impl Background {
            fn block_on<F: std::future::Future + Send>(&self, py: Python<'_>, future: F) -> F::Output
            where F::Output: Send {
                py.detach(|| self.0.block_on(future))
            }
        }
        #[pyfunction]
        fn export(py: Python<'_>) {
            let runtime = Background(tokio::runtime::Runtime::new().unwrap());
            runtime.block_on(py, async { probe("wrapped") });
            runtime.0.block_on(async { probe("bare") });
            runtime.0.spawn(async { probe("spawned") });
        }"#,
    );
    assert_eq!(regions, "wrapped: Detached\nbare: Inherited\nspawned: OtherThread\n");
}

#[test]
fn a_closure_in_a_variable_runs_where_it_is_used() {
    let regions = regions(
        r#"
        #[pyfunction]
        fn export(py: Python<'_>) {
            let work = || probe("variable");
            py.detach(work);
            let kept: Box<dyn Fn()> = Box::new(|| probe("boxed"));
            py.detach(|| kept());
        }"#,
    );
    assert_eq!(regions, "variable: Detached\nboxed: Detached\n");
}

#[test]
fn a_closure_that_is_detached_only_for_much_data_counts_as_detached() {
    let regions = regions(
        r#"
        #[pyfunction]
        fn export(py: Python<'_>, data: &[u8]) {
            let work = || probe("weighed");
            if data.len() > 2047 { py.detach(work) } else { work() }
        }"#,
    );
    assert_eq!(regions, "weighed: Detached\n");
}

#[test]
fn what_unknown_code_may_keep_and_send_to_a_thread_runs_no_one_knows_where() {
    let regions = regions(
        r#"
        trait Pool {
            fn execute<F>(&self, job: F) where F: FnOnce() + Send + 'static;
            fn submit(&self, job: impl FnOnce() + Send + 'static);
            fn scoped<F: FnOnce() + Send>(&self, job: F);
            fn always(&self, name: &'static str, job: impl FnOnce());
        }
        #[pyfunction]
        fn export(pool: Box<dyn Pool>) {
            pool.execute(|| probe("where clause"));
            pool.submit(|| probe("impl"));
            pool.scoped(|| probe("scoped"));
            pool.always("x", || probe("here"));
        }
        "#,
    );
    assert_eq!(regions, "where clause: Unknown\nimpl: Unknown\nscoped: Inherited\nhere: Inherited\n");
}

#[test]
fn a_macro_that_detaches_is_nothing_special() {
    let regions = regions(
        r#"
        macro_rules! unlocked { ($py:expr, $body:expr) => { $py.detach(|| $body) } }
        #[pyfunction]
        fn export(py: Python<'_>) { unlocked!(py, probe("macro")); }"#,
    );
    assert_eq!(regions, "macro: Detached\n");
}

#[test]
fn rayon_runs_closures_on_its_workers() {
    let regions = regions(
        r#"
        use rayon::prelude::*;
        #[pyfunction]
        fn export(items: Vec<u32>) -> Vec<u32> {
            items.par_iter().map(|item| { probe("worker"); item + 1 }).collect()
        }"#,
    );
    assert_eq!(regions, "worker: OtherThread\n");
}

#[test]
fn a_function_that_is_only_named_runs_where_it_is_given_to() {
    let text = "use pyo3::prelude::*;\nfn work() {}\n#[pyfunction]\nfn export(py: Python<'_>) { py.detach(work); }";
    let analysis = project(text);
    let named = calls(&analysis, "export", |_, call| {
        (call.name == "work").then(|| format!("{:?} {:?}", call.region, analysis.model.targets(call).len()))
    });
    assert_eq!(named, "Detached 1\n");
}
