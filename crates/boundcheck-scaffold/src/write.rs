//! From a plan to files on the disk: all of them, or none.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use fs_err as fs;
use tempfile::TempDir;

use crate::{Plan, PlannedFile, ScaffoldError};

/// What [`Plan::write`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Whether rustfmt was there and went over the Rust files. Without it they are right, but lines with a long name
    /// may be broken differently.
    pub formatted: bool,
}

impl Plan {
    /// Writes the files into a temporary folder first, which then takes the place of the target: either all is there
    /// or nothing. In a folder that exists, files are moved in instead, because a shell may stand in it.
    ///
    /// # Errors
    /// [`ScaffoldError::Exists`] when the target is a file or a folder with something in it;
    /// [`ScaffoldError::Write`] when the disk refuses.
    pub fn write(&self) -> Result<Written, ScaffoldError> {
        let there = self.check_target()?;
        let written = if there { self.write_inside() } else { self.write_beside() };
        written.map_err(|source| ScaffoldError::Write { path: self.folder.clone(), source })
    }

    /// Whether the target is a folder already; of what is in it, only `.git` is no hindrance.
    ///
    /// # Errors
    /// [`ScaffoldError::Exists`] when the target is a file or a folder with something in it;
    /// [`ScaffoldError::Write`] when that cannot be told.
    pub fn check_target(&self) -> Result<bool, ScaffoldError> {
        let exists = |what| Err(ScaffoldError::Exists { path: self.folder.clone(), what });
        let write = |source| ScaffoldError::Write { path: self.folder.clone(), source };
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let is_link = fs::symlink_metadata(&self.folder).is_ok();
                return if is_link { exists("is a link to nothing") } else { Ok(false) };
            }
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                let file = self.folder.ancestors().find(|path| path.is_file()).unwrap_or(&self.folder);
                return Err(ScaffoldError::Exists { path: file.to_owned(), what: "is a file" });
            }
            Err(source) => return Err(write(source)),
        };
        for entry in entries {
            if entry.map_err(write)?.file_name() != ".git" {
                return exists("is not empty");
            }
        }
        Ok(true)
    }

    fn write_beside(&self) -> io::Result<Written> {
        let folder = std::path::absolute(&self.folder)?;
        let parent = folder.parent().unwrap_or(&folder);
        fs::create_dir_all(parent)?;
        let temporary = temporary_in(parent)?;
        // The folder inside gets the usual permissions; a temporary folder is private.
        let project = temporary.path().join("project");
        let written = self.write_to(&project)?;
        fs::rename(&project, &folder)?;
        Ok(written)
    }

    fn write_inside(&self) -> io::Result<Written> {
        let folder = self.folder.as_std_path();
        let temporary = temporary_in(folder)?;
        let project = temporary.path().join("project");
        let written = self.write_to(&project)?;
        let mut moved = Vec::new();
        for entry in fs::read_dir(&project)? {
            let entry = entry?;
            let target = folder.join(entry.file_name());
            if let Err(error) = fs::rename(entry.path(), &target) {
                // Back again: these were written a moment ago, by this function.
                for (from, to) in moved {
                    fs::rename(to, from)?;
                }
                return Err(error);
            }
            moved.push((entry.path(), target));
        }
        Ok(written)
    }

    fn write_to(&self, project: &Path) -> io::Result<Written> {
        for file in &self.files {
            let path = project.join(&file.path);
            fs::create_dir_all(path.parent().unwrap_or(project))?;
            fs::write(path, &file.text)?;
        }
        Ok(Written { formatted: format(project, &self.files) })
    }
}

fn temporary_in(folder: &Path) -> io::Result<TempDir> {
    tempfile::Builder::new().prefix(".boundcheck-new-").tempdir_in(folder)
}

/// Runs rustfmt over the Rust files, if it is there.
///
/// Templates are formatted for short names; how lines break depends on the name.
fn format(project: &Path, files: &[PlannedFile]) -> bool {
    let sources = files.iter().filter(|file| file.path.extension() == Some("rs")).map(|file| project.join(&file.path));
    let status = Command::new("rustfmt")
        .args(["--edition", "2024"])
        .args(sources)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}
