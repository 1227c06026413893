//! How long locks are held.

use crate::{calls, project};

fn guards(body: &str) -> String {
    let text = format!("use pyo3::prelude::*;\nuse std::sync::Mutex;\nfn probe(_: &str) {{}}\n{body}");
    calls(&project(&text), "export", |function, call| {
        let literal = call.args.first()?.literal.clone()?;
        let held: Vec<_> = call.guards.iter().map(|guard| function.call(guard.taken_by).name.as_str()).collect();
        (call.name == "probe").then(|| format!("{literal}: {held:?}"))
    })
}

#[test]
fn a_bound_guard_lives_until_its_block_ends_or_it_is_dropped() {
    let guards = guards(
        r#"
        #[pyfunction]
        fn export() {
            let lock = Mutex::new(1);
            {
                let guard = lock.lock().unwrap();
                probe("bound");
            }
            probe("after the block");
            let guard = lock.lock().unwrap();
            drop(guard);
            probe("after drop");
        }"#,
    );
    assert_eq!(guards, "bound: [\"lock\"]\nafter the block: []\nafter drop: []\n");
}

#[test]
fn a_guard_that_is_dropped_within_a_block_hides_none_that_is_taken_in_it() {
    let guards = guards(
        r#"
        #[pyfunction]
        fn export() {
            let lock = Mutex::new(1);
            let other = Mutex::new(1);
            let outer = lock.lock().unwrap();
            {
                let inner = other.try_lock().unwrap();
                drop(outer);
                probe("outer dropped");
            }
            probe("all dropped");
        }"#,
    );
    assert_eq!(guards, "outer dropped: [\"try_lock\"]\nall dropped: []\n");
}

#[test]
fn a_temporary_guard_lives_until_its_statement_ends() {
    let guards = guards(
        r#"
        #[pyfunction]
        fn export() {
            let lock = Mutex::new(vec![()]);
            lock.lock().unwrap().push(probe("in the statement"));
            probe("after it");
        }"#,
    );
    assert_eq!(guards, "in the statement: [\"lock\"]\nafter it: []\n");
}
