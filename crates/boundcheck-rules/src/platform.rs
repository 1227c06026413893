//! What platform tags promise.

use std::fmt;

/// A promise of a Linux tag about the C library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Linux {
    /// `manylinux_2_17`: glibc of at least that version.
    Many(u32, u32),
    /// `musllinux_1_2`: musl of at least that version.
    Musl(u32, u32),
}

/// What comes with a glibc, by the version of the tag: highest versions of symbols of libgcc and libstdc++, and of zlib.
/// Source: auditwheel 6.8.2, `policy/manylinux-policy.json`, `x86_64`.
const BESIDE_GLIBC: &[(u32, &str, &str, &str, &str)] = &[
    (5, "4.2.0", "3.4.8", "1.3.1", "0"),
    (12, "4.3.0", "3.4.13", "1.3.3", "1.2.2.4"),
    (17, "4.8.0", "3.4.19", "1.3.7", "1.2.5.2"),
    (24, "4.8.0", "3.4.22", "1.3.10", "1.2.5.2"),
    (27, "7.0.0", "3.4.24", "1.3.11", "1.2.9"),
    (31, "7.0.0", "3.4.28", "1.3.12", "1.2.9"),
    (34, "7.0.0", "3.4.29", "1.3.13", "1.2.9"),
    (35, "12.0.0", "3.4.30", "1.3.13", "1.2.9"),
    (37, "12.0.0", "3.4.30", "1.3.13", "1.2.12"),
    (39, "14.0.0", "3.4.33", "1.3.15", "1.2.12"),
];

/// Libraries that every glibc system brings, by the same source.
const WITH_GLIBC: &[&str] = &[
    "ld-linux-aarch64.so.1",
    "ld-linux-armhf.so.3",
    "ld-linux-x86-64.so.2",
    "ld-linux.so.2",
    "ld64.so.1",
    "ld64.so.2",
    "ld-linux-riscv64-lp64d.so.1",
    "ld-linux-loongarch-lp64d.so.1",
    "libGL.so.1",
    "libICE.so.6",
    "libSM.so.6",
    "libX11.so.6",
    "libXext.so.6",
    "libXrender.so.1",
    "libanl.so.1",
    "libatomic.so.1",
    "libc.so.6",
    "libdl.so.2",
    "libexpat.so.1",
    "libgcc_s.so.1",
    "libglib-2.0.so.0",
    "libgobject-2.0.so.0",
    "libgthread-2.0.so.0",
    "libm.so.6",
    "libmvec.so.1",
    "libnsl.so.1",
    "libpthread.so.0",
    "libresolv.so.2",
    "librt.so.1",
    "libstdc++.so.6",
    "libutil.so.1",
    "libz.so.1",
];

/// Libraries that every musl system brings (auditwheel 6.8.2, `policy/musllinux-policy.json`; the loader has the name of
/// the C library and the architecture).
const WITH_MUSL: &[&str] = &["libc.so", "libz.so.1"];

impl Linux {
    /// The promise of a tag; `None` for `linux_x86_64` and for other systems.
    pub(crate) fn parse(tag: &str) -> Option<Self> {
        for (legacy, minor) in [("manylinux1_", 5), ("manylinux2010_", 12), ("manylinux2014_", 17)] {
            if tag.starts_with(legacy) {
                return Some(Self::Many(2, minor));
            }
        }
        let version = |rest: &str| {
            let mut parts = rest.splitn(3, '_');
            Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
        };
        if let Some((major, minor)) = tag.strip_prefix("manylinux_").and_then(version) {
            return Some(Self::Many(major, minor));
        }
        tag.strip_prefix("musllinux_").and_then(version).map(|(major, minor)| Self::Musl(major, minor))
    }

    /// Whether a versioned symbol, `GLIBC_2.34`, is not promised.
    pub(crate) fn lacks(self, version: &str) -> bool {
        let Some((library, number)) = version.split_once('_') else { return false };
        let Self::Many(_, glibc) = self else {
            // musl has no versions.
            return matches!(library, "GLIBC");
        };
        let beside = BESIDE_GLIBC.iter().rev().find(|(from, ..)| *from <= glibc).unwrap_or(&BESIDE_GLIBC[0]);
        let highest = match library {
            "GLIBC" => return is_later(number, &format!("2.{glibc}")),
            "GCC" => beside.1,
            "GLIBCXX" => beside.2,
            "CXXABI" => beside.3,
            "ZLIB" => beside.4,
            _ => return false,
        };
        is_later(number, highest)
    }

    /// Whether the system brings a library.
    pub(crate) fn brings(self, library: &str) -> bool {
        match self {
            Self::Many(..) => WITH_GLIBC.contains(&library),
            Self::Musl(..) => {
                WITH_MUSL.contains(&library) || library.starts_with("libc.musl-") || library.starts_with("ld-musl-")
            }
        }
    }
}

impl fmt::Display for Linux {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Many(major, minor) => write!(f, "manylinux_{major}_{minor}"),
            Self::Musl(major, minor) => write!(f, "musllinux_{major}_{minor}"),
        }
    }
}

/// Compares `2.34` with `2.17`; what is no number, such as `PRIVATE`, counts as there.
fn is_later(version: &str, highest: &str) -> bool {
    let numbers = |text: &str| text.split('.').map(|part| part.parse::<u32>().ok()).collect::<Option<Vec<_>>>();
    match (numbers(version), numbers(highest)) {
        (Some(version), Some(highest)) => version > highest,
        _ => false,
    }
}

/// The lowest macOS of a tag: `macosx_11_0_arm64` is (11, 0).
pub(crate) fn lowest_macos(tag: &str) -> Option<(u32, u32)> {
    let mut parts = tag.strip_prefix("macosx_")?.splitn(3, '_');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// Whether a tag is for an architecture as shared objects name it.
pub(crate) fn is_for(tag: &str, architecture: &str) -> bool {
    if tag.ends_with(architecture) {
        return true;
    }
    let universal: &[&str] = match tag.rsplit_once('_').map(|(_, last)| last) {
        Some("universal2") => &["x86_64", "arm64"],
        Some("universal" | "intel") => &["x86_64", "i686"],
        _ => &[],
    };
    // 32-bit ARM is one format for two tags.
    universal.contains(&architecture)
        || architecture == "armv7l" && tag.ends_with("armv6l")
        || architecture == "i686" && tag.ends_with("i386")
}
