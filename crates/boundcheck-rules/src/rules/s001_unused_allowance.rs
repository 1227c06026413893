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
                .note("an allowance speaks for its own line, or when it stands alone for the code right below it; an empty line ends it")
                .help("remove it, or move it to the line of the finding");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::{a007_option_parameter_without_default as a007, e002_panic_abort_in_extension as e002};
    use crate::testing::check;

    #[test]
    fn an_allowance_speaks_for_its_own_line_or_the_next_line_of_code() {
        let fixture = r#"
use pyo3::prelude::*;

// boundcheck: allow(A007) None is meant
// and always was
#[pyfunction]
fn one(limit: Option<usize>) {}

#[pyfunction]
fn two(limit: Option<usize>) {} // boundcheck: allow(option-parameter-without-default) None is meant

// boundcheck: allow(A007) an attribute of several lines is no code
#[pyfunction(
    name = "third"
)]
fn three(limit: Option<usize>) {}
"#;
        check(&a007::RULE, fixture);
        check(&RULE, fixture);
    }

    #[test]
    fn an_allowance_does_not_reach_further() {
        check(
            &a007::RULE,
            r"
use pyo3::prelude::*;

// boundcheck: allow(A007) too far away

#[pyfunction]
fn one(limit: Option<usize>) {}
//     ^^^^^^^^^^^^^^^^^^^^ A007 pedantic
",
        );
    }

    #[test]
    fn a_file_can_allow_for_all_of_it() {
        let fixture = r"
use pyo3::prelude::*;

#[pyfunction]
fn one(limit: Option<usize>) {}

#[pyfunction]
fn two(limit: Option<usize>) {}

// boundcheck: allow-file(A007) this module is called by our own Python code only
";
        check(&a007::RULE, fixture);
        check(&RULE, fixture);
    }

    #[test]
    fn of_several_rules_the_unused_ones_are_told() {
        let fixture = r#"
//- /Cargo.toml
[profile.release]
panic = "abort" # boundcheck: allow(E002, D002) the host restarts us
#                                         ^^^^ S001
"#;
        check(&RULE, fixture);
        check(&e002::RULE, &fixture.replace("^^^^ S001", ""));
    }
}
