//! For which versions of `PyO3` a rule speaks.

use semver::Version;

/// A half-open range of versions: `any`, `0.26..`, `..0.26`, `0.23..0.28`, `..0.23.5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pyo3Range {
    from: (u64, u64, u64),
    before: Option<(u64, u64, u64)>,
}

impl Pyo3Range {
    /// Reads a range as it is written in a rule; `None` when it is no range.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text == "any" {
            return Some(Self { from: (0, 0, 0), before: None });
        }
        let (from, before) = text.split_once("..")?;
        let from = if from.is_empty() { (0, 0, 0) } else { triple(from)? };
        let before = if before.is_empty() { None } else { Some(triple(before)?) };
        before.is_none_or(|before| from < before).then_some(Self { from, before })
    }

    /// Whether the version lies in the range. A pre-release counts as the release it leads to.
    pub(crate) fn contains(self, version: &Version) -> bool {
        let version = (version.major, version.minor, version.patch);
        self.from <= version && self.before.is_none_or(|before| version < before)
    }
}

fn triple(text: &str) -> Option<(u64, u64, u64)> {
    let mut parts = text.split('.').map(str::parse);
    let (major, minor) = (parts.next()?.ok()?, parts.next()?.ok()?);
    let patch = parts.next().map_or(Some(0), Result::ok)?;
    parts.next().is_none().then_some((major, minor, patch))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contains(range: &str, version: &str) -> bool {
        Pyo3Range::parse(range).unwrap().contains(&Version::parse(version).unwrap())
    }

    #[test]
    fn a_range_includes_its_start_and_excludes_its_end() {
        assert!(contains("any", "0.5.0"));
        assert!(contains("0.26..", "0.26.0") && !contains("0.26..", "0.25.9"));
        assert!(contains("..0.26", "0.25.1") && !contains("..0.26", "0.26.0"));
        assert!(contains("0.23..0.23.5", "0.23.4") && !contains("0.23..0.23.5", "0.23.5"));
    }

    #[test]
    fn a_pre_release_counts_as_its_release() {
        assert!(contains("0.26..", "0.26.0-beta.1"));
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["", "0.26", "x..", "0.26..0.25", "0.26.0.1.."] {
            assert_eq!(Pyo3Range::parse(text), None, "{text}");
        }
    }
}
