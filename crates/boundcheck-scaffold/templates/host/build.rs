//! Lets the program find the Python library that it was linked with, wherever that is installed.

fn main() {
    pyo3_build_config::add_libpython_rpath_link_args();
    pyo3_build_config::add_python_framework_link_args();
}
