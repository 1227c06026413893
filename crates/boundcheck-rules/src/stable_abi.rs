//! Symbols of CPython's stable ABI.

use std::collections::HashMap;
use std::sync::LazyLock;

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
