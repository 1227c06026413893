//! How far a wheel is from the stable ABI.

use std::collections::BTreeSet;

use camino::Utf8PathBuf;

/// How far a wheel is from the stable ABI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StableAbi {
    /// Path of the wheel as given.
    pub wheel: Utf8PathBuf,
    /// Whether its tags promise the stable ABI.
    pub claimed: bool,
    /// Its objects that ask symbols of Python.
    pub objects: Vec<Distance>,
}

/// How far an extension module is from the stable ABI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distance {
    /// Path of the object in the wheel.
    pub object: String,
    /// Symbols of Python that are not in the stable ABI, sorted.
    pub outside: Vec<String>,
    /// The lowest version whose stable ABI has all others, and a symbol that came with it; `None` when it uses none.
    pub floor: Option<((u32, u32), String)>,
}

/// What that comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StableAbiVerdict {
    /// It asks nothing of Python.
    Unneeded,
    /// It is tagged for the stable ABI and uses nothing else.
    Kept,
    /// It could be tagged for the stable ABI.
    Possible,
    /// Symbols stand in the way.
    Impossible,
}

impl StableAbi {
    /// Symbols of Python that are not in the stable ABI.
    pub fn outside(&self) -> BTreeSet<&str> {
        self.objects.iter().flat_map(|object| &object.outside).map(String::as_str).collect()
    }

    /// The lowest version whose stable ABI has all other symbols.
    pub fn floor(&self) -> Option<(u32, u32)> {
        self.objects.iter().filter_map(|object| object.floor.as_ref()).map(|(version, _)| *version).max()
    }

    /// What it comes to.
    pub fn verdict(&self) -> StableAbiVerdict {
        match (self.outside().is_empty(), self.floor(), self.claimed) {
            (false, ..) => StableAbiVerdict::Impossible,
            (true, None, _) => StableAbiVerdict::Unneeded,
            (true, Some(_), true) => StableAbiVerdict::Kept,
            (true, Some(_), false) => StableAbiVerdict::Possible,
        }
    }
}

impl StableAbiVerdict {
    /// All verdicts.
    pub const ALL: &'static [Self] = &[Self::Unneeded, Self::Kept, Self::Possible, Self::Impossible];

    /// The name for programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unneeded => "unneeded",
            Self::Kept => "kept",
            Self::Possible => "possible",
            Self::Impossible => "impossible",
        }
    }
}
