//! Compares two spellings of a callee: rustc's, which names the public path and all type arguments, and the engine's,
//! which names the path of the definition.

use std::collections::BTreeSet;

/// How two spellings relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The same function.
    Same,
    /// The same type or trait and the same name, but seen through different crates: a re-export, or a namesake.
    OtherCrate,
    /// Different functions.
    Different,
}

/// A callee as rustc prints it, taken apart.
#[derive(Debug, PartialEq, Eq)]
struct Printed {
    name: String,
    /// The type or trait that has it, and the crate of that: two for a trait method, none for a free function.
    owners: Vec<(String, String)>,
    /// The crate of a free function.
    krate: String,
}

/// Crates that a printed path can start with; any other first segment is an item of the crate itself.
pub(crate) struct Crates {
    /// Name of the crate that was compiled.
    pub local: String,
    /// Names of all others.
    pub others: BTreeSet<String>,
}

impl Crates {
    /// Compares rustc's callee with the engine's.
    pub(crate) fn compare(&self, printed: &str, resolved: &str) -> Verdict {
        let printed = self.read(printed);
        let segments = segments(resolved);
        let Some((name, path)) = segments.split_last() else { return Verdict::Different };
        let krate = family(path.first().map_or(self.local.as_str(), String::as_str));
        if *name != printed.name {
            return Verdict::Different;
        }
        if printed.owners.is_empty() {
            return if family(&printed.krate) == krate { Verdict::Same } else { Verdict::OtherCrate };
        }
        let owner = path.last().map(|owner| head(owner)).unwrap_or_default();
        let named = printed.owners.iter().filter(|(_, known)| *known == owner).collect::<Vec<_>>();
        match named.iter().any(|(known, _)| family(known) == krate || known.is_empty()) {
            _ if named.is_empty() => Verdict::Different,
            true => Verdict::Same,
            false => Verdict::OtherCrate,
        }
    }

    fn read(&self, printed: &str) -> Printed {
        let parts = segments(printed);
        let (name, path) = parts.split_last().map_or((String::new(), &[][..]), |(name, path)| (name.clone(), path));
        let mut owners = Vec::new();
        let last = path.last().map(String::as_str).unwrap_or_default();
        if let Some(inner) = last.strip_prefix('<').and_then(|inner| inner.strip_suffix('>')) {
            let inner = inner.strip_prefix("impl ").unwrap_or(inner);
            // `<T as Trait>`, `<impl Trait for T>` or `<impl T>`.
            let both = split_outside(inner, " as ").or_else(|| split_outside(inner, " for "));
            let types = both.map_or_else(|| vec![inner], |(one, other)| vec![one, other]);
            owners.extend(types.into_iter().map(|ty| (self.crate_of_type(ty), head(ty))));
        } else if last.starts_with(char::is_uppercase) || PRIMITIVES.contains(&last) {
            owners.push((self.crate_of(path), last.to_owned()));
        }
        Printed { name, owners, krate: self.crate_of(path) }
    }

    fn crate_of(&self, path: &[String]) -> String {
        path.first().filter(|first| self.others.contains(*first)).unwrap_or(&self.local).clone()
    }

    /// Empty for a type that belongs to no crate: a primitive, a reference, a parameter.
    fn crate_of_type(&self, ty: &str) -> String {
        let path = segments(bare(ty));
        match &path[..] {
            [only] if !only.starts_with(char::is_uppercase) => String::new(),
            path => self.crate_of(path),
        }
    }
}

const PRIMITIVES: [&str; 18] = [
    "bool", "char", "str", "slice", "array", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64",
    "i128", "isize", "f64",
];

/// The standard library is one crate to the engine.
fn family(krate: &str) -> &str {
    match krate {
        "core" | "alloc" => "std",
        other => other,
    }
}

/// A type without references, `dyn` and higher-ranked lifetimes.
fn bare(ty: &str) -> &str {
    let mut rest = ty.trim();
    loop {
        let before = rest;
        for prefix in ["&", "mut ", "dyn ", "impl "] {
            rest = rest.strip_prefix(prefix).unwrap_or(rest);
        }
        if rest.starts_with('\'') {
            rest = rest.split_once(' ').map_or("", |(_, rest)| rest);
        }
        if rest.starts_with("for<") {
            rest = rest.split_once("> ").map_or("", |(_, rest)| rest);
        }
        if rest == before {
            return rest;
        }
    }
}

/// The name of a type without its path and arguments; `slice`, `array`, `tuple` and `fn` for those.
fn head(ty: &str) -> String {
    let ty = bare(ty);
    if ty.starts_with('[') {
        return if ty.contains("; ") { "array" } else { "slice" }.to_owned();
    }
    if ty.starts_with('*') {
        return "pointer".to_owned();
    }
    if ty.starts_with('(') {
        return "tuple".to_owned();
    }
    if ty.starts_with("fn(") || ty.starts_with("extern ") || ty.starts_with("unsafe ") {
        return "fn".to_owned();
    }
    let ty = split_outside(ty, " + ").map_or(ty, |(first, _)| first);
    segments(ty).pop().unwrap_or_default()
}

/// The segments of a path: split at `::` outside of brackets, type arguments removed.
fn segments(path: &str) -> Vec<String> {
    let mut segments = Vec::new();
    let mut rest = path.trim();
    while !rest.is_empty() {
        let (segment, after) = split_outside(rest, "::").unwrap_or((rest, ""));
        rest = after;
        // Behind a module `<impl T>` stands for an impl; behind a type or a function it is an argument.
        let behind_module = segments.last().is_some_and(|last: &String| !last.starts_with(char::is_uppercase));
        let is_impl = segment.starts_with("<impl ") && behind_module && !rest.is_empty();
        if segment.starts_with('<') && !segments.is_empty() && !is_impl {
            continue;
        }
        let name = if segment.starts_with('<') { segment } else { segment.split('<').next().unwrap_or(segment) };
        segments.push(name.trim_start_matches("r#").to_owned());
    }
    segments
}

/// Splits at the first `separator` that is outside of all brackets. The `>` of an arrow closes nothing.
fn split_outside<'a>(text: &'a str, separator: &str) -> Option<(&'a str, &'a str)> {
    let mut depth = 0_i32;
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        if depth == 0 && text[at..].starts_with(separator) {
            return Some((&text[..at], &text[at + separator.len()..]));
        }
        match letter {
            '<' | '(' | '[' | '{' => depth += 1,
            '>' if before == '-' || before == '=' => {}
            '>' | ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        before = letter;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(printed: &str, resolved: &str) -> Verdict {
        let others = ["std", "core", "alloc", "pyo3", "rpds", "rayon", "rayon_core"].map(str::to_owned).into();
        Crates { local: "shelf".to_owned(), others }.compare(printed, resolved)
    }

    #[test]
    fn type_arguments_and_private_modules_do_not_matter() {
        let printed = "rpds::HashTrieMap::<Key, pyo3::Py<pyo3::PyAny>, archery::ArcTK>::insert::<fn(u8) -> u8 {f}>";
        assert_eq!(compare(printed, "rpds::map::hash_trie_map::HashTrieMap::insert"), Verdict::Same);
        assert_eq!(
            compare("std::result::Result::<T, E>::map_err::<F>", "core::result::Result::map_err"),
            Verdict::Same
        );
    }

    #[test]
    fn an_argument_may_be_an_impl_trait() {
        let printed = "std::result::Result::<impl Borrow<'py>, E>::map_err::<impl Into<X>>";
        assert_eq!(compare(printed, "std::result::Result::map_err"), Verdict::Same);
        assert_eq!(compare("feed::pause::<impl Clock>", "shelf::feed::pause"), Verdict::Same);
    }

    #[test]
    fn another_method_or_type_is_different() {
        assert_eq!(compare("std::vec::Vec::<u8>::push", "std::vec::Vec::pop"), Verdict::Different);
        assert_eq!(compare("std::vec::Vec::<u8>::push", "std::path::PathBuf::push"), Verdict::Different);
    }

    #[test]
    fn a_trait_call_may_be_named_by_trait_or_by_type() {
        let printed = "<pyo3::Bound<'_, pyo3::PyAny> as pyo3::types::PyAnyMethods<'_>>::extract::<'_, u8>";
        assert_eq!(compare(printed, "pyo3::types::any::PyAnyMethods::extract"), Verdict::Same);
        assert_eq!(compare(printed, "pyo3::Bound::extract"), Verdict::Same);
        assert_eq!(compare(printed, "pyo3::Py::extract"), Verdict::Different);
        assert_eq!(compare("<H as std::hash::Hasher>::write_u8", "std::hash::Hasher::write_u8"), Verdict::Same);
    }

    #[test]
    fn methods_of_primitives_have_their_name() {
        assert_eq!(compare("core::slice::<impl [T]>::len", "std::slice::[T]::len"), Verdict::Same);
        assert_eq!(compare("core::str::<impl str>::trim", "std::str::trim"), Verdict::Same);
        assert_eq!(compare("core::num::<impl usize>::pow", "std::usize::pow"), Verdict::Same);
        assert_eq!(compare("core::num::<impl usize>::pow", "std::i32::pow"), Verdict::Different);
        assert_eq!(compare("std::ptr::const_ptr::<impl *const u8>::add", "std::pointer::add"), Verdict::Same);
    }

    #[test]
    fn items_of_the_crate_are_printed_without_its_name() {
        assert_eq!(compare("Shelf::search", "shelf::shelf::Shelf::search"), Verdict::Same);
        assert_eq!(compare("feed::pause", "shelf::feed::pause"), Verdict::Same);
        assert_eq!(compare("Shelf::search", "rpds::Shelf::search"), Verdict::OtherCrate);
    }

    #[test]
    fn a_free_function_behind_a_facade_is_told_apart() {
        assert_eq!(compare("rayon::join::<A, B, R, S>", "rayon::join"), Verdict::Same);
        assert_eq!(compare("rayon::join::<A, B, R, S>", "rayon_core::join::join"), Verdict::OtherCrate);
    }
}
