use boundcheck_model::Model;

use crate::Findings;
use crate::allowance::Allowance;
use crate::rule::rule;

rule! {
    /// A comment for boundcheck names no rule, or cannot be read.
    ///
    /// ## Why
    /// It looks as if something were allowed, but nothing is. The forms are `boundcheck: allow(D002) reason` on the line
    /// of the finding or above it, and `boundcheck: allow-file(D002) reason` for a whole file; several rules are
    /// separated by commas, and the name of a rule does as well as its code.
    ///
    /// ## Bad
    /// ```rust,bad
    /// use pyo3::prelude::*;
    ///
    /// // boundcheck: allow(D999) the queue is never full
    /// //                   ^^^^ S002
    /// #[pyfunction]
    /// fn send() {}
    ///
    /// // boundcheck: ignore D002
    /// //<^^^^^^^^^^^^^^^^^^^^^^^^^^ S002
    /// #[pyfunction]
    /// fn receive() {}
    /// ```
    ///
    /// ## Good
    /// ```rust,good
    /// use pyo3::prelude::*;
    ///
    /// // boundcheck: allow-file(D002) the queue is never full
    ///
    /// #[pyfunction]
    /// fn send(queue: u64) {
    ///     std::thread::sleep(std::time::Duration::from_millis(queue));
    /// }
    /// ```
    S002 "unknown-allowance" {
        since: "0.1.0",
        severity: Warning,
        confidence: High,
        persona: Regular,
        pyo3: "any",
    }
}

fn check(model: &Model, out: &mut Findings<'_>) {
    for allowance in Allowance::all(model) {
        if allowance.rules.is_empty() {
            out.at(allowance.span)
                .message("this comment for boundcheck cannot be read, so it allows nothing")
                .label("not of the form `allow(CODE) reason` or `allow-file(CODE) reason`")
                .help("write a line comment: `// boundcheck: allow(CODE) reason`");
        }
        for allowed in allowance.rules.iter().filter(|allowed| allowed.rule.is_none()) {
            out.at(allowed.span)
                .message(format!("`{}` is no rule, so nothing is allowed", allowed.text))
                .label("neither the code nor the name of a rule")
                .help("`boundcheck rule --list` prints the codes and names");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::check;

    #[test]
    fn text_that_is_no_comment_is_left_alone() {
        check(
            &RULE,
            r##"
/// boundcheck: allow(X) in documentation
const TEXT: &str = "// boundcheck: allow(X)";
const RAW: &str = r#"
// boundcheck: allow(X)
"#;
"##,
        );
    }

    #[test]
    fn what_is_nearly_of_the_form_is_told() {
        check(
            &RULE,
            r"
/* boundcheck: allow(E002) in a block */
//<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ S002
fn f() {}

// Boundcheck: allow(E002) in another case
//<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ S002
fn g() {}
",
        );
    }

    #[test]
    fn each_unknown_name_in_a_list_is_told() {
        check(
            &RULE,
            r"
// boundcheck: allow(E002, panics, X1) why
//                         ^^^^^^ S002
//                                 ^^ S002
fn f() {}
",
        );
    }

    #[test]
    fn manifests_are_read_too() {
        check(
            &RULE,
            r#"
//- /Cargo.toml
[profile.release]
panic = "abort" # boundcheck: allow(E999) the host restarts us
#                                   ^^^^ S002
"#,
        );
    }
}
