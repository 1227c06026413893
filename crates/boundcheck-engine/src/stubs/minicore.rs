//! The standard library's signatures: our own files under `stubs/std`, joined with rust-analyzer's minicore.
//!
//! Minicore ships with the engine's release, so its lang items always fit it. It is taken apart into its modules when
//! the signatures are first asked for; each is put in front of our file of the same name, unless ours replaces it.

use std::sync::LazyLock;

use ra_ap_test_utils::MiniCore;

/// The parts of minicore in use. What is missing here, `stubs/std` defines in full.
const FLAGS: &[&str] = &[
    "add",
    "addr_of",
    "as_mut",
    "as_ref",
    "assert",
    "async_fn",
    "cell",
    "coerce_pointee",
    "coerce_unsized",
    "column",
    "concat",
    "copy",
    "coroutine",
    "default",
    "deref_mut",
    "derive",
    "discriminant",
    "dispatch_from_dyn",
    "drop",
    "env",
    "fmt",
    "fn",
    "from",
    "future",
    "include",
    "include_bytes",
    "index",
    "infallible",
    "manually_drop",
    "matches",
    "offset_of",
    "panic_location",
    "phantom_data",
    "pin",
    "range",
    "receiver",
    "send",
    "size_of",
    "sync",
    "todo",
    "transmute",
    "try",
    "unary_ops",
    "unimplemented",
    "unpin",
    "write",
];

/// Modules of minicore that ours replace: too small to be extended from outside, like traits without their methods.
const REPLACED: &[&str] = &["borrow", "clone", "option", "prelude", "result"];

/// A module of the standard library: its virtual path and our text, in one or more files.
type Module = (&'static str, &'static [&'static str]);

macro_rules! modules {
    ($($name:literal $(+ $more:literal)*),+ $(,)?) => {
        &[$((concat!("/stubs/std/", $name), &[
            include_str!(concat!("../../stubs/std/", $name)),
            $(include_str!(concat!("../../stubs/std/", $more)),)*
        ])),+]
    };
}
static MODULES: &[Module] = modules![
    "lib.rs",
    "alloc.rs",
    "any.rs",
    "array.rs",
    "ascii.rs",
    "backtrace.rs",
    "borrow.rs",
    "boxed.rs",
    "cell.rs",
    "char.rs",
    "clone.rs",
    "cmp.rs",
    "collections.rs" + "collections/maps.rs" + "collections/sets.rs",
    "convert.rs",
    "default.rs",
    "env.rs",
    "error.rs",
    "f32.rs",
    "f64.rs",
    "ffi.rs",
    "fmt.rs",
    "fs.rs",
    "future.rs",
    "hash.rs",
    "hint.rs",
    "io.rs" + "io/types.rs",
    "iter.rs" + "iter/adapters.rs",
    "macros.rs",
    "marker.rs",
    "mem.rs",
    "net.rs",
    "num.rs",
    "ops.rs",
    "option.rs",
    "os.rs",
    "panic.rs",
    "panicking.rs",
    "path.rs",
    "pin.rs",
    "prelude.rs",
    "primitive.rs",
    "process.rs",
    "ptr.rs",
    "rc.rs",
    "reference_counted.rs",
    "result.rs",
    "slice.rs" + "slice/iterators.rs",
    "str.rs",
    "string.rs",
    "sync.rs",
    "sync/atomic.rs",
    "sync/mpsc.rs",
    "task.rs",
    "thread.rs",
    "time.rs",
    "vec.rs",
];

static FILES: LazyLock<Vec<(&'static str, String)>> = LazyLock::new(|| join(&minicore()));

/// The files of the crate that stands for `std`, `core` and `alloc`: virtual path and text, the crate root first.
pub(crate) fn std_files() -> &'static [(&'static str, String)] {
    &FILES
}

/// What minicore holds at its top level.
#[derive(Debug, Default)]
struct Parts {
    /// Name and inner text of each module.
    modules: Vec<(String, String)>,
    /// Macros outside any module.
    macros: String,
}

fn minicore() -> Parts {
    take_apart(&MiniCore::from_flags(FLAGS.iter().copied()).source_code(MiniCore::RAW_SOURCE))
}

/// Takes a formatted source file apart: an item ends where a line closes its brace, or at a semicolon.
fn take_apart(source: &str) -> Parts {
    let mut parts = Parts::default();
    let mut item: Vec<&str> = Vec::new();
    for line in source.lines().filter(|line| !line.starts_with("//") && !line.starts_with("#![")) {
        item.push(line);
        if line != "}" && (line.starts_with(' ') || !line.ends_with(';')) {
            continue;
        }
        let Some(head) = item.iter().position(|line| !line.is_empty() && !line.starts_with("#[")) else { continue };
        if let Some(name) = module_name(item[head]) {
            let body = &item[head + 1..item.len() - 1];
            let text = if name == "ops" { flatten(body) } else { body.join("\n") };
            parts.modules.push((name.to_owned(), text));
        } else if item[head].starts_with("macro_rules!") {
            parts.macros.push_str(&item.join("\n"));
            parts.macros.push('\n');
        }
        item.clear();
    }
    parts
}

/// The name of the module that a line opens.
fn module_name(line: &str) -> Option<&str> {
    let line = line.trim_start();
    line.strip_prefix("pub ").unwrap_or(line).strip_prefix("mod ")?.strip_suffix(" {")
}

/// Moves the items of private modules one level up, so that `Deref` is `ops::Deref` as it is written everywhere.
/// Modules inside those keep their items and get their parent's name in front, as several are called `impls`.
fn flatten(body: &[&str]) -> String {
    let mut text = String::new();
    let mut parent = None;
    let mut reexport = false;
    for line in body {
        reexport |= line.starts_with("    pub use self::");
        match (parent, module_name(line)) {
            _ if reexport => reexport = !line.ends_with(';'),
            (None, Some(name)) => parent = Some(name),
            (Some(_), None) if *line == "    }" => parent = None,
            (Some(parent), Some(name)) => {
                text.push_str(&line.replace(&format!("mod {name} "), &format!("mod {parent}_{name} ")));
                text.push('\n');
            }
            _ => {
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    text
}

/// Joins our files with the parts of minicore that they extend.
fn join(parts: &Parts) -> Vec<(&'static str, String)> {
    MODULES
        .iter()
        .map(|&(path, ours)| {
            let mut text = String::new();
            if let Some((_, theirs)) = parts.modules.iter().find(|(name, _)| extends(path, name)) {
                text.push_str(theirs);
                text.push('\n');
            }
            if path == "/stubs/std/macros.rs" {
                text.push_str(&parts.macros);
            }
            text.extend(ours.iter().copied());
            (path, text)
        })
        .collect()
}

/// Whether our file at `path` extends minicore's module `name`.
fn extends(path: &str, name: &str) -> bool {
    !REPLACED.contains(&name)
        && path.strip_prefix("/stubs/std/").and_then(|file| file.strip_suffix(".rs")).is_some_and(|file| file == name)
}

#[cfg(test)]
mod tests {
    use ra_ap_span::Edition;
    use ra_ap_syntax::SourceFile;

    use super::*;

    #[test]
    fn every_module_of_minicore_is_either_extended_or_replaced() {
        let parts = minicore();
        let names: Vec<_> = parts.modules.iter().map(|(name, _)| name.as_str()).collect();
        for replaced in REPLACED {
            assert!(names.contains(replaced), "minicore has no module `{replaced}` any more: {names:?}");
        }
        for name in names.iter().filter(|name| !REPLACED.contains(name)) {
            assert!(MODULES.iter().any(|(path, _)| extends(path, name)), "no file of ours extends `{name}`");
        }
        assert!(parts.macros.contains("macro_rules! matches"));
    }

    #[test]
    fn items_of_private_modules_move_up() {
        let body = [
            "    mod deref {",
            "        pub trait Deref {}",
            "    }",
            "    pub use self::deref::{",
            "        Deref,",
            "    };",
        ];
        assert_eq!(flatten(&body), "        pub trait Deref {}\n");
    }

    #[test]
    fn every_file_parses_and_stands_in_the_crate() {
        let root = &std_files()[0].1;
        for (path, text) in std_files() {
            let errors = SourceFile::parse(text, Edition::Edition2021).errors();
            assert!(errors.is_empty(), "{path}: {errors:?}");
            let name = path.trim_start_matches("/stubs/std/").trim_end_matches(".rs");
            assert!(
                name == "lib" || name.contains('/') || root.contains(&format!("mod {name};")),
                "{path} is not a module of the crate"
            );
        }
    }

    #[test]
    fn lang_items_are_defined_once() {
        let text: String = std_files().iter().map(|(_, text)| text.as_str()).collect();
        let mut items: Vec<_> = text.split("#[lang = \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        items.sort_unstable();
        for (item, next) in items.iter().zip(items.iter().skip(1)) {
            assert_ne!(item, next, "lang item defined twice");
        }
        assert!(items.len() > 80, "only {} lang items", items.len());
    }
}
