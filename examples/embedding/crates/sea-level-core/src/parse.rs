//! Reading measurements from text.

use crate::{Error, Series};

/// Reads one number per line. Empty lines and what follows a `#` are left out.
///
/// # Errors
/// [`Error::Parse`] for the first line that is not a number; [`Error::NotFinite`] and [`Error::Empty`] as in
/// [`Series::new`].
pub fn parse(text: &str) -> Result<Series, Error> {
    let mut values = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let number = line.split('#').next().unwrap_or_default().trim();
        if number.is_empty() {
            continue;
        }
        let value = number.parse().map_err(|source| Error::Parse {
            line: index + 1,
            text: number.to_owned(),
            source,
        })?;
        values.push(value);
    }
    Series::new(values)
}
