//! Signatures of `PyO3` and its neighbours: one name, the types of the project's version.

use boundcheck_engine::Analysis;

use crate::{calls, project};

/// A project that requires this `PyO3`, with one function `export`, a class `Node` and what the test adds.
fn with_pyo3(version: &str, more: &str, body: &str) -> Analysis {
    project(&format!(
        "//- Cargo.toml
        [package]
        name = 'sample'
        version = '0.1.0'
        edition = '2021'
        [lib]
        crate-type = ['cdylib']
        [dependencies]
        pyo3 = '{version}'
        parking_lot = '0.12'
        rayon = '1'
        tokio = '1'
        crossbeam-channel = '0.5'
        once_cell = '1'
        numpy = '{version}'
        thiserror = '2'
        enum_dispatch = '0.3'
        //- src/lib.rs
        use pyo3::prelude::*;
        use pyo3::types::*;
        #[pyclass]
        #[derive(Clone)]
        struct Node {{ name: String }}
        {more}
        #[pyfunction]
        fn export(py: Python<'_>) -> PyResult<()> {{
            {body}
            Ok(())
        }}"
    ))
}

/// The calls of `export` that a person wrote: what each calls and gives.
fn export(analysis: &Analysis) -> Vec<String> {
    let shown = calls(analysis, "export", |_, call| {
        let generated = call.path.starts_with("std::ops::") || call.path.starts_with("std::result::");
        (!generated).then(|| format!("{} -> {}", call.path, call.output))
    });
    shown.lines().map(str::to_owned).collect()
}

#[test]
fn before_0_23_a_constructor_gives_a_reference() {
    let body = "let list = PyList::new(py, vec![1]);
        for item in list.iter() { item.getattr(\"x\")?.downcast::<PyString>()?.to_str()?; }
        let cell = PyCell::new(py, Node { name: String::new() })?;
        cell.borrow().name.len();";
    let calls = export(&with_pyo3("0.20", "", body));
    for expected in [
        "pyo3::types::PyList::new -> &PyList",
        "pyo3::types::PyAny::getattr -> Result<&PyAny, PyErr>",
        "pyo3::types::PyString::to_str -> Result<&str, PyErr>",
        "pyo3::pyclass::PyCell::borrow -> PyRef<Node>",
        "std::string::String::len -> usize",
    ] {
        assert!(calls.iter().any(|call| call == expected), "{expected} is not among {calls:#?}");
    }
}

#[test]
fn from_0_23_it_gives_a_bound() {
    let body = "let list = PyList::new(py, [1])?;
        for item in list.iter() { item.getattr(\"x\")?.downcast::<PyString>()?.to_str()?; }
        let node = Bound::new(py, Node { name: String::new() })?;
        node.borrow().name.len();
        node.getattr(\"name\")?.extract::<Vec<u8>>()?.len();";
    let calls = export(&with_pyo3("0.23", "", body));
    for expected in [
        "pyo3::types::PyList::new -> Result<Bound<PyList>, PyErr>",
        "pyo3::types::PyAnyMethods::getattr -> Result<Bound<PyAny>, PyErr>",
        "pyo3::types::PyStringMethods::to_str -> Result<&str, PyErr>",
        "pyo3::Bound::borrow -> PyRef<Node>",
        "std::vec::Vec::len -> usize",
    ] {
        assert!(calls.iter().any(|call| call == expected), "{expected} is not among {calls:#?}");
    }
}

#[test]
fn from_0_27_a_failed_extraction_has_its_own_error() {
    let body = "let any = py.None().into_bound(py);
        any.extract::<PyRef<'_, Node>>();
        any.extract::<Row>();";
    let row = "#[derive(FromPyObject)] struct Row { x: i64 }";
    let paths = |version| {
        let calls = export(&with_pyo3(version, row, body));
        calls.into_iter().filter(|call| call.contains("extract")).collect::<Vec<_>>()
    };
    let extract = "pyo3::types::PyAnyMethods::extract -> Result";
    let node = "PyRef<Node>";
    assert_eq!(paths("0.26"), [format!("{extract}<{node}, PyErr>"), format!("{extract}<Row, PyErr>")]);
    assert_eq!(paths("0.27"), [format!("{extract}<{node}, PyClassGuardError>"), format!("{extract}<Row, PyErr>")]);
}

#[test]
fn waiting_is_found_where_the_real_crates_define_it() {
    let body = "use rayon::prelude::*;
        LOCK.lock().push(1);
        TABLE.read().len();
        RUNTIME.block_on(async { 1 });
        let (_sender, receiver) = crossbeam_channel::bounded::<u8>(1);
        receiver.recv().map(|byte| byte.count_ones());
        vec![1_u8].par_iter().for_each(|_| ());
        rayon::join(|| 1, || 2);";
    let statics = "
        static LOCK: parking_lot::Mutex<Vec<u8>> = parking_lot::const_mutex(Vec::new());
        static TABLE: once_cell::sync::Lazy<parking_lot::RwLock<Vec<u8>>> = once_cell::sync::Lazy::new(Default::default);
        static RUNTIME: once_cell::sync::Lazy<tokio::runtime::Runtime> =
            once_cell::sync::Lazy::new(|| tokio::runtime::Runtime::new().unwrap());";
    let analysis = with_pyo3("0.28", statics, body);
    let paths = calls(&analysis, "export", |_, call| Some(call.path.clone()));
    for expected in [
        "lock_api::mutex::Mutex::lock",
        "lock_api::rwlock::RwLock::read",
        "tokio::runtime::runtime::Runtime::block_on",
        "crossbeam_channel::channel::Receiver::recv",
        "rayon::iter::IntoParallelRefIterator::par_iter",
        "rayon::iter::ParallelIterator::for_each",
        "rayon_core::join::join",
    ] {
        assert!(paths.lines().any(|path| path == expected), "{expected} is not among {paths}");
    }
}

#[test]
fn what_derives_and_attributes_generate_is_called() {
    let more = "
        #[derive(thiserror::Error, Debug)]
        enum Broken { #[error(\"io\")] Io(#[from] std::io::Error) }
        #[enum_dispatch::enum_dispatch]
        trait Area { fn area(&self) -> f64; }
        struct Square(f64);
        impl Area for Square { fn area(&self) -> f64 { self.0 * self.0 } }
        #[enum_dispatch::enum_dispatch(Area)]
        enum Shape { Square(Square) }
        #[pyclass(extends = PyDict)]
        struct Table;
        pyo3::create_exception!(sample, Failed, pyo3::exceptions::PyValueError);";
    let body = "Shape::from(Square(1.0)).area();
        Py::new(py, Table)?.bind(py).as_super().get_item(\"x\")?;
        let broken: Broken = std::io::Error::other(\"x\").into();
        Err(Failed::new_err(broken.to_string()))?;";
    let analysis = with_pyo3("0.28", more, body);
    let paths = calls(&analysis, "export", |_, call| Some(call.path.clone()));
    for expected in [
        "sample::Area::area",
        "pyo3::Bound::as_super",
        "pyo3::types::PyDictMethods::get_item",
        "std::string::ToString::to_string",
        "sample::Failed::new_err",
    ] {
        assert!(paths.lines().any(|path| path == expected), "{expected} is not among {paths}");
    }
    assert_eq!(analysis.summary.calls, analysis.summary.calls_resolved);
}

#[test]
fn a_numpy_array_is_followed_into_its_view() {
    let body = "let array = numpy::PyArray1::<f64>::zeros(py, 3, false);
        let view = array.readonly();
        let total: f64 = view.as_array().iter().map(|x| x.sqrt()).sum();
        numpy::IntoPyArray::into_pyarray(vec![total], py).len();";
    let imports = "use numpy::{PyArrayMethods, PyUntypedArrayMethods};";
    let calls = export(&with_pyo3("0.28", imports, body));
    assert!(calls.iter().any(|call| call == "std::f64::sqrt -> f64"), "{calls:#?}");
    assert!(calls.iter().any(|call| call == "numpy::untyped_array::PyUntypedArrayMethods::len -> usize"), "{calls:#?}");
}
