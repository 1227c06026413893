//! What the built-in table promises, how user rows take part, and that looking up is the same as trying every row.

use std::sync::LazyLock;

use boundcheck_model::{ClosureRegion, Effect, EffectKind, Type};
use proptest::prelude::*;

use super::{AREAS, EffectTable, built_in};

static TABLE: LazyLock<EffectTable> = LazyLock::new(|| EffectTable::new(&[]).expect("the built-in table is valid"));

/// The row for a path.
fn row(table: &EffectTable, path: &str) -> Option<Effect> {
    table.lookup_on(path, None).map(|id| table.rows()[id.0 as usize].clone())
}

/// What the built-in table says that a call does.
fn kinds(path: &str) -> Option<Vec<EffectKind>> {
    row(&TABLE, path).map(|row| row.kinds)
}

fn user_row(path: &str) -> Effect {
    Effect {
        path: path.to_owned(),
        on: Vec::new(),
        kinds: Vec::new(),
        closure: None,
        what: String::new(),
        source: "our handbook".to_owned(),
    }
}

fn error_of(rows: &[Effect]) -> String {
    EffectTable::new(rows).map_or_else(|error| error.to_string(), |_| "no error".to_owned())
}

#[test]
fn a_callee_is_known_by_where_it_is_defined() {
    use EffectKind::{Attaches, Blocks, Detaches, Locks, Logs, Panics, Parallel, ParallelSource, Sleeps, Spawns};
    for (paths, expected) in [
        (&["std::thread::sleep"][..], Sleeps),
        (&["std::thread::JoinHandle::join"], Blocks),
        (&["std::sync::Mutex::lock", "lock_api::mutex::Mutex::lock", "lock_api::Mutex::lock"], Locks),
        (&["tokio::runtime::runtime::Runtime::block_on", "tokio::runtime::Runtime::block_on"], Blocks),
        (&["tokio::runtime::handle::Handle::block_on", "tokio::runtime::Handle::block_on"], Blocks),
        (&["tokio::task::spawn::spawn", "tokio::task::spawn"], Spawns),
        (&["crossbeam_channel::channel::Receiver::recv", "crossbeam_channel::Receiver::recv"], Blocks),
        (&["rayon_core::join::join", "rayon_core::join"], Parallel),
        (&["rayon::iter::ParallelIterator::for_each", "rayon::ParallelIterator::for_each"], Parallel),
        (&["rayon::iter::IntoParallelIterator::into_par_iter"], ParallelSource),
        (&["futures_executor::local_pool::block_on", "futures_executor::block_on"], Blocks),
        (&["pyo3::Python::attach", "pyo3::marker::Python::with_gil"], Attaches),
        (&["pyo3::Python::detach", "pyo3::marker::Python::allow_threads"], Detaches),
        (&["log::__private_api::log"], Logs),
        (&["std::panicking::panic_fmt", "std::option::Option::unwrap", "std::slice::split_at"], Panics),
    ] {
        for path in paths {
            assert_eq!(kinds(path).map(|kinds| kinds.contains(&expected)), Some(true), "{path} {expected:?}");
        }
    }
}

#[test]
fn what_returns_at_once_has_no_row() {
    for path in [
        "std::sync::Mutex::try_lock",
        "std::sync::mpsc::Receiver::try_recv",
        "std::sync::mpsc::Sender::send",
        "std::path::Path::join",
        "std::slice::join",
        "std::path::Path::exists",
        "std::cell::OnceCell::get_or_init",
        "once_cell::unsync::OnceCell::get_or_init",
        "crossbeam_channel::channel::Sender::send",
        "tokio::sync::mpsc::bounded::Sender::send",
        "tokio::fs::file::File::open",
        "tokio::process::Command::spawn",
        "pyo3::Python::assume_attached",
        "pyo3::types::PyListMethods::append",
        "my_crate::Runtime::block_on",
    ] {
        assert_eq!(kinds(path), None, "{path}");
    }
}

#[test]
fn a_closure_runs_where_its_row_says() {
    for (path, region) in [
        ("pyo3::Python::detach", Some(ClosureRegion::Detached)),
        ("pyo3::Python::attach", Some(ClosureRegion::Attached)),
        ("std::thread::spawn", Some(ClosureRegion::OtherThread)),
        ("std::thread::scope", Some(ClosureRegion::Caller)),
        ("rayon::iter::ParallelIterator::map", Some(ClosureRegion::OtherThread)),
        ("tokio::runtime::Runtime::block_on", Some(ClosureRegion::Caller)),
        ("pyo3_async_runtimes::tokio::future_into_py", Some(ClosureRegion::OtherThread)),
        ("std::fs::read", None),
    ] {
        assert_eq!(row(&TABLE, path).map(|row| row.closure), Some(region), "{path}");
    }
}

#[test]
fn a_method_of_a_common_trait_counts_only_for_receivers_that_do_it() {
    let table = &TABLE;
    let read = "std::io::Read::read_to_end";
    let adt = |path: &str, args| Type::adt(path, args);
    let file = adt("std::fs::File", Vec::new());
    let does =
        |receiver: &Type| table.lookup_on(read, Some(receiver)).map(|id| table.rows()[id.0 as usize].kinds.clone());

    let buffered = adt("std::io::BufReader", vec![file.clone()]);
    let borrowed = Type::Ref { mutable: true, lifetime: None, inner: Box::new(buffered) };
    assert_eq!(does(&borrowed), Some(vec![EffectKind::Io]));
    assert_eq!(does(&adt("std::net::TcpStream", Vec::new())), Some(vec![EffectKind::Network]));
    assert_eq!(does(&adt("std::io::Cursor", vec![adt("std::vec::Vec", Vec::new())])), None);
    assert_eq!(table.lookup_on(read, None), None);
}

#[test]
fn a_row_of_the_user_wins_even_when_it_is_less_specific() {
    let quiet = user_row("std::sync::**");
    let loud = Effect { kinds: vec![EffectKind::Blocks], ..user_row("our_crate::**::wait_for") };
    let table = EffectTable::new(&[quiet, loud]).expect("the rows are valid");

    assert_eq!(row(&table, "std::sync::Mutex::lock").map(|row| row.kinds), Some(Vec::new()));
    assert_eq!(row(&table, "our_crate::runtime::wait_for").map(|row| row.kinds), Some(vec![EffectKind::Blocks]));
    assert_eq!(row(&table, "std::thread::sleep").map(|row| row.kinds), Some(vec![EffectKind::Sleeps]));
}

#[test]
fn the_more_specific_of_two_rows_wins() {
    let named = Effect { what: "named".to_owned(), ..user_row("a::**::T::f") };
    let any = Effect { what: "any".to_owned(), ..user_row("a::**") };
    let one = Effect { what: "one".to_owned(), ..user_row("a::*::f") };
    let table = EffectTable::new(&[any, named, one]).expect("the rows are valid");
    let what = |path| row(&table, path).map(|row| row.what);

    assert_eq!(what("a::m::T::f"), Some("named".to_owned()));
    assert_eq!(what("a::T::f"), Some("named".to_owned()));
    assert_eq!(what("a::m::f"), Some("one".to_owned()));
    assert_eq!(what("a::m::g"), Some("any".to_owned()));
}

#[test]
fn a_broken_row_of_the_user_is_named_with_what_is_wrong() {
    for (path, part) in [
        ("", "the path is empty"),
        ("tokio::::spawn", "two `::` follow each other"),
        ("tokio::spawn::", "one is at an end"),
        ("tokio::par_*", "a wildcard is a whole segment"),
        ("tokio:spawn", "write the bare path"),
        ("tokio::spawn()", "write the bare path"),
        ("std::vec::Vec<T>::remove", "write the bare path"),
        ("tokio:: spawn", "a path has no spaces"),
        ("spawn", "at least a crate and a name"),
        ("**::*", "only wildcards"),
        ("crate::spawn", "`crate` is not a crate"),
        ("core::option::Option::unwrap", "write `std` instead of `core`"),
    ] {
        let message = error_of(&[user_row(path)]);
        assert!(message.contains(part), "{path}: {message}");
        assert!(message.contains(&format!("`{path}`")), "{path}: {message}");
    }
    let twice = error_of(&[user_row("a::f"), user_row("a::f")]);
    assert!(twice.contains("two rows with this path"), "{twice}");
    let on = error_of(&[Effect { on: vec!["File".to_owned()], ..user_row("a::f") }]);
    assert!(on.contains("at least a crate and a name"), "{on}");
}

#[test]
fn every_built_in_row_says_what_happens_and_where_it_is_documented() {
    for row in built_in().expect("the built-in files parse") {
        assert!(!row.kinds.is_empty() || row.closure.is_some(), "{}: a row that says nothing", row.path);
        assert!(!row.what.is_empty() && !row.what.ends_with('.'), "{}: `what` completes a sentence", row.path);
        let url = row.source.strip_prefix("https://").unwrap_or_default();
        assert!(url.contains('/') && !url.contains([' ', '{', '}']), "{}: {}", row.path, row.source);
    }
}

#[test]
fn no_two_built_in_rows_have_the_same_path() {
    let mut seen = std::collections::HashSet::new();
    for row in built_in().expect("the built-in files parse") {
        assert!(seen.insert((&row.path, &row.on)), "{} is in two rows", row.path);
    }
}

#[test]
fn every_file_of_the_table_is_read() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("effects");
    let files = folder.read_dir().expect("the folder of the table").map(|entry| entry.expect("an entry").file_name());
    let mut files: Vec<_> = files.map(|name| name.to_string_lossy().replace(".toml", "")).collect();
    let mut read: Vec<_> = AREAS.iter().map(|(name, _)| (*name).to_owned()).collect();
    files.sort();
    read.sort();
    assert_eq!(files, read);
}

#[test]
fn every_built_in_row_can_be_found() {
    let table = &TABLE;
    for (at, row) in table.rows().iter().enumerate() {
        let path = row.path.replace("**::", "").replace('*', "anything");
        let receiver = row.on.first().map(|on| Type::adt(on.replace("**::", ""), Vec::new()));
        let found = table.lookup_on(&path, receiver.as_ref()).map(|id| id.0 as usize);
        let rows = table.rows();
        let hidden_by = found.map(|found| &rows[found].path);
        assert_eq!(found, Some(at), "{} is hidden by {hidden_by:?}", row.path);
    }
}

/// The definition of matching, without any cleverness.
fn naive_match(pattern: &[&str], path: &[&str]) -> bool {
    match (pattern, path) {
        ([], []) => true,
        (["**", rest @ ..], _) => naive_match(rest, path) || (!path.is_empty() && naive_match(pattern, &path[1..])),
        (["*", rest @ ..], [_, path_rest @ ..]) => naive_match(rest, path_rest),
        ([name, rest @ ..], [segment, path_rest @ ..]) => name == segment && naive_match(rest, path_rest),
        _ => false,
    }
}

proptest! {
    #[test]
    fn any_text_can_be_looked_up(paths in prop::collection::vec("\\PC{0,40}", 1..20)) {
        let table = EffectTable::merge(&[user_row("a::**")], &[]).expect("the row is valid");
        for path in paths {
            prop_assert_eq!(table.lookup_on(&path, None).is_some(), path == "a" || path.starts_with("a::"));
        }
    }

    /// Few different segments, so that patterns and paths meet often.
    #[test]
    fn looking_up_finds_the_first_row_that_matches(
        patterns in prop::collection::hash_set("[ab](::([abc]|\\*|\\*\\*)){1,4}", 1..12),
        paths in prop::collection::vec("[ab](::[abc]){0,5}", 1..20),
    ) {
        let rows: Vec<_> = patterns.iter().map(|pattern| user_row(pattern)).collect();
        let table = EffectTable::merge(&rows, &[]).expect("the rows are valid");
        for path in &paths {
            let segments: Vec<_> = path.split("::").collect();
            let expected = table.rows().iter().position(|row| {
                naive_match(&row.path.split("::").collect::<Vec<_>>(), &segments)
            });
            prop_assert_eq!(table.lookup_on(path, None).map(|id| id.0 as usize), expected, "{}", path);
        }
    }
}
