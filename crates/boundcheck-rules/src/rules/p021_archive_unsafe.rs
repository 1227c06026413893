//! P021

use boundcheck_model::{FlawKind, Wheel};

use crate::WheelFindings;
use crate::rule::rule;

rule! {
    /// The archive of a wheel holds something that no installer should unpack.
    ///
    /// ## Why
    /// A wheel is a zip archive, and zip archives can lie: paths that lead out of the folder, the same path twice so that
    /// two tools see two contents, sizes that are not true, a few kilobytes that unpack to gigabytes. Some installers
    /// refuse such a file, others do what it says.
    /// See [how PyPI refuses confusing archives](https://blog.pypi.org/posts/2025-08-07-wheel-archive-confusion-attacks/).
    ///
    /// ## Bad
    /// ```wheel,bad
    /// demo-1.0-py3-none-any.whl
    /// demo/__init__.py
    /// ../evil.py: flaw path
    /// # ^ P021
    /// ```
    ///
    /// ## Good
    /// ```wheel,good
    /// demo-1.0-py3-none-any.whl
    /// demo/__init__.py
    /// ```
    P021 "archive-unsafe" {
        since: "0.1.0",
        severity: Error,
        confidence: High,
        persona: Regular,
        on: wheel,
    }
}

fn check<'w>(wheel: &'w Wheel, out: &mut WheelFindings<'w>) {
    for flaw in &wheel.flaws {
        let name = flaw.member.as_deref().unwrap_or("the wheel");
        let finding = match &flaw.member {
            Some(member) => out.member(member),
            None => out.whole(),
        };
        let why = match flaw.kind {
            FlawKind::Path => "an installer that trusts it writes outside of the environment",
            FlawKind::Duplicate => "which of the two is installed depends on the tool",
            FlawKind::Encrypted => "no installer asks for a password",
            FlawKind::Content => "the archive was damaged, or made to be read in two ways",
            FlawKind::Bomb => "unpacking it fills disk or memory",
            FlawKind::Method => "installers read stored and deflated members only",
            FlawKind::Special => "installers write a file with the target as its text, or follow it",
        };
        finding
            .message(format!("`{name}`: {}", flaw.detail))
            .label("no installer should unpack this")
            .note(why)
            .help("build the wheel again with a build tool; if it came from elsewhere, do not install it");
    }
}
