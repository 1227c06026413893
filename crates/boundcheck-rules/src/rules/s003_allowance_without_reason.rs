use boundcheck_model::Model;

use crate::Findings;
use crate::allowance::Allowance;
use crate::rule::rule;

rule! {
    /// An allowance does not say why.
    ///
    /// ## Why
    /// Whoever reads the line next must decide whether the allowance still holds, and cannot without the reason.
    ///
    /// ## Bad
    /// ```toml,bad,file=Cargo.toml
    /// [profile.release]
    /// panic = "abort" # boundcheck: allow(E002)
    /// #               ^^^^^^^^^^^^^^^^^^^^^^^^^ S003
    /// ```
    ///
    /// ## Good
    /// ```toml,good,file=Cargo.toml
    /// [profile.release]
    /// panic = "abort" # boundcheck: allow(E002) a supervisor restarts the process
    /// ```
    S003 "allowance-without-reason" {
        since: "0.1.0",
        severity: Info,
        confidence: High,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for allowance in Allowance::all(model) {
        if !allowance.rules.is_empty() && !allowance.has_reason {
            out.at(allowance.span)
                .message("this allowance gives no reason")
                .label("nothing after the parenthesis")
                .help("write why the finding may stay, on the same line");
        }
    }
}
