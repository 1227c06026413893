//! P020

use std::collections::{HashMap, HashSet};

use boundcheck_model::{Member, Wheel};

use crate::WheelFindings;
use crate::rule::rule;

rule! {
    /// `RECORD` does not list what is in the wheel.
    ///
    /// ## Why
    /// `RECORD` holds a hash of every file. Installers refuse a file whose hash differs, and uninstalling goes by the
    /// list: a file that is not listed stays behind. It differs when a wheel was changed after it was built: signed,
    /// stripped or repaired by hand.
    /// See the [specification](https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file).
    ///
    /// ## Bad
    /// ```wheel,bad
    /// demo-1.0-py3-none-any.whl
    /// demo/__init__.py
    /// demo/late.py: unlisted
    /// # ^ P020
    /// ```
    ///
    /// ## Good
    /// ```wheel,good
    /// demo-1.0-py3-none-any.whl
    /// demo/__init__.py
    /// demo/late.py
    /// ```
    P020 "record-disagrees" {
        since: "0.1.0",
        severity: Error,
        confidence: High,
        persona: Regular,
        on: wheel,
    }
}

fn check<'w>(wheel: &'w Wheel, out: &mut WheelFindings<'w>) {
    let Some(record) = &wheel.record else {
        out.whole()
            .message("there is no `RECORD` in `.dist-info`")
            .label("not a wheel that an installer accepts")
            .note("installers check and remove files by that list")
            .help("build it again; do not pack wheels by hand");
        return;
    };
    let members: HashMap<&str, &Member> = wheel.members.iter().map(|member| (member.path.as_str(), member)).collect();
    for row in &record.rows {
        let Some(member) = members.get(row.path.as_str()) else {
            out.line(&record.path, row.line)
                .message(format!("`{}` is listed, but not in the wheel", row.path))
                .label("no such file")
                .note("installers report a corrupted wheel")
                .help("build it again; do not take files out of a wheel");
            continue;
        };
        let Some(is) = &member.sha256 else { continue };
        let differs = row.hash.strip_prefix("sha256=").is_some_and(|hash| hash.trim_end_matches('=') != is);
        if differs || row.size.is_some_and(|size| size != member.size) {
            out.line(&record.path, row.line)
                .message(format!("`{}` is not the file that was recorded", row.path))
                .label("its hash or size differs")
                .note("the file was changed after the wheel was built; installers refuse it")
                .help("sign, strip and repair before packing, or let `wheel pack` write the list anew");
        }
    }
    let listed: HashSet<&str> = record.rows.iter().map(|row| row.path.as_str()).collect();
    for member in &wheel.members {
        // Signatures of the list cannot be in the list.
        let signature = [".jws", ".p7s"].iter().any(|end| member.path.strip_suffix(end) == Some(&record.path));
        if !listed.contains(member.path.as_str()) && !signature && member.path != record.path {
            out.member(&member.path)
                .message(format!("`{}` is not listed in `RECORD`", member.path))
                .label("stays behind when the package is removed")
                .note("nobody can tell whether it was meant to be there")
                .help("let `wheel pack` write the list anew");
        }
    }
}
