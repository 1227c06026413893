use boundcheck_model::Model;

use crate::Findings;
use crate::rule::rule;

rule! {
    /// An allowance silences nothing.
    ///
    /// ## Why
    /// The code it was written for has changed, or it never stood at the right place. Left alone, it will silence the
    /// next real finding on that line. Only rules that ran are counted: `--select D` does not make an allowance for
    /// another family unused.
    ///
    /// ## Bad
    /// ```toml,bad,file=Cargo.toml
    /// # boundcheck: allow(E002) the host restarts us
    /// #                   ^^^^ S001
    /// [profile.release]
    /// lto = true
    /// ```
    ///
    /// ## Good
    /// ```toml,good,file=Cargo.toml
    /// [profile.release]
    /// # boundcheck: allow(E002) the host restarts us
    /// panic = "abort"
    /// ```
    S001 "unused-allowance" {
        since: "0.1.0",
        severity: Warning,
        confidence: High,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(_: &Model, out: &mut Findings<'_>) {
    for allowance in out.unused_allowances() {
        for allowed in &allowance.rules {
            out.at(allowed.span)
                .message(format!("nothing to allow: {} finds nothing here", allowed.text))
                .label("silences no finding")
                .note("an allowance speaks for its own line, or for the next line of code when it stands alone")
                .help("remove it, or move it to the line of the finding");
        }
    }
}
