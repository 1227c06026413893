//! The suites, and where their tests come from.

/// Tests of a package.
pub(super) struct Suite {
    /// The distribution.
    pub package: &'static str,
    pub title: &'static str,
    /// What its extension is written with.
    pub made_of: &'static str,
    pub source: Source,
    /// Files or folders below the source.
    pub paths: &'static [&'static str],
    /// What else pytest is told, and why.
    pub arguments: &'static [&'static str],
    pub note: &'static str,
}

/// Where tests come from.
#[derive(Clone, Copy)]
pub(super) enum Source {
    /// The installed package has them; the folder within site-packages.
    Wheel(&'static str),
    /// The sdist has them, in this folder.
    Sdist(&'static str),
}

pub(super) const SUITES: [Suite; 5] = [
    Suite {
        package: "numpy",
        title: "numpy, nine files",
        made_of: "C",
        source: Source::Wheel("numpy"),
        paths: &[
            "_core/tests/test_multiarray.py",
            "_core/tests/test_umath.py",
            "_core/tests/test_ufunc.py",
            "_core/tests/test_numeric.py",
            "_core/tests/test_dtype.py",
            "_core/tests/test_indexing.py",
            "_core/tests/test_scalarmath.py",
            "_core/tests/test_shape_base.py",
            "linalg/tests/test_linalg.py",
        ],
        arguments: &["-m", "not slow"],
        note: "without tests that are marked slow, as `numpy.test()` runs them",
    },
    Suite {
        package: "numpy",
        title: "numpy.random",
        made_of: "Cython 3 and C",
        source: Source::Wheel("numpy"),
        paths: &["random/tests"],
        arguments: &["-m", "not slow", "-k", "not test_extending"],
        note: "the same, and without `test_extending`, which compiles extensions",
    },
    Suite {
        package: "pydantic-core",
        title: "pydantic-core",
        made_of: "PyO3",
        source: Source::Sdist("tests"),
        paths: &["."],
        arguments: &["--ignore=benchmarks", "--ignore=test_docstrings.py"],
        note: "without its benchmarks, and without `test_docstrings.py`, which needs `pytest-examples`; \
               a test has a hash map of Rust in its id, in another order each time, so ids are compared with their lines sorted",
    },
    Suite {
        package: "cryptography",
        title: "cryptography, ten files",
        made_of: "PyO3 and cffi",
        source: Source::Sdist("tests"),
        paths: &[
            "test_fernet.py",
            "hazmat/primitives/test_aead.py",
            "hazmat/primitives/test_aes.py",
            "hazmat/primitives/test_hashes.py",
            "hazmat/primitives/test_ec.py",
            "hazmat/primitives/test_ed25519.py",
            "hazmat/primitives/test_pkcs12.py",
            "hazmat/primitives/test_serialization.py",
            "hazmat/primitives/test_ssh.py",
            "x509/test_x509_ext.py",
        ],
        arguments: &["--benchmark-disable"],
        note: "",
    },
    Suite {
        package: "msgpack",
        title: "msgpack",
        made_of: "Cython 3",
        source: Source::Sdist("test"),
        paths: &["."],
        arguments: &[],
        note: "",
    },
];

/// Programs of `xtask/trace`: what they are, and their exit code.
pub(super) const PROGRAMS: [(&str, &str, i32); 2] = [
    ("program_multiprocessing.py", "workers by fork, spawn and fork server", 0),
    ("program_asyncio.py", "a server and eight clients in one event loop, work on threads", 3),
];
