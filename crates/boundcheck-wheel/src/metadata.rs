//! The files of `.dist-info`.

use boundcheck_model::{Header, Headers, Record, RecordRow};
use camino::Utf8Path;

/// Files of `.dist-info` that say what a wheel is.
pub(crate) enum Part {
    Metadata,
    Wheel,
    Record,
}

/// Which of them a member is.
pub(crate) fn part_of(path: &str) -> Option<Part> {
    let (folder, name) = path.split_once('/')?;
    match name {
        _ if !folder.ends_with(".dist-info") => None,
        "METADATA" => Some(Part::Metadata),
        "WHEEL" => Some(Part::Wheel),
        "RECORD" => Some(Part::Record),
        _ => None,
    }
}

/// Whether the text of a member matters.
pub(crate) fn is_text(path: &str) -> bool {
    let file = Utf8Path::new(path);
    part_of(path).is_some() || file.extension() == Some("pyi") || file.file_name() == Some("__init__.py")
}

/// Fields up to the first empty line, as in an e-mail: `Name: value`, folded lines indented.
pub(crate) fn headers(path: &str, text: &str) -> Headers {
    let mut fields: Vec<Header> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            break;
        }
        match (line.starts_with([' ', '\t']), fields.last_mut(), line.split_once(':')) {
            (true, Some(last), _) => {
                last.value.push('\n');
                last.value.push_str(line.trim());
            }
            (_, _, Some((name, value))) => {
                fields.push(Header {
                    name: name.trim().to_owned(),
                    value: value.trim().to_owned(),
                    line: at as u32 + 1,
                });
            }
            _ => {}
        }
    }
    Headers { path: path.to_owned(), fields }
}

/// Rows of `path,hash,size`.
pub(crate) fn record(path: &str, text: &str) -> Record {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let rows = reader.records().flatten().map(|row| RecordRow {
        path: row.get(0).unwrap_or_default().to_owned(),
        hash: row.get(1).unwrap_or_default().to_owned(),
        size: row.get(2).and_then(|size| size.trim().parse().ok()),
        line: row.position().map_or(0, |position| position.line() as u32),
    });
    Record { path: path.to_owned(), rows: rows.collect() }
}
