//! The shelf: texts, and a ranking function written in Python.

use pyo3::prelude::*;
use rayon::prelude::*;

use crate::errors::ShelfError;

/// A text with its tags.
#[pyclass]
#[derive(Clone)]
pub struct Text {
    #[pyo3(get)]
    title: String,
    #[pyo3(get, set)]
    tags: Vec<String>,
    body: String,
}

#[pymethods]
impl Text {
    #[new]
    fn new(title: String, body: String) -> Self {
        Self { title, tags: Vec::new(), body }
    }

    /// The first `length` bytes of the text, for a list of results.
    fn preview(&self, length: usize) -> &str {
        &self.body[..length]
    }
}

/// Texts in the order in which they came.
#[pyclass]
pub struct Shelf {
    texts: Vec<Text>,
    rank: Option<Py<PyAny>>,
}

#[pymethods]
impl Shelf {
    #[new]
    fn new(rank: Option<Py<PyAny>>) -> Self {
        Self { texts: Vec::new(), rank }
    }

    fn add(&mut self, text: &Text) {
        self.texts.push(text.clone());
    }

    /// Titles of the texts that contain `word`, best first.
    fn search(&self, word: &str, limit: Option<usize>) -> PyResult<Vec<String>> {
        let mut hits = self.scores(word)?;
        hits.sort_by(|a, b| b.0.partial_cmp(&a.0).unwrap());
        let limit = limit.unwrap_or(10);
        Ok(hits.into_iter().take(limit).map(|(_, title)| title).collect())
    }
}

impl Shelf {
    /// Ranks all texts, on all cores.
    fn scores(&self, word: &str) -> PyResult<Vec<(f64, String)>> {
        if word.is_empty() {
            return Err(ShelfError::new_err("an empty word is in every text"));
        }
        self.texts
            .par_iter()
            .filter(|text| text.body.contains(word))
            .map(|text| Ok((self.score(text, word)?, text.title.clone())))
            .collect()
    }

    /// What the function given to the shelf says, else how often the word occurs.
    fn score(&self, text: &Text, word: &str) -> PyResult<f64> {
        match &self.rank {
            Some(rank) => Python::attach(|py| rank.call1(py, (&text.body, word))?.extract(py)),
            None => Ok(text.body.matches(word).count() as f64),
        }
    }
}
