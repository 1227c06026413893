//! Signatures of the crates that code at the boundary calls most, for when their sources are not on disk.
//!
//! `PyO3`'s are used always: its own text decides paths and types through macros and build scripts that never run here.

/// One crate of signatures.
#[derive(Debug)]
pub(crate) struct StubCrate {
    /// Crate name, with `_`.
    pub name: &'static str,
    /// Path inside the crate, and text; the first is the root.
    pub files: &'static [(&'static str, &'static str)],
    /// Other crates of signatures that it names. All depend on the one of `std` besides.
    pub dependencies: &'static [&'static str],
    /// Crates, of signatures or not, that it names where `with_<name>` is set: when the project has them anyway.
    pub optional: &'static [&'static str],
    /// Macros that it declares, when it is a crate of procedural macros.
    pub proc_macros: &'static [&'static str],
}

/// The crate of that name, with `_`.
pub(crate) fn stub(name: &str) -> Option<&'static StubCrate> {
    CRATES.iter().find(|stub| stub.name == name)
}

/// The oldest and the newest minor version of `PyO3` that the signatures tell apart.
const PYO3_MINORS: std::ops::RangeInclusive<u64> = 21..=30;

/// The configuration atoms by which a crate of signatures follows the version of the crate it stands for.
///
/// `version` is what the project requires or has locked (`0.22.6`); what cannot be read counts as the newest.
pub(crate) fn atoms(name: &str, version: &str) -> Vec<String> {
    if name != "pyo3" {
        return Vec::new();
    }
    let mut parts = version.split('.').map(str::parse::<u64>);
    let minor = match (parts.next(), parts.next()) {
        (Some(Ok(0)), Some(Ok(minor))) if minor > 0 => minor,
        _ => *PYO3_MINORS.end(),
    };
    PYO3_MINORS.filter(|&since| since <= minor).map(|since| format!("since_0_{since}")).collect()
}

macro_rules! library {
    ($name:literal) => {
        library!($name, [])
    };
    ($name:literal, [$($dependency:literal),*]) => {
        StubCrate {
            name: $name,
            files: &[("lib.rs", include_str!(concat!("../../stubs/", $name, ".rs")))],
            dependencies: &[$($dependency),*],
            optional: &[],
            proc_macros: &[],
        }
    };
}

macro_rules! proc_macros {
    ($name:literal, $path:literal, [$($macro:literal),*]) => {
        StubCrate {
            name: $name,
            files: &[("lib.rs", include_str!(concat!("../../stubs/", $path)))],
            dependencies: &[],
            optional: &[],
            proc_macros: &[$($macro),*],
        }
    };
}

macro_rules! files {
    ($folder:literal: $($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../stubs/", $folder, "/", $path)))),*]
    };
}

/// Types are defined in the module that people know them by, `pyo3::Bound` and `pyo3::types::PyList`: the files that
/// declare them are parts of that module's text.
const PYO3: StubCrate = StubCrate {
    name: "pyo3",
    files: &[
        (
            "lib.rs",
            concat!(
                include_str!("../../stubs/pyo3/lib.rs"),
                include_str!("../../stubs/pyo3/python.rs"),
                include_str!("../../stubs/pyo3/pointers.rs"),
                include_str!("../../stubs/pyo3/error.rs"),
            ),
        ),
        (
            "types/mod.rs",
            concat!(
                include_str!("../../stubs/pyo3/types/mod.rs"),
                include_str!("../../stubs/pyo3/types/containers.rs"),
                include_str!("../../stubs/pyo3/types/values.rs"),
                include_str!("../../stubs/pyo3/types/objects.rs"),
            ),
        ),
        ("buffer.rs", include_str!("../../stubs/pyo3/buffer.rs")),
        ("conversions.rs", include_str!("../../stubs/pyo3/conversions.rs")),
        ("declare.rs", include_str!("../../stubs/pyo3/declare.rs")),
        ("exceptions.rs", include_str!("../../stubs/pyo3/exceptions.rs")),
        ("ffi.rs", include_str!("../../stubs/pyo3/ffi.rs")),
        ("gil_refs.rs", include_str!("../../stubs/pyo3/gil_refs.rs")),
        ("impl_.rs", include_str!("../../stubs/pyo3/impl_.rs")),
        ("macros.rs", include_str!("../../stubs/pyo3/macros.rs")),
        ("optional.rs", include_str!("../../stubs/pyo3/optional.rs")),
        ("pybacked.rs", include_str!("../../stubs/pyo3/pybacked.rs")),
        ("pyclass.rs", include_str!("../../stubs/pyo3/pyclass.rs")),
        ("sync.rs", include_str!("../../stubs/pyo3/sync.rs")),
    ],
    dependencies: &["pyo3_macros"],
    optional: &[
        "anyhow",
        "bigdecimal",
        "bytes",
        "chrono",
        "chrono_tz",
        "either",
        "eyre",
        "hashbrown",
        "indexmap",
        "jiff",
        "lock_api",
        "num_bigint",
        "num_complex",
        "num_rational",
        "ordered_float",
        "rust_decimal",
        "smallvec",
        "time",
        "uuid",
    ],
    proc_macros: &[],
};

const TOKIO: StubCrate = StubCrate {
    name: "tokio",
    files: files!("tokio": "lib.rs", "fs.rs", "io.rs", "macros.rs", "net.rs", "process.rs", "runtime.rs", "signal.rs",
        "sync.rs", "task.rs", "time.rs"),
    dependencies: &["tokio_macros"],
    optional: &[],
    proc_macros: &[],
};

static CRATES: &[StubCrate] = &[
    PYO3,
    TOKIO,
    proc_macros!(
        "pyo3_macros",
        "pyo3_macros/lib.rs",
        ["pyclass", "pyfn", "pyfunction", "pymethods", "pymodule", "FromPyObject", "IntoPyObject", "IntoPyObjectRef"]
    ),
    proc_macros!("enum_dispatch", "enum_dispatch.rs", ["enum_dispatch"]),
    proc_macros!("serde_derive", "serde_derive.rs", ["Serialize", "Deserialize"]),
    proc_macros!("snafu_derive", "snafu_derive.rs", ["Snafu"]),
    proc_macros!(
        "strum_macros",
        "strum_macros.rs",
        ["AsRefStr", "Display", "EnumCount", "EnumIter", "EnumString", "IntoStaticStr", "VariantNames"]
    ),
    proc_macros!("thiserror_impl", "thiserror_impl.rs", ["Error"]),
    proc_macros!("tokio_macros", "tokio_macros.rs", ["main", "test"]),
    proc_macros!("tracing_attributes", "tracing_attributes.rs", ["instrument"]),
    library!("ahash"),
    library!("ammonia"),
    library!("anyhow"),
    library!("blake3"),
    library!("bytes"),
    library!("calamine"),
    library!("chrono"),
    library!("crossbeam", ["crossbeam_channel", "crossbeam_utils"]),
    library!("crossbeam_channel"),
    library!("crossbeam_utils"),
    library!("dashmap"),
    library!("either"),
    library!("flume"),
    library!("futures", ["futures_channel", "futures_core", "futures_executor", "futures_util"]),
    library!("futures_channel", ["futures_core"]),
    library!("futures_core"),
    library!("futures_executor", ["futures_core"]),
    library!("futures_util", ["futures_channel", "futures_core"]),
    library!("indexmap"),
    library!("itertools"),
    library!("lazy_static"),
    library!("lock_api"),
    library!("log"),
    library!("memmap2"),
    library!("ndarray"),
    library!("notify"),
    library!("numpy", ["ndarray", "pyo3"]),
    library!("once_cell"),
    library!("opendal"),
    library!("parking_lot", ["lock_api"]),
    library!("pyo3_async_runtimes", ["pyo3", "tokio"]),
    library!("pyo3_asyncio", ["pyo3", "tokio"]),
    library!("pyo3_log", ["log", "pyo3"]),
    library!("pythonize", ["pyo3"]),
    library!("rayon", ["rayon_core"]),
    library!("rayon_core"),
    library!("regex"),
    library!("reqwest"),
    library!("rustc_hash"),
    library!("serde", ["serde_derive"]),
    library!("serde_json"),
    library!("smallvec"),
    library!("snafu", ["snafu_derive"]),
    library!("strum", ["strum_macros"]),
    library!("tantivy"),
    library!("thiserror", ["thiserror_impl"]),
    library!("tokio_stream", ["futures_core", "tokio"]),
    library!("tokio_util", ["tokio"]),
    library!("tracing", ["tracing_attributes", "tracing_core"]),
    library!("tracing_core"),
    library!("url"),
    library!("uuid"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_named_dependency_is_there() {
        for stub in CRATES {
            for dependency in stub.dependencies {
                assert!(super::stub(dependency).is_some(), "{} names {dependency}", stub.name);
            }
        }
    }

    #[test]
    fn pyo3_follows_the_version_of_the_project() {
        assert_eq!(atoms("pyo3", "0.20.3"), Vec::<String>::new());
        assert_eq!(atoms("pyo3", "0.22"), ["since_0_21", "since_0_22"]);
        assert_eq!(atoms("pyo3", "0.30.1").len(), 10);
        assert_eq!(atoms("pyo3", "unknown"), atoms("pyo3", "0.30.1"));
        assert_eq!(atoms("rayon", "1.12.0"), Vec::<String>::new());
    }
}
