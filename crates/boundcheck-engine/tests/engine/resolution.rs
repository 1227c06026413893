//! What calls call.

use boundcheck_model::Callee;

use crate::{calls, project};

#[test]
fn a_method_of_a_trait_of_the_project_leads_to_all_its_impls() {
    let analysis = project(
        r"
        use pyo3::prelude::*;
        trait Backend { fn fetch(&self); }
        struct Disk; struct Net;
        impl Backend for Disk { fn fetch(&self) {} }
        impl Backend for Net { fn fetch(&self) {} }
        #[pyfunction]
        fn export(fast: bool) {
            let backend: Box<dyn Backend> = if fast { Box::new(Disk) } else { Box::new(Net) };
            backend.fetch();
            Disk.fetch();
        }",
    );
    let targets = calls(&analysis, "export", |_, call| {
        let targets = analysis.model.targets(call);
        let types: Vec<_> = targets.iter().filter_map(|&id| analysis.model.function(id).self_type.as_deref()).collect();
        (call.name == "fetch").then(|| types.join(" or "))
    });
    assert_eq!(targets, "sample::Disk or sample::Net\nsample::Disk\n");
}

#[test]
fn canonical_paths_do_not_depend_on_aliases() {
    let analysis = project(
        r"
        use pyo3::prelude::*;
        use std::sync::{Arc, Mutex as Lock};
        type Shared = Arc<Lock<Vec<u8>>>;
        #[pyclass]
        struct Buffer { inner: Shared }
        #[pymethods]
        impl Buffer {
            fn size(&self) -> usize { self.inner.lock().unwrap().len() }
        }",
    );
    let paths = calls(&analysis, "size", |_, call| Some(call.path.clone()));
    assert_eq!(paths, "std::sync::Mutex::lock\nstd::result::Result::unwrap\nstd::vec::Vec::len\n");
}

#[test]
fn a_lazy_static_is_forced_where_it_is_used() {
    let analysis = project(
        r"
        use pyo3::prelude::*;
        use std::sync::LazyLock;
        static ANSWER: LazyLock<u32> = LazyLock::new(|| compute());
        fn compute() -> u32 { 42 }
        #[pyfunction]
        fn export() -> u32 { *ANSWER }",
    );
    let forced = calls(&analysis, "export", |_, call| match call.callee {
        Callee::LazyStatic(id) => Some(analysis.model.statik(id).path.clone()),
        _ => None,
    });
    assert_eq!(forced, "sample::ANSWER\n");
    assert!(calls(&analysis, "ANSWER", |_, call| Some(call.name.clone())).contains("compute"));
}
