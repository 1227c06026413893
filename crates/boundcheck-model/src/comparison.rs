//! Two wheels that should be the same, and what differs.

/// Two wheels, and all in which they differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The first wheel, as reports call it.
    pub first: String,
    /// The second.
    pub second: String,
    /// In the order of the members of the first; empty when an installer and a hash see the same.
    pub differences: Vec<Difference>,
}

impl Comparison {
    /// Each cause once, in the order of [`Cause`].
    pub fn causes(&self) -> Vec<Cause> {
        let mut causes: Vec<_> = self.differences.iter().map(|difference| difference.cause).collect();
        causes.sort();
        causes.dedup();
        causes
    }
}

/// Something in which two wheels that should be the same differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The member; empty for the archive itself.
    pub member: String,
    /// Why, as far as it shows.
    pub cause: Cause,
    /// For a person: where, and what stands on both sides.
    pub detail: String,
}

impl Difference {
    /// A difference in a member.
    pub fn new(member: &str, cause: Cause, detail: impl Into<String>) -> Self {
        Self { member: member.to_owned(), cause, detail: detail.into() }
    }
}

/// Why two wheels differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// A member is only in one of them.
    Missing,
    /// The members come in another order.
    Order,
    /// The time of a member.
    Time,
    /// The permissions of a member.
    Permissions,
    /// The content is the same, but packed in another way.
    Packing,
    /// Paths of the machine it was built on are in the code.
    Paths,
    /// The code, for another reason.
    Code,
    /// The serial number or time of a software bill of materials.
    SbomIdentity,
    /// Paths of the machine it was built on are in a software bill of materials.
    SbomPaths,
    /// The content of a file that is no code.
    Content,
}

impl Cause {
    /// All causes.
    pub const ALL: &'static [Self] = &[
        Self::Missing,
        Self::Order,
        Self::Time,
        Self::Permissions,
        Self::Packing,
        Self::Paths,
        Self::Code,
        Self::SbomIdentity,
        Self::SbomPaths,
        Self::Content,
    ];

    /// The name for programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Order => "order",
            Self::Time => "time",
            Self::Permissions => "permissions",
            Self::Packing => "packing",
            Self::Paths => "paths",
            Self::Code => "code",
            Self::SbomIdentity => "sbom-identity",
            Self::SbomPaths => "sbom-paths",
            Self::Content => "content",
        }
    }

    /// The cause in a few words.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Missing => "not in both",
            Self::Order => "another order",
            Self::Time => "another time",
            Self::Permissions => "other permissions",
            Self::Packing => "packed in another way",
            Self::Paths => "paths of the build machine",
            Self::Code => "other code",
            Self::SbomIdentity => "serial number or time of the SBOM",
            Self::SbomPaths => "paths of the build machine in the SBOM",
            Self::Content => "other content",
        }
    }

    /// What makes it the same in the next build.
    pub const fn remedy(self) -> &'static str {
        match self {
            Self::Missing => "find out what writes the file: a build step that depends on what was there before",
            Self::Order | Self::Packing => "build both with the same version of the build tool",
            Self::Time => "set `SOURCE_DATE_EPOCH` for the build, which maturin honours",
            Self::Permissions => "build with the same umask, and commit files with their permissions",
            Self::Paths => "build with `RUSTFLAGS=\"--remap-path-prefix=$PWD=. --remap-path-prefix=$HOME=~\"`",
            Self::Code => "build with the same compiler, `Cargo.lock` with `--locked`, and `codegen-units = 1`",
            Self::SbomIdentity => {
                "set `SOURCE_DATE_EPOCH` for the build: maturin writes that time, and no random serial number"
            }
            Self::SbomPaths => {
                "build in the same folder everywhere, or leave maturin's SBOM out with `rust = false` in \
                 `[tool.maturin.sbom]`"
            }
            Self::Content => "find out what writes the file: times, random names and the order of folders are usual",
        }
    }
}
