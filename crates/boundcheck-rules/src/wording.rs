//! Counts and lists in the words of findings.

/// `1 symbol is`, `3 symbols are`.
pub(crate) fn symbols_are(count: usize) -> String {
    if count == 1 { "1 symbol is".to_owned() } else { format!("{count} symbols are") }
}

/// The first `most` names, and how many more there are: `a, b and 3 more`.
pub fn shortened(names: &[String], most: usize) -> String {
    match names.len().saturating_sub(most) {
        0 => names.join(", "),
        more => format!("{} and {more} more", names[..most].join(", ")),
    }
}
