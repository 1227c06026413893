//! Code frames: places of a finding as annotated pieces of source.

use std::collections::BTreeMap;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Snippet};
use boundcheck_model::{Finding, Location, SourceFile};
use camino::{Utf8Path, Utf8PathBuf};

use crate::Sources;
use crate::style::one_line;

/// Longest line, in bytes, that is shown.
const LONGEST_LINE: u32 = 10_000;

/// Most bytes of one file in one frame. What is further away gets a frame of its own.
const LARGEST_FRAME: u32 = 200_000;

/// Files that were asked for, with their lines indexed.
pub(crate) struct Files<'s> {
    sources: &'s dyn Sources,
    known: BTreeMap<Utf8PathBuf, Option<SourceFile>>,
}

impl<'s> Files<'s> {
    pub(crate) fn new(sources: &'s dyn Sources) -> Self {
        Self { sources, known: BTreeMap::new() }
    }

    fn read(&mut self, path: &Utf8Path) {
        if !self.known.contains_key(path) {
            let file = self.sources.text(path).map(|text| SourceFile::new(path.to_owned(), text));
            self.known.insert(path.to_owned(), file);
        }
    }

    fn get(&self, path: &Utf8Path) -> Option<&SourceFile> {
        self.known.get(path)?.as_ref()
    }

    /// The places of a finding: frames in the order they are shown, then places without source.
    pub(crate) fn places<'a>(&'a mut self, finding: &'a Finding) -> Places<'a> {
        self.read(&finding.location.path);
        for related in &finding.related {
            self.read(&related.location.path);
        }
        let primary = Place { location: &finding.location, label: &finding.label, order: None };
        let related = finding.related.iter().enumerate();
        let related =
            related.map(|(at, label)| Place { location: &label.location, label: &label.label, order: Some(at) });
        let mut places = Places { frames: Vec::new(), without_source: Vec::new() };
        for place in std::iter::once(primary).chain(related) {
            let file = self.get(&place.location.path);
            match file.and_then(|file| Some((file, range(file, place.location)?))) {
                Some((file, range)) => places.mark(file, place, range),
                None => places.without_source.push(place),
            }
        }
        places
    }
}

/// A place of a finding.
pub(crate) struct Place<'a> {
    pub(crate) location: &'a Location,
    pub(crate) label: &'a str,
    /// Which of the related places it is; `None` for the place to edit.
    pub(crate) order: Option<usize>,
}

/// The places of one finding.
pub(crate) struct Places<'a> {
    frames: Vec<Frame<'a>>,
    /// Places whose source is not known, has changed or is too long to show.
    pub(crate) without_source: Vec<Place<'a>>,
}

impl<'a> Places<'a> {
    fn mark(&mut self, file: &'a SourceFile, place: Place<'a>, range: Range<u32>) {
        let near = |frame: &Frame<'_>| {
            let start = frame.window.start.min(range.start);
            frame.file.path == file.path && frame.window.end.max(range.end) - start <= LARGEST_FRAME
        };
        let found = self.frames.iter().position(near);
        let frame = found.unwrap_or_else(|| {
            self.frames.push(Frame { file, window: range.clone(), marks: Vec::new() });
            self.frames.len() - 1
        });
        let frame = &mut self.frames[frame];
        frame.window = frame.window.start.min(range.start)..frame.window.end.max(range.end);
        frame.marks.push((range, place));
    }

    /// The frames, ready to render. Labels are numbered where the way through them is not simply downwards.
    pub(crate) fn snippets(&self) -> impl Iterator<Item = Snippet<'a, Annotation<'a>>> {
        let mut shown = self.frames.iter().flat_map(Frame::shown_order);
        let mut last = None;
        let downwards = shown.all(|order| last.replace(order) < Some(order));
        self.frames.iter().map(move |frame| frame.snippet(!downwards))
    }
}

/// A piece of one file with marks in it.
struct Frame<'a> {
    file: &'a SourceFile,
    /// Bytes that contain all marks.
    window: Range<u32>,
    marks: Vec<(Range<u32>, Place<'a>)>,
}

impl<'a> Frame<'a> {
    /// Which related places a reader meets from top to bottom.
    fn shown_order(&self) -> Vec<usize> {
        let mut marks: Vec<_> = self.marks.iter().map(|(range, place)| (range.start, place.order)).collect();
        marks.sort_unstable();
        marks.into_iter().filter_map(|(_, order)| order).collect()
    }

    fn snippet(&self, numbered: bool) -> Snippet<'a, Annotation<'a>> {
        let (first, _) = self.file.line_column(self.window.start);
        let (last, _) = self.file.line_column(self.window.end);
        let start = self.file.line_range(first).map_or(0, |(start, _)| start);
        // With its line break: an empty last line is a line only with one.
        let end = self.file.line_range(last + 1).map_or(self.file.text.len(), |(next, _)| next as usize);
        let text = self.file.text.get(start as usize..end).unwrap_or_default();
        let annotations = self.marks.iter().map(|(range, place)| {
            let kind = if place.order.is_some() { AnnotationKind::Context } else { AnnotationKind::Primary };
            let label = match place.order {
                Some(at) if numbered => format!("{}. {}", at + 1, one_line(place.label)),
                _ => one_line(place.label),
            };
            kind.span((range.start - start) as usize..(range.end - start) as usize)
                .label(Some(label).filter(|label| !label.is_empty()))
        });
        Snippet::source(text)
            .path(one_line(self.file.path.as_str()))
            .line_start(first as usize)
            .annotations(annotations.collect::<Vec<_>>())
    }
}

/// The bytes of a place; `None` when there is no such line, or when it is too long to show.
fn range(file: &SourceFile, location: &Location) -> Option<Range<u32>> {
    let start = offset(file, location.line, location.column)?;
    let reversed = (location.end_line, location.end_column) <= (location.line, location.column);
    let (end_line, end_column) = match (location.end_line, location.end_column) {
        _ if reversed => return Some(start..start),
        (line, _) if line > file.line_count() => (file.line_count(), u32::MAX),
        // Up to the start of a line means up to the end of the one before.
        (line, 0 | 1) if line > location.line => (line - 1, u32::MAX),
        end => end,
    };
    let end = offset(file, end_line, end_column).filter(|end| end.saturating_sub(start) <= LARGEST_FRAME);
    let end = end.or_else(|| offset(file, location.line, u32::MAX))?;
    Some(start..end.max(start))
}

/// The byte at a line and column, both from 1; the end of the line when the column lies behind it.
fn offset(file: &SourceFile, line: u32, column: u32) -> Option<u32> {
    let (start, end) = file.line_range(line)?;
    let behind_the_text = start == end && end as usize == file.text.len() && line > 1;
    if behind_the_text || end - start > LONGEST_LINE {
        return None;
    }
    let text = file.text.get(start as usize..end as usize)?.trim_end_matches('\r');
    let skipped = (column as usize).saturating_sub(1);
    let byte = text.char_indices().nth(skipped).map_or(text.len(), |(byte, _)| byte);
    Some(start + byte as u32)
}
