//! Inline allowances: `// boundcheck: allow(D002) the queue is never full`, `# boundcheck: allow(P002) …` in TOML.
//!
//! An allowance speaks for its own line when code stands before it, else for the code right below it; comments and
//! attributes between are skipped, an empty line ends it. `allow-file(…)` speaks for its whole file.

use std::ops::{Range, RangeInclusive};

use boundcheck_model::{FileId, Model, SourceFile, Span};

use crate::comment::comments;
use crate::findings::Found;
use crate::{Rule, find};

/// What every allowance begins with, after the comment sign.
const MARKER: &str = "boundcheck:";

/// One comment that allows something.
#[derive(Debug, Clone)]
pub(crate) struct Allowance {
    /// The comment.
    pub(crate) span: Span,
    /// The rules it names; empty when it cannot be read.
    pub(crate) rules: Vec<AllowedRule>,
    /// Whether it says why.
    pub(crate) has_reason: bool,
    /// Lines it speaks for; `None` for the whole file.
    lines: Option<RangeInclusive<u32>>,
}

/// A rule named in an allowance.
#[derive(Debug, Clone)]
pub(crate) struct AllowedRule {
    /// Code or name, as written.
    pub(crate) text: String,
    /// Where it is written.
    pub(crate) span: Span,
    /// The rule, if there is one.
    pub(crate) rule: Option<&'static Rule>,
    /// Whether it silenced a finding.
    used: bool,
}

impl Allowance {
    /// All allowances of a project, in order of files and lines.
    pub(crate) fn all(model: &Model) -> Vec<Allowance> {
        let files = model.files.iter().enumerate().filter(|(_, file)| file.text.to_ascii_lowercase().contains(MARKER));
        files.flat_map(|(at, file)| in_file(FileId(at as u32), file)).collect()
    }

    /// This allowance with only the rules that `ran` and that it silenced nothing of; `None` when there is none.
    pub(crate) fn unused(mut self, ran: impl Fn(&Rule) -> bool) -> Option<Allowance> {
        self.rules.retain(|allowed| !allowed.used && allowed.rule.is_some_and(&ran));
        (!self.rules.is_empty()).then_some(self)
    }

    fn covers(&self, found: &Found) -> bool {
        let line = found.finding.location.line;
        self.span.file == found.span.file && self.lines.as_ref().is_none_or(|lines| lines.contains(&line))
    }
}

/// Removes what is allowed, and notes which allowances were of use.
pub(crate) fn apply(mut found: Vec<Found>, allowances: &mut [Allowance]) -> Vec<Found> {
    found.retain(|found| {
        let mut allowed = false;
        for allowance in allowances.iter_mut().filter(|allowance| allowance.covers(found)) {
            for named in &mut allowance.rules {
                if named.rule.is_some_and(|rule| rule.code == found.finding.rule) {
                    named.used = true;
                    allowed = true;
                }
            }
        }
        !allowed
    });
    found
}

fn in_file(id: FileId, file: &SourceFile) -> Vec<Allowance> {
    let found = comments(file.path.extension().unwrap_or_default(), &file.text);
    found.into_iter().filter_map(|comment| read(id, file, comment)).collect()
}

/// Reads a comment; `None` when it is not addressed to boundcheck.
fn read(id: FileId, file: &SourceFile, comment: Range<usize>) -> Option<Allowance> {
    let text = file.text[comment.clone()].trim_end();
    let inside = text.trim_start_matches(['/', '#', '*']).trim_start();
    inside.get(..MARKER.len()).filter(|marker| marker.eq_ignore_ascii_case(MARKER))?;
    let body = inside[MARKER.len()..].trim_start();
    let start = (comment.start + text.len() - body.len()) as u32;
    let span = Span { file: id, start: comment.start as u32, end: (comment.start + text.len()) as u32 };
    let unreadable = Allowance { span, rules: Vec::new(), has_reason: false, lines: None };
    // One form, so that a search finds all of them.
    if text.starts_with("/*") || !inside.starts_with(MARKER) {
        return Some(unreadable);
    }

    let (whole_file, list_start) = match (body.strip_prefix("allow-file("), body.strip_prefix("allow(")) {
        (Some(_), _) => (true, "allow-file(".len()),
        (_, Some(_)) => (false, "allow(".len()),
        _ => return Some(unreadable),
    };
    let Some((list, reason)) = body[list_start..].split_once(')') else { return Some(unreadable) };

    let mut rules = Vec::new();
    let mut at = start + list_start as u32;
    for part in list.split(',') {
        let text = part.trim();
        let from = at + (part.len() - part.trim_start().len()) as u32;
        let span = Span { file: id, start: from, end: from + text.len() as u32 };
        rules.push(AllowedRule { text: text.to_owned(), span, rule: find(text), used: false });
        at += part.len() as u32 + 1;
    }
    if rules.iter().any(|allowed| allowed.text.is_empty()) {
        return Some(unreadable);
    }
    let has_reason = reason.chars().any(char::is_alphanumeric);
    let lines = (!whole_file).then(|| covered_lines(file, span.start));
    Some(Allowance { span, rules, has_reason, lines })
}

/// The lines that a comment at `offset` speaks for.
fn covered_lines(file: &SourceFile, offset: u32) -> RangeInclusive<u32> {
    let line_text = |line| file.line_range(line).map(|(start, end)| file.text[start as usize..end as usize].trim());
    let (line, _) = file.line_column(offset);
    let line_start = file.line_range(line).map_or(offset, |(start, _)| start);
    if !file.text[line_start as usize..offset as usize].trim().is_empty() {
        return line..=line;
    }
    let is_rust = file.path.extension() == Some("rs");
    let mut last = line + 1;
    // Brackets of an attribute that are still open.
    let mut open = 0_usize;
    while let Some(text) = line_text(last) {
        let attribute = open > 0 || is_rust && text.starts_with("#[");
        if attribute {
            open = (open + text.matches('[').count()).saturating_sub(text.matches(']').count());
        } else if !text.starts_with("//") && !text.starts_with('#') {
            break;
        }
        last += 1;
    }
    line..=last
}
