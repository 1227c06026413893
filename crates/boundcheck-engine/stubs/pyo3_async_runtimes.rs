//! `pyo3-async-runtimes`.

use pyo3::{Bound, Py, PyAny, PyResult, Python};
use std::future::Future;

#[derive(Debug)]
pub struct TaskLocals(());
impl TaskLocals {
    pub fn new(event_loop: Bound<'_, PyAny>) -> Self;
    pub fn with_running_loop(py: Python<'_>) -> PyResult<Self>;
    pub fn with_context(self, context: Bound<'_, PyAny>) -> Self;
    pub fn copy_context(self, py: Python<'_>) -> PyResult<Self>;
    pub fn event_loop<'p>(&self, py: Python<'p>) -> Bound<'p, PyAny>;
    pub fn context<'p>(&self, py: Python<'p>) -> Bound<'p, PyAny>;
    pub fn clone_ref(&self, py: Python<'_>) -> Self;
}
impl Clone for TaskLocals {}
pub fn get_running_loop(py: Python<'_>) -> PyResult<Bound<'_, PyAny>>;
pub fn into_future_with_locals(
    locals: &TaskLocals,
    awaitable: Bound<'_, PyAny>,
) -> PyResult<impl Future<Output = PyResult<Py<PyAny>>> + Send>;

pub mod generic {
    use super::TaskLocals;
    use pyo3::{Bound, PyAny, PyResult, Python};
    use std::future::Future;

    pub trait JoinError {}
    pub trait Runtime: Send + 'static {}
    pub trait ContextExt: Runtime {}
    pub fn future_into_py<R, F, T>(py: Python<'_>, fut: F) -> PyResult<Bound<'_, PyAny>>
    where
        F: Future<Output = PyResult<T>> + Send + 'static;
    pub fn future_into_py_with_locals<R, F, T>(
        py: Python<'_>,
        locals: TaskLocals,
        fut: F,
    ) -> PyResult<Bound<'_, PyAny>>
    where
        F: Future<Output = PyResult<T>> + Send + 'static;
    pub fn get_current_locals<R>(py: Python<'_>) -> PyResult<TaskLocals>;
}

macro_rules! bridge {
    () => {
        use super::TaskLocals;
        use pyo3::{Bound, Py, PyAny, PyResult, Python};
        use std::future::Future;

        pub fn future_into_py<F, T>(py: Python<'_>, fut: F) -> PyResult<Bound<'_, PyAny>>
        where
            F: Future<Output = PyResult<T>> + Send + 'static;
        pub fn future_into_py_with_locals<F, T>(
            py: Python<'_>,
            locals: TaskLocals,
            fut: F,
        ) -> PyResult<Bound<'_, PyAny>>
        where
            F: Future<Output = PyResult<T>> + Send + 'static;
        pub fn local_future_into_py<F, T>(py: Python<'_>, fut: F) -> PyResult<Bound<'_, PyAny>>
        where
            F: Future<Output = PyResult<T>> + 'static;
        pub fn into_future(awaitable: Bound<'_, PyAny>) -> PyResult<impl Future<Output = PyResult<Py<PyAny>>> + Send>;
        pub fn into_stream_v1<'p>(gen_: Bound<'p, PyAny>) -> PyResult<impl Send + 'static>;
        pub fn into_stream_v2(gen_: Bound<'_, PyAny>) -> PyResult<impl Send + 'static>;
        pub fn get_current_loop(py: Python<'_>) -> PyResult<Bound<'_, PyAny>>;
        pub fn get_current_locals(py: Python<'_>) -> PyResult<TaskLocals>;
        pub async fn scope<F, R>(locals: TaskLocals, fut: F) -> R
        where
            F: Future<Output = R> + Send + 'static;
        pub fn run<F, T>(py: Python<'_>, fut: F) -> PyResult<T>
        where
            F: Future<Output = PyResult<T>> + Send + 'static;
        pub fn run_until_complete<F, T>(event_loop: Bound<'_, PyAny>, fut: F) -> PyResult<T>
        where
            F: Future<Output = PyResult<T>> + Send + 'static;
    };
}
pub mod tokio {
    bridge! {}
    pub fn init(builder: ::tokio::runtime::Builder);
    pub fn init_with_runtime(runtime: &'static ::tokio::runtime::Runtime) -> Result<(), ()>;
    pub fn get_runtime<'a>() -> &'a ::tokio::runtime::Runtime;
}
pub mod async_std {
    bridge! {}
}
