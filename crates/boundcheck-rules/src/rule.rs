//! What a rule is, and the form in which it is written.

use boundcheck_model::{Confidence, Model, Persona, Pyo3, Severity, Wheel, rule_page};

use crate::pyo3_range::Pyo3Range;
use crate::{Findings, WheelFindings};

/// One rule: what it is called, what it means, whom it tells, and the code that looks.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Family letter and three digits: `D002`.
    pub code: &'static str,
    /// What is wrong, so that it reads well after "allow": `blocking-call-while-attached`.
    pub name: &'static str,
    /// Documentation in Markdown, with executed examples.
    pub docs: &'static str,
    /// The version of boundcheck that had it first.
    pub since: &'static str,
    /// How bad its findings are, unless one says otherwise.
    pub severity: Severity,
    /// How sure its findings are, unless one says otherwise.
    pub confidence: Confidence,
    /// Who is told, unless a finding says otherwise.
    pub persona: Persona,
    /// Versions of `PyO3` it speaks for: `any`, `0.26..`, `..0.26`, `0.23..0.28`; the end is excluded.
    pub pyo3: &'static str,
    /// What it looks at, and how.
    pub subject: Subject,
}

/// What a rule looks at, and the function that looks and reports.
#[derive(Debug, Clone, Copy)]
pub enum Subject {
    /// A project: its sources and manifests.
    Project(fn(&Model, &mut Findings<'_>)),
    /// A wheel: what is shipped.
    Wheel(for<'w> fn(&'w Wheel, &mut WheelFindings<'w>)),
}

impl Rule {
    /// The first paragraph of the documentation: one sentence.
    pub fn summary(&self) -> &'static str {
        self.docs.split("\n\n").next().unwrap_or_default().trim()
    }

    /// The page of the rule.
    pub fn url(&self) -> String {
        rule_page(self.code)
    }

    /// Whether the rule speaks for that version of `PyO3`. Without one, only rules for any version do.
    pub fn speaks_for(&self, pyo3: Option<&Pyo3>) -> bool {
        let range = Pyo3Range::parse(self.pyo3);
        self.pyo3 == "any" || range.zip(pyo3).is_some_and(|(range, pyo3)| range.contains(&pyo3.version))
    }
}

/// Declares the rule of a file: makes `RULE`, and the test `examples` that executes its documentation.
///
/// The code of the rule is the function `check` of the same file. Documentation: one sentence; `## Why`; `## Bad`
/// and `## Good` with code. A block is fenced `rust,bad` or `rust,good`; one for another file than `src/lib.rs` names
/// it: `toml,bad,file=Cargo.toml`. Blocks with nothing between them form one project. `pyo3=0.25` picks the version
/// of the default manifest. A rule about wheels says `on: wheel` in the place of `pyo3`, and describes wheels in blocks
/// fenced `wheel,bad`, in the words of `testing::wheel`. Under the code, `//  ^^^^ D002` marks a finding; `//<^^^^ D002`
/// one that starts at the first column.
macro_rules! rule {
    (
        $(#[doc = $line:literal])+
        $code:ident $name:literal {
            since: $since:literal,
            severity: $severity:ident,
            confidence: $confidence:ident,
            persona: $persona:ident,
            pyo3: $pyo3:literal $(,)?
        }
    ) => {
        $crate::rule::rule!(@ [$($line)+] $code $name $since $severity $confidence $persona $pyo3 Project);
    };
    (
        $(#[doc = $line:literal])+
        $code:ident $name:literal {
            since: $since:literal,
            severity: $severity:ident,
            confidence: $confidence:ident,
            persona: $persona:ident,
            on: wheel $(,)?
        }
    ) => {
        $crate::rule::rule!(@ [$($line)+] $code $name $since $severity $confidence $persona "any" Wheel);
    };
    (@ [$($line:literal)+] $code:ident $name:literal $since:literal $severity:ident $confidence:ident $persona:ident $pyo3:literal $subject:ident) => {
        pub(crate) static RULE: $crate::Rule = $crate::Rule {
            code: stringify!($code),
            name: $name,
            docs: {
                const LINES: &str = concat!($($line, "\n"),+);
                const BYTES: &[u8] = &$crate::rule::outdented::<{ $crate::rule::outdented_len(LINES) }>(LINES);
                match std::str::from_utf8(BYTES) {
                    Ok(docs) => docs,
                    Err(_) => LINES,
                }
            },
            since: $since,
            severity: boundcheck_model::Severity::$severity,
            confidence: boundcheck_model::Confidence::$confidence,
            persona: boundcheck_model::Persona::$persona,
            pyo3: $pyo3,
            subject: $crate::Subject::$subject(check),
        };

        #[test]
        fn examples() {
            $crate::testing::examples(&RULE);
        }
    };
}

pub(crate) use rule;

/// Length of doc lines without the blank that follows `///` in each.
pub(crate) const fn outdented_len(lines: &str) -> usize {
    let bytes = lines.as_bytes();
    let (mut at, mut len, mut line_start) = (0, 0, true);
    while at < bytes.len() {
        if !(line_start && bytes[at] == b' ') {
            len += 1;
        }
        line_start = bytes[at] == b'\n';
        at += 1;
    }
    len
}

/// Doc lines without the blank that follows `///` in each.
pub(crate) const fn outdented<const LEN: usize>(lines: &str) -> [u8; LEN] {
    let bytes = lines.as_bytes();
    let mut out = [0; LEN];
    let (mut at, mut len, mut line_start) = (0, 0, true);
    while at < bytes.len() {
        if !(line_start && bytes[at] == b' ') {
            out[len] = bytes[at];
            len += 1;
        }
        line_start = bytes[at] == b'\n';
        at += 1;
    }
    out
}
