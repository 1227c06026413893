//! Names of projects.

use std::fmt;

use crate::ScaffoldError;

const STDLIB: &str = include_str!("../data/stdlib_modules.txt");

/// `keyword.kwlist` of CPython 3.13, the lower-case ones.
const PYTHON_KEYWORDS: &[&str] = &[
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
    "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
    "return", "try", "while", "with", "yield",
];

/// Strict and reserved keywords of the Rust reference that are no keywords of Python.
const RUST_KEYWORDS: &[&str] = &[
    "abstract", "become", "box", "const", "crate", "do", "dyn", "enum", "extern", "final", "fn", "gen", "impl", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "self", "static", "struct",
    "super", "trait", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where",
];

/// What a project imports or uses itself, and what its tests install: its own name would hide that.
const USED: &[&str] = &[
    "attr",
    "attrs",
    "boundcheck",
    "clap",
    "cpuinfo",
    "divan",
    "exceptiongroup",
    "fastrand",
    "hypothesis",
    "iniconfig",
    "librt",
    "maturin",
    "mypy",
    "mypy_extensions",
    "mypyc",
    "numpy",
    "packaging",
    "pathspec",
    "pip",
    "pluggy",
    "pygments",
    "pyo3",
    "pytest",
    "pytest_benchmark",
    "rayon",
    "ruff",
    "setuptools",
    "sortedcontainers",
    "thiserror",
    "tokio",
    "tomli",
    "typing_extensions",
    "wheel",
];

/// Exceptions of Python (`builtins` of 3.13) and of a project that a name could spell.
const TAKEN_ERRORS: &[&str] = &[
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BufferError",
    "ConnectionError",
    "EnvironmentError",
    "FileExistsError",
    "FileNotFoundError",
    "FloatingPointError",
    "ImportError",
    "IndentationError",
    "IndexError",
    "InterruptedError",
    "IsADirectoryError",
    "KeyError",
    "LookupError",
    "MemoryError",
    "ModuleNotFoundError",
    "NameError",
    "NotADirectoryError",
    "NotFiniteError",
    "NotImplementedError",
    "OverflowError",
    "ParseError",
    "PermissionError",
    "PythonFinalizationError",
    "RecursionError",
    "ReferenceError",
    "RuntimeError",
    "SyntaxError",
    "SystemError",
    "TabError",
    "TimeoutError",
    "TypeError",
    "UnboundLocalError",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "UnicodeError",
    "UnicodeTranslateError",
    "ValueError",
    "WindowsError",
    "ZeroDivisionError",
];

/// Folders of a project, and what Cargo keeps for itself below `target`.
const FOLDERS: &[&str] = &[
    "benchmarks",
    "build",
    "crates",
    "deps",
    "dist",
    "examples",
    "incremental",
    "plugins",
    "python",
    "target",
    "tests",
];

/// Names of devices on Windows, where no file or folder can have them:
/// <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>
const DEVICES: &[&str] = &["aux", "con", "nul", "prn"];
/// The same, with a digit from 1 to 9 behind.
const NUMBERED_DEVICES: &[&str] = &["com", "lpt"];

/// Cargo's registry takes no names of more than 64 letters, and the longest of a project ends with `-python`.
const LONGEST: usize = 64 - "-python".len();

/// A name that does for a crate, a package and a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    project: String,
}

impl Name {
    /// Checks a name.
    ///
    /// # Errors
    /// [`ScaffoldError::Name`] for a name that Cargo or Python do not take, or that would hide another module.
    pub(crate) fn new(name: &str) -> Result<Self, ScaffoldError> {
        match refusal(name) {
            None => Ok(Self { project: name.to_owned() }),
            Some(reason) => Err(ScaffoldError::Name { name: name.to_owned(), reason, remedy: remedy(name) }),
        }
    }

    /// The name of the project and of its package, as `sea-level`.
    pub(crate) fn project(&self) -> &str {
        &self.project
    }

    /// The name of the module, as `sea_level`.
    pub(crate) fn module(&self) -> String {
        self.project.replace('-', "_")
    }

    /// The base of the project's exceptions, as `SeaLevelError`: never a name that Python or a project has.
    pub(crate) fn exception(&self) -> String {
        let words = self.project.split(['-', '_']).filter_map(|word| {
            let mut letters = word.chars();
            let first = letters.next()?;
            Some(format!("{}{}", first.to_ascii_uppercase(), letters.as_str()))
        });
        let words: String = words.collect();
        let name = format!("{words}Error");
        if TAKEN_ERRORS.contains(&&*name) { format!("{words}PackageError") } else { name }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.project)
    }
}

/// Why a name is refused.
fn refusal(name: &str) -> Option<String> {
    let module = name.replace('-', "_");
    let reason = if name.is_empty() {
        "it is empty"
    } else if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        "a module starts with a letter from a to z"
    } else if name.contains(|letter: char| letter.is_ascii_uppercase()) {
        "modules and crates are written in lower case"
    } else if name.contains(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-' || letter == '_')) {
        "only letters from a to z, digits, `-` and `_` do for a crate and a module"
    } else if name.ends_with(['-', '_']) {
        "a package ends with a letter or a digit"
    } else if module.contains("__") {
        "two of `-` and `_` in a row are no snake case"
    } else if name.len() > LONGEST {
        "with `-python` behind, it is longer than 64 characters, the limit of crates.io"
    } else if PYTHON_KEYWORDS.contains(&&*module) {
        "it is a keyword of Python, which no `import` takes"
    } else if RUST_KEYWORDS.contains(&&*module) {
        "it is a keyword of Rust"
    } else if stdlib().any(|taken| taken == module) {
        "Python's standard library has a module of that name, which would be hidden"
    } else if USED.contains(&&*module) {
        "the project itself uses a package of that name"
    } else if FOLDERS.contains(&&*module) {
        "a folder of the project or of Cargo has that name"
    } else if is_device(&module) {
        "Windows takes no file or folder of that name"
    } else {
        return None;
    };
    Some(reason.to_owned())
}

fn is_device(name: &str) -> bool {
    let stem = name.strip_suffix(|digit: char| ('1'..='9').contains(&digit));
    DEVICES.contains(&name) || stem.is_some_and(|stem| NUMBERED_DEVICES.contains(&stem))
}

fn stdlib() -> impl Iterator<Item = &'static str> {
    STDLIB.lines().filter(|line| !line.starts_with('#'))
}

/// A name near the refused one that would do.
fn remedy(name: &str) -> Option<String> {
    let near: String = name
        .to_lowercase()
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() || letter == '_' { letter } else { '-' })
        .collect();
    // One separator between two words.
    let words: Vec<&str> = near.split(['-', '_']).filter(|word| !word.is_empty()).collect();
    let mut near = words.join(if near.contains('-') { "-" } else { "_" });
    near.truncate(LONGEST);
    let near = near.trim_matches(|letter: char| letter == '-' || letter == '_');
    let near = near.trim_start_matches(|letter: char| !letter.is_ascii_alphabetic());
    let candidates = [near.to_owned(), format!("{near}-rs"), format!("py-{near}")];
    candidates.into_iter().find(|candidate| candidate != name && refusal(candidate).is_none())
}
