//! Version requirements as `pyproject.toml` writes them.

use std::str::FromStr;

use pep440_rs::{Version, VersionSpecifiers};

/// The lowest Python 3 that `requires-python` admits: (3, 9). `None` when it names no lower bound, or cannot be read.
pub(crate) fn lowest_python(requires_python: &str) -> Option<(u32, u32)> {
    let specifiers = VersionSpecifiers::from_str(requires_python).ok()?;
    // A late patch release, so that `>=3.9.2` admits 3.9.
    let admits = |minor: u32| specifiers.contains(&Version::new([3, u64::from(minor), 99]));
    let lowest = (0..100).find(|&minor| admits(minor))?;
    (lowest > 0).then_some((3, lowest))
}

/// Whether a requirement of `[build-system] requires` is for `package` and admits `version` or some later one.
pub(crate) fn admits_from(requirement: &str, package: &str, version: &[u64]) -> bool {
    let name_end = requirement.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c)));
    let name = &requirement[..name_end.unwrap_or(requirement.len())];
    if !name.replace('_', "-").eq_ignore_ascii_case(package) {
        return false;
    }
    let Some(specifiers) = specifiers(requirement) else { return true };
    let major = version.first().copied().unwrap_or_default();
    specifiers.contains(&Version::new(version.iter().copied()))
        || (0..100).any(|minor| {
            let later = [major, minor, 99];
            later.as_slice() > version && specifiers.contains(&Version::new(later))
        })
        || specifiers.contains(&Version::new([major + 1, 0, 0]))
}

/// Whether a requirement admits the release right before `version`, of three numbers, too.
pub(crate) fn admits_before(requirement: &str, version: &[u64; 3]) -> bool {
    let before = match *version {
        [major, minor, 0] => [major, minor.saturating_sub(1), 99],
        [major, minor, patch] => [major, minor, patch - 1],
    };
    specifiers(requirement).is_none_or(|specifiers| specifiers.contains(&Version::new(before)))
}

/// The versions of a requirement: what follows the name and the extras, without a marker.
fn specifiers(requirement: &str) -> Option<VersionSpecifiers> {
    let name_end = requirement.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c)));
    let rest = requirement.get(name_end?..)?.trim_start();
    let rest = if rest.starts_with('[') { rest.split_once(']').map_or("", |(_, rest)| rest) } else { rest };
    VersionSpecifiers::from_str(rest.split(';').next().unwrap_or_default().trim()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_python_is_read_from_any_form() {
        for (text, lowest) in [
            (">=3.9", Some((3, 9))),
            (">=3.9.2, <4", Some((3, 9))),
            ("~=3.10", Some((3, 10))),
            (">3.8,!=3.9.*", Some((3, 8))),
            ("==3.11.*", Some((3, 11))),
            ("<3.13", None),
            (">=2.7", None),
            ("three", None),
        ] {
            assert_eq!(lowest_python(text), lowest, "{text}");
        }
    }

    #[test]
    fn a_build_requirement_may_admit_too_old_versions_as_well() {
        let before = |text| admits_before(text, &[1, 9, 4]);
        assert!(before("maturin") && before("maturin>=1,<2") && before("maturin>=1.9"));
        assert!(!before("maturin>=1.9.4,<2") && !before("maturin~=1.10"));
        assert!(
            admits_before("setuptools-rust>=1.4", &[1, 12, 0]) && !admits_before("setuptools-rust>=1.12", &[1, 12, 0])
        );
    }

    #[test]
    fn a_build_requirement_admits_what_pip_may_install() {
        let admits = |text| admits_from(text, "maturin", &[1, 9, 4]);
        for text in
            ["maturin", "maturin>=1,<2", "maturin[zig] >= 1.0", "Maturin~=1.5", "maturin>=1.9.4; python_version > '3'"]
        {
            assert!(admits(text), "{text}");
        }
        for text in ["maturin>=1,<1.9", "maturin==1.7.4", "maturin~=1.8.0", "maturin>=0.14,<0.15", "setuptools"] {
            assert!(!admits(text), "{text}");
        }
    }
}
