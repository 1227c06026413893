//! What rules say.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{Location, Problem, Summary};

/// One thing that a rule found. Its order is the order of reports: path, line, column, rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Finding {
    /// Code of the rule: `D002`.
    pub rule: String,
    /// Name of the rule: `blocking-call-while-attached`.
    pub name: String,
    /// How bad it is if it is true.
    pub severity: Severity,
    /// How sure the rule is.
    pub confidence: Confidence,
    /// Who is told.
    pub persona: Persona,
    /// What is wrong, in one line.
    pub message: String,
    /// The place to edit.
    pub location: Location,
    /// What the place is, in a few words under the caret.
    pub label: String,
    /// Other places that explain it; for a call chain, from the export to the call in order.
    pub related: Vec<Label>,
    /// Why it matters here: one or two sentences.
    pub note: Option<String>,
    /// What to do, in the names of the project's `PyO3` version.
    pub help: Option<String>,
    /// Canonical Rust path of the item it is about.
    pub symbol: Option<String>,
    /// Python name of the export it is about.
    pub python_name: Option<String>,
}

impl Finding {
    /// The key of the order of reports.
    pub fn order(&self) -> impl Ord + '_ {
        (&self.location, &self.rule, &self.message)
    }

    /// The page of its rule.
    pub fn url(&self) -> String {
        rule_page(&self.rule)
    }
}

/// Address of the page that explains a rule, by its code.
pub fn rule_page(code: &str) -> String {
    format!("{}/blob/main/docs/rules/{code}.md", env!("CARGO_PKG_REPOSITORY"))
}

/// A place with a word about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Label {
    /// Where.
    pub location: Location,
    /// What is there.
    pub label: String,
}

/// Everything a run has to say.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What was examined.
    pub summary: Summary,
    /// Sorted by [`Finding::order`].
    pub findings: Vec<Finding>,
    /// Sorted by path.
    pub problems: Vec<Problem>,
}

macro_rules! levels {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// All levels, lowest first.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in reports and on the command line.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                Self::ALL.iter().copied().find(|level| level.as_str() == text).ok_or_else(|| {
                    let known: Vec<_> = Self::ALL.iter().map(|level| level.as_str()).collect();
                    format!("`{text}` is none of {}", known.join(", "))
                })
            }
        }
    };
}

levels! {
    /// How bad a finding is if it is true.
    Severity {
        /// Costs little: style, a missed convenience.
        Info = "info",
        /// Surprises users or wastes resources.
        Warning = "warning",
        /// Deadlocks, crashes, leaks, wrong results, a package that does not import.
        Error = "error",
    }
}

levels! {
    /// How sure a rule is that a finding is true.
    Confidence {
        /// A hint.
        Low = "low",
        /// True unless something that the engine cannot see speaks against it.
        Medium = "medium",
        /// True.
        High = "high",
    }
}

levels! {
    /// Who wants to be told.
    Persona {
        /// Everyone: few false alarms.
        Regular = "regular",
        /// People who polish.
        Pedantic = "pedantic",
        /// People who audit: everything worth a look.
        Auditor = "auditor",
    }
}
