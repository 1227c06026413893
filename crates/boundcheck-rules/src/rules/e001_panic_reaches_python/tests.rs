//! Edge cases of E001, which are more than its file should hold.

use super::RULE;
use crate::testing::check;

#[test]
fn what_cannot_fail_or_is_explained_is_left_alone() {
    check(
        &RULE,
        r"
use pyo3::prelude::*;
use std::sync::Mutex;

#[pyclass]
struct Counter {
    value: Mutex<u64>,
}

#[pymethods]
impl Counter {
    fn add(&self, step: u64) {
        *self.value.lock().unwrap() += step;
    }

    fn digit(&self, value: u32) -> char {
        // The remainder is below ten.
        char::from_digit(value % 10, 10).unwrap()
    }
}
",
    );
}

#[test]
fn what_the_function_has_looked_at_is_not_for_everyone() {
    check(
        &RULE,
        r#"
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

#[pyfunction]
fn name(text: Option<String>) -> PyResult<String> {
    if text.is_none() {
        return Err(PyValueError::new_err("no text"));
    }
    Ok(text.unwrap())
//          ^^^^^^^^ E001 pedantic
}

#[pyfunction]
fn length(text: Option<String>) -> usize {
    if text.is_some() { text.unwrap().len() } else { 0 }
//                           ^^^^^^^^ E001 pedantic
}

#[pyfunction]
fn largest(values: Vec<i64>) -> PyResult<i64> {
    if values.is_empty() {
        return Err(PyValueError::new_err("no values"));
    }
    Ok(*values.iter().max().unwrap())
//                          ^^^^^^^^ E001 pedantic
}

#[pyfunction]
fn digits(number: u64) -> Vec<u32> {
    number.to_string().chars().map(|digit| digit.to_digit(10).unwrap()).collect()
//                                                            ^^^^^^^^ E001 pedantic
}

#[pyfunction]
fn last_digit(number: u64) -> char {
    char::from_digit((number % 10) as u32, 10).unwrap()
//                                             ^^^^^^^^ E001 pedantic
}

#[pyfunction]
fn same(text: &str) -> &str {
    std::str::from_utf8(text.as_bytes()).unwrap()
//                                       ^^^^^^^^ E001 pedantic
}

#[pyfunction]
fn sum(pair: [f64; 2], table: [[f64; 2]; 2]) -> f64 {
    pair[0] + table[1][1]
}

#[pyfunction]
fn around(values: Vec<f64>, at: usize) -> f64 {
    values[at % values.len()]
//  ^^^^^^^^^^^^^^^^^^^^^^^^^ E001 pedantic
//         ^^^^^^^^^^^^^^^^^ E001 pedantic
}
"#,
    );
}

#[test]
fn to_give_an_argument_its_name_again_is_not_to_look_at_it() {
    check(
        &RULE,
        r#"
use pyo3::prelude::*;
use pyo3::types::PyString;

#[pyfunction]
fn length(text: &Bound<'_, PyString>) -> usize {
    let text: &str = text.to_str().unwrap();
//                                 ^^^^^^^^ E001
    text.len()
}

#[pyfunction]
fn digits(text: &Bound<'_, PyString>) -> PyResult<u64> {
    let text: String = text.extract()?;
    Ok(text.parse().unwrap())
//                  ^^^^^^^^ E001
}

#[pyfunction]
#[pyo3(signature = (number=None))]
fn number(number: Option<String>) -> i64 {
    if let Some(number) = number { number.parse().unwrap() } else { 0 }
//                                                ^^^^^^^^ E001
}

#[pyfunction]
fn known(number: Option<String>) -> String {
    if let None = number {
        return String::new();
    }
    number.unwrap()
//         ^^^^^^^^ E001 pedantic
}
"#,
    );
}

#[test]
fn an_argument_that_says_where_is_one_that_decides() {
    check(
        &RULE,
        r#"
use pyo3::prelude::*;
use std::collections::HashMap;
use std::time::Duration;

#[pyclass]
struct Rows {
    rows: Vec<f64>,
    names: HashMap<String, f64>,
}

#[pymethods]
impl Rows {
    fn __getitem__(&self, at: usize) -> f64 {
        self.rows[at]
//      ^^^^^^^^^^^^^ E001
    }

    fn named(&self, name: &str) -> f64 {
        self.names[name]
//      ^^^^^^^^^^^^^^^^ E001
    }

    fn head(&self, count: usize) -> Vec<f64> {
        self.rows[..count].to_vec()
//      ^^^^^^^^^^^^^^^^^^ E001
    }

    fn remove(&mut self, at: usize) -> f64 {
        self.rows.remove(at)
//                ^^^^^^^^^^ E001
    }

    fn forget(&mut self, name: &str) -> Option<f64> {
        self.names.remove(name)
    }

    fn groups(&self, size: usize) -> Vec<f64> {
        self.rows.chunks(size).map(|group| group.iter().sum()).collect()
//                ^^^^^^^^^^^^ E001
    }

    fn take(&self, count: usize) -> Vec<f64> {
        self.rows[..count.min(self.rows.len())].to_vec()
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ E001 pedantic
    }
}

#[pyfunction]
fn timeout(seconds: f64) -> f64 {
    Duration::from_secs_f64(seconds).as_secs_f64()
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ E001
}
"#,
    );
}

#[test]
fn what_fits_by_its_making_and_what_a_function_made_of_it_are_no_choice_of_the_caller() {
    check(
        &RULE,
        r"
use pyo3::prelude::*;

fn parse(text: &str) -> PyResult<Option<u32>> {
    Ok(text.parse().ok())
}

#[pyfunction]
fn bits(data: &[u8]) -> u64 {
    let length: u64 = data.len().try_into().unwrap();
//                                          ^^^^^^^^ E001 pedantic
    length * 8
}

#[pyfunction]
fn port(text: &str) -> PyResult<u32> {
    parse(text).map(|port| port.unwrap())
//                              ^^^^^^^^ E001 pedantic
}
",
    );
}

#[test]
fn the_value_in_a_newtype_is_the_argument() {
    check(
        &RULE,
        r"
use pyo3::prelude::*;

#[derive(FromPyObject)]
struct Rows(Vec<Vec<u64>>);

#[pyfunction]
fn corner(rows: Rows) -> u64 {
    rows.0[0][0]
//  ^^^^^^^^^ E001
//  ^^^^^^^^^^^^ E001 pedantic
}
",
    );
}

#[test]
fn a_python_exception_is_not_to_be_turned_into_a_panic_anywhere() {
    check(
        &RULE,
        r#"
use pyo3::prelude::*;

fn name(object: &Bound<'_, PyAny>) -> String {
    object.call_method0("name").unwrap().to_string()
//                              ^^^^^^^^ E001
}

#[pyfunction]
fn greet(object: Bound<'_, PyAny>) -> String {
    format!("hello {}", name(&object))
}
"#,
    );
}

#[test]
fn what_always_panics_and_a_divisor_from_python_are_reported() {
    check(
        &RULE,
        r"
use pyo3::prelude::*;

#[pyfunction]
fn last_line() -> u32 {
    todo!()
//  ^^^^^ E001
}

#[pyfunction]
fn share(total: u64, parts: u64) -> u64 {
    total / parts
//  ^^^^^^^^^^^^^ E001
}

#[pyfunction]
fn half(total: u64) -> u64 {
    total / 2
}
",
    );
}

#[test]
fn an_option_around_the_closure_may_be_the_argument() {
    check(
        &RULE,
        r"
use pyo3::prelude::*;

#[pyfunction]
fn wait(timeout: Option<Bound<'_, PyAny>>) -> Option<f64> {
    timeout.map(|given| given.extract().unwrap())
//                                      ^^^^^^^^ E001
}
",
    );
}

#[test]
fn the_result_of_a_crate_that_is_not_on_disk_is_unwrapped_all_the_same() {
    check(
        &RULE,
        r"
use pyo3::prelude::*;

#[pyfunction]
fn load(data: &[u8]) -> usize {
    wire_format::decode(data).unwrap()
//                            ^^^^^^^^ E001
}
",
    );
}

#[test]
fn what_happens_on_another_thread_does_not_reach_python() {
    check(
        &RULE,
        r"
use pyo3::prelude::*;

#[pyfunction]
fn start(values: Vec<u64>) {
    std::thread::spawn(move || values[0]);
}
",
    );
}
