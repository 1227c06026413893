//! Symbols of CPython's stable ABI.

use std::collections::HashMap;
use std::sync::LazyLock;

use boundcheck_model::{Distance, SharedObject, StableAbi, Wheel};

/// `symbol`, `function` or `data`, and the version that added it; its head names the source.
const TABLE: &str = include_str!("../data/stable_abi.tsv");

static ADDED: LazyLock<HashMap<&'static str, (u32, u32)>> = LazyLock::new(|| {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        let symbol = cells.next()?;
        let (major, minor) = cells.nth(1)?.split_once('.')?;
        Some((symbol, (major.parse().ok()?, minor.parse().ok()?)))
    })
    .collect()
});

/// The version of Python that added a symbol to the stable ABI: (3, 9); `None` when it is not in it.
pub fn added(symbol: &str) -> Option<(u32, u32)> {
    ADDED.get(symbol).copied()
}

/// How far a wheel is from the stable ABI, and which symbols stand in the way.
pub fn distance(wheel: &Wheel) -> StableAbi {
    let of = |object: &SharedObject| {
        let asked = object.imports.iter().map(|import| import.name.as_str()).filter(|name| is_of_python(name));
        let (inside, outside): (Vec<_>, Vec<_>) = asked.partition(|name| added(name).is_some());
        let newest = inside
            .iter()
            .filter_map(|name| Some((added(name)?, (*name).to_owned())))
            .max_by_key(|(version, _)| *version);
        let outside = outside.into_iter().map(str::to_owned).collect();
        Distance { object: object.path.clone(), outside, floor: newest }
    };
    let objects = wheel.objects.iter().map(of);
    let objects = objects.filter(|object| object.floor.is_some() || !object.outside.is_empty()).collect();
    StableAbi { wheel: wheel.path.clone(), claimed: wheel.stable_abi().is_some(), objects }
}

/// Whether a symbol belongs to Python's C API by its name.
pub(crate) fn is_of_python(symbol: &str) -> bool {
    symbol.starts_with("Py") || symbol.starts_with("_Py")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_whole() {
        let rows = TABLE.lines().filter(|line| !line.starts_with('#')).count() - 1;
        assert_eq!(ADDED.len(), rows);
        assert_eq!(added("PyArg_Parse"), Some((3, 2)));
        assert_eq!(added("PyBuffer_Release"), Some((3, 11)));
        assert_eq!(added("_PyObject_GetDictPtr"), None);
    }
}
