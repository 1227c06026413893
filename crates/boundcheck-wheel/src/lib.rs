//! Reading wheels: a file goes in, a [`Wheel`](boundcheck_model::Wheel) comes out.
//!
//! Nothing is unpacked to disk, and nothing in the wheel is run or imported. What is wrong with the archive becomes a
//! [`Flaw`](boundcheck_model::Flaw); only what is no archive at all, or cannot be opened, is an error.

mod archive;
mod compare;
mod content;
mod error;
mod filename;
mod metadata;
mod objects;
mod sbom;

use boundcheck_model::{SourceFile, Wheel};
use camino::Utf8Path;

pub use compare::compare;
pub use error::WheelError;

/// Reads the wheel at `path`.
///
/// # Errors
/// When it cannot be opened or is no archive; see [`WheelError`].
pub fn read(path: &Utf8Path) -> Result<Wheel, WheelError> {
    let archive = archive::read(path)?;
    let mut wheel = Wheel {
        path: path.to_owned(),
        name: path.file_name().and_then(filename::parse),
        members: archive.members,
        flaws: archive.flaws,
        ..Wheel::default()
    };
    for (member, kept) in archive.kept {
        match kept {
            archive::Kept::Text(text) => {
                match metadata::part_of(&member) {
                    Some(metadata::Part::Metadata) => wheel.metadata = Some(metadata::headers(&member, &text)),
                    Some(metadata::Part::Wheel) => wheel.info = Some(metadata::headers(&member, &text)),
                    Some(metadata::Part::Record) => wheel.record = Some(metadata::record(&member, &text)),
                    None => {}
                }
                wheel.texts.push(SourceFile::new(member.into(), text.into()));
            }
            archive::Kept::Object(object) => wheel.objects.push(*object),
        }
    }
    wheel.objects.sort_by(|a, b| a.path.cmp(&b.path));
    wheel.texts.sort_by(|a, b| a.path.as_str().cmp(b.path.as_str()));
    Ok(wheel)
}
