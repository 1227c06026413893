//! The tools on this machine that a project builds with.

use std::process::{Command, Stdio};

use crate::Needs;

/// The tools on the path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tools {
    /// The version of Cargo, as `1.95.0`; `None` when there is none.
    pub cargo: Option<String>,
    /// The version of Python, as `3.11.7`; `None` when there is none.
    pub python: Option<String>,
}

impl Tools {
    /// Asks the tools for their versions.
    pub fn find() -> Self {
        let python: &[&str] = if cfg!(windows) { &["python", "py"] } else { &["python3"] };
        Self { cargo: version("cargo"), python: python.iter().find_map(|program| version(program)) }
    }

    /// What is missing or too old, and what to do about it, one sentence each.
    pub fn complaints(&self, needs: &Needs) -> Vec<String> {
        let Needs { rust, python } = needs;
        let mut complaints = Vec::new();
        match &self.cargo {
            None => {
                complaints.push(format!("no `cargo` is on the path: install Rust {rust} or newer, https://rustup.rs"));
            }
            Some(found) if is_older(found, rust) => {
                complaints.push(format!("Rust {found} is too old, the project needs {rust}: run `rustup update`"));
            }
            Some(_) => {}
        }
        match &self.python {
            None => complaints
                .push(format!("no Python is on the path: install {python} or newer, https://www.python.org/downloads")),
            Some(found) if is_older(found, python) => {
                complaints.push(format!("Python {found} is too old, the project needs {python} or newer"));
            }
            Some(_) => {}
        }
        complaints
    }
}

/// The version that a program tells: the second word of `cargo 1.95.0 (…)` and `Python 3.11.7`.
fn version(program: &str) -> Option<String> {
    let output = Command::new(program).arg("--version").stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text.split_whitespace().nth(1)?.to_owned())
}

fn is_older(found: &str, needed: &str) -> bool {
    let numbers = |version: &str| -> Vec<u32> {
        // `1.97.0-nightly` and `3.15.0rc1` count as what they will be.
        let number = |part: &str| part.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok();
        version.split('.').map_while(number).collect()
    };
    let (found, needed) = (numbers(found), numbers(needed));
    !found.is_empty() && found < needed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(cargo: Option<&str>, python: Option<&str>) -> Vec<String> {
        let tools = Tools { cargo: cargo.map(str::to_owned), python: python.map(str::to_owned) };
        tools.complaints(&Needs { rust: "1.85".to_owned(), python: "3.11".to_owned() })
    }

    #[test]
    fn tools_that_will_do_are_not_mentioned() {
        for (cargo, python) in [("1.85.0", "3.11.0"), ("1.97.0-nightly", "3.15.0rc1"), ("2.0", "4")] {
            assert!(complaints(Some(cargo), Some(python)).is_empty());
        }
    }

    #[test]
    fn missing_and_old_tools_are_told_with_the_remedy() {
        assert_eq!(
            complaints(None, Some("3.9.18")),
            [
                "no `cargo` is on the path: install Rust 1.85 or newer, https://rustup.rs",
                "Python 3.9.18 is too old, the project needs 3.11 or newer",
            ]
        );
        assert_eq!(
            complaints(Some("1.84.1"), None),
            [
                "Rust 1.84.1 is too old, the project needs 1.85: run `rustup update`",
                "no Python is on the path: install 3.11 or newer, https://www.python.org/downloads",
            ]
        );
    }
}
