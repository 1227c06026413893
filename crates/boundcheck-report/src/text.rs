//! The format for people: code frames in the look of rustc.

use annotate_snippets::{Group, Level, Origin, Renderer};
use boundcheck_model::{Finding, Persona, Problem, Report, Severity};

use crate::frame::Files;
use crate::style::{clean, one_line};
use crate::{Sources, summary_lines};

/// Findings with code frames, then problems as warnings, then [`summary_lines`].
///
/// A place whose source is not known is named without a frame. Where the labels of a finding tell a story, such as a
/// chain of calls, and it does not run downwards on the screen, they are numbered.
pub fn text(report: &Report, sources: &dyn Sources, color: bool) -> String {
    let renderer = if color { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
    let mut files = Files::new(sources);
    let mut out = String::new();
    for finding in &report.findings {
        out.push_str(&renderer.render(&[frame(finding, &mut files)]));
        out.push_str("\n\n");
    }
    for problem in &report.problems {
        out.push_str(&renderer.render(&[warning(problem)]));
        out.push_str("\n\n");
    }
    out.push_str(&summary_lines(report, color));
    out
}

fn frame<'a>(finding: &'a Finding, files: &'a mut Files<'_>) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let places = files.places(finding);
    let mut group = Group::with_title(level.primary_title(one_line(&finding.message)).id(one_line(&finding.rule)));
    let mut notes = Vec::new();
    for place in &places.without_source {
        let path = one_line(place.location.path.as_str());
        let (line, column) = (place.location.line, place.location.column);
        let label = one_line(place.label);
        if place.order.is_some() {
            let place = format!("{path}:{line}:{column}: {label}");
            notes.push(Level::NOTE.message(place.trim_end_matches(": ").to_owned()));
        } else {
            group = group.element(Origin::path(path).line(line as usize).char_column(column as usize));
            if !label.is_empty() {
                notes.push(Level::NOTE.message(label));
            }
        }
    }
    notes.extend(finding.note.as_deref().map(|note| Level::NOTE.message(clean(note))));
    notes.extend(finding.help.as_deref().map(|help| Level::HELP.message(clean(help))));
    notes.push(Level::NOTE.message(provenance(finding)));
    group.elements(places.snippets()).elements(notes)
}

/// How sure the rule is and where to read more: `boundcheck rule D002` is the command that explains it.
fn provenance(finding: &Finding) -> String {
    let persona = match finding.persona {
        Persona::Regular => String::new(),
        other => format!(" · for the {other} persona"),
    };
    format!("confidence {}{persona} · boundcheck rule {}", finding.confidence, one_line(&finding.rule))
}

fn warning(problem: &Problem) -> Group<'_> {
    let (what, remedy) = split_remedy(&problem.message);
    let title = Level::WARNING.primary_title(one_line(what)).id(problem.kind.as_str());
    let mut group = Group::with_title(title);
    if let Some(path) = &problem.path {
        let origin = Origin::path(one_line(path.as_str()));
        group = group.element(match problem.line {
            Some(line) => origin.line(line as usize),
            None => origin,
        });
    }
    group.elements(remedy.map(|remedy| Level::HELP.message(clean(remedy))))
}

/// What is wrong, and the sentence after it: what to do.
fn split_remedy(message: &str) -> (&str, Option<&str>) {
    let sentence_ends = |at: &usize| message[at + 2..].starts_with(|next: char| next.is_uppercase() || next == '`');
    match message.match_indices(". ").map(|(at, _)| at).find(sentence_ends) {
        Some(at) => (&message[..at], Some(&message[at + 2..])),
        None => (message.trim_end_matches('.'), None),
    }
}
