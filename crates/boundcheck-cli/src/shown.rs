//! Reports as a person sees them from the current directory, and several reports as one.

use std::collections::HashMap;
use std::sync::Arc;

use boundcheck_model::{Finding, Model, Report, Summary, Wheel};
use boundcheck_report::Sources;
use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

/// Source texts under the paths that reports show.
#[derive(Default)]
pub(crate) struct Texts(HashMap<Utf8PathBuf, Arc<str>>);

impl Texts {
    /// Adds the files of a model whose project lies in `folder`.
    pub(crate) fn add(&mut self, folder: &Utf8Path, model: &Model) {
        self.0.extend(model.files.iter().map(|file| (join(folder, &file.path), Arc::clone(&file.text))));
    }

    /// Adds the texts of a wheel.
    pub(crate) fn add_wheel(&mut self, wheel: &Wheel) {
        self.0.extend(wheel.texts.iter().map(|file| (wheel.path.join(&file.path), Arc::clone(&file.text))));
    }
}

impl Sources for Texts {
    fn text(&self, path: &Utf8Path) -> Option<Arc<str>> {
        self.0.get(path).cloned()
    }
}

/// The report with its paths, which are relative to `folder`, as seen from where `folder` is.
pub(crate) fn seen_from_outside(mut report: Report, folder: &Utf8Path) -> Report {
    for finding in &mut report.findings {
        finding.location.path = join(folder, &finding.location.path);
        for label in &mut finding.related {
            label.location.path = join(folder, &label.location.path);
        }
    }
    for path in report.problems.iter_mut().filter_map(|problem| problem.path.as_mut()) {
        *path = join(folder, path);
    }
    report
}

/// One report of several, whose paths are seen from outside already. It counts as examined only if each was, as a
/// project that was not must never look clean.
pub(crate) fn merged(reports: Vec<(Utf8PathBuf, Report)>) -> Report {
    let mut all = Report {
        summary: Summary { examined: true, ..Summary::default() },
        findings: Vec::new(),
        problems: Vec::new(),
    };
    let mut reasons = Vec::new();
    for (path, report) in reports {
        let Summary { examined, reason, .. } = &report.summary;
        if !examined {
            let reason = reason.as_deref().unwrap_or("nothing was examined");
            reasons.push(if reason.contains(path.as_str()) { reason.to_owned() } else { format!("{path}: {reason}") });
        }
        add(&mut all.summary, report.summary);
        all.findings.extend(report.findings);
        all.problems.extend(report.problems);
    }
    if !reasons.is_empty() {
        all.summary.reason = Some(reasons.join("; "));
    }
    all.findings.sort_by(|a, b| Finding::order(a).cmp(&Finding::order(b)));
    all.findings.dedup();
    all.problems.sort_by(|a, b| (&a.path, a.line, &a.message).cmp(&(&b.path, b.line, &b.message)));
    all.problems.dedup();
    all
}

fn add(total: &mut Summary, one: Summary) {
    total.examined &= one.examined;
    total.files += one.files;
    total.exports += one.exports;
    total.functions += one.functions;
    total.calls += one.calls;
    total.calls_resolved += one.calls_resolved;
    total.pyo3 = lower_version(total.pyo3.take(), one.pyo3);
    total.dependencies.sources += one.dependencies.sources;
    total.dependencies.stubs += one.dependencies.stubs;
    total.dependencies.missing.extend(one.dependencies.missing);
    total.dependencies.missing.sort();
    total.dependencies.missing.dedup();
    total.elapsed_ms += one.elapsed_ms;
}

fn lower_version(a: Option<String>, b: Option<String>) -> Option<String> {
    let numbers = |text: &str| text.split('.').map(|part| part.parse::<u32>().unwrap_or(0)).collect::<Vec<_>>();
    a.into_iter().chain(b).min_by_key(|version| numbers(version))
}

/// `folder/path` without `.` and `..` where they can be resolved on paper.
pub(crate) fn join(folder: &Utf8Path, path: &Utf8Path) -> Utf8PathBuf {
    let whole = folder.join(path);
    let mut parts: Vec<Utf8Component<'_>> = Vec::new();
    for part in whole.components() {
        match (part, parts.last()) {
            (Utf8Component::CurDir, _) => {}
            (Utf8Component::ParentDir, Some(Utf8Component::Normal(_))) => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    let joined: Utf8PathBuf = parts.iter().map(Utf8Component::as_str).collect();
    // Reports write paths with `/` on every system.
    joined.as_str().replace(std::path::MAIN_SEPARATOR, "/").into()
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn paths_are_joined_on_paper() {
        for (folder, path, joined) in [
            (".", "src/lib.rs", "src/lib.rs"),
            ("a/b", "src/lib.rs", "a/b/src/lib.rs"),
            ("a/b/", "../c/src/lib.rs", "a/c/src/lib.rs"),
            (".", "../c/lib.rs", "../c/lib.rs"),
            ("../x", "./lib.rs", "../x/lib.rs"),
            ("/a/b", "../lib.rs", "/a/lib.rs"),
            ("a", "/elsewhere/lib.rs", "/elsewhere/lib.rs"),
        ] {
            assert_eq!(join(folder.as_ref(), path.as_ref()), joined, "{folder} + {path}");
        }
    }
}
