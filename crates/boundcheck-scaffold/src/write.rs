//! From a plan to files on the disk: all of them, or none.

use std::io;
use std::process::{Command, Stdio};

use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;

use crate::{Plan, PlannedFile, ScaffoldError};

/// What [`Plan::write`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Whether rustfmt was there and went over the Rust files. Without it they are right, but lines with a long name
    /// may be broken differently.
    pub formatted: bool,
}

impl Plan {
    /// Writes the files into a folder beside the target first, which then takes its place: either all is there or
    /// nothing.
    ///
    /// # Errors
    /// [`ScaffoldError::Exists`] when the target is a file or a folder with something in it;
    /// [`ScaffoldError::Write`] when the disk refuses.
    pub fn write(&self) -> Result<Written, ScaffoldError> {
        self.check_target()?;
        self.write_beside().map_err(|source| ScaffoldError::Write { path: self.folder.clone(), source })
    }

    /// # Errors
    /// [`ScaffoldError::Exists`] when the target is a file or a folder with something in it.
    pub fn check_target(&self) -> Result<(), ScaffoldError> {
        let exists = |what| Err(ScaffoldError::Exists { path: self.folder.clone(), what });
        match fs::read_dir(&self.folder) {
            Ok(mut entries) => match entries.next() {
                None => Ok(()),
                Some(_) => exists("is not empty"),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => exists("is a file"),
            Err(source) => Err(ScaffoldError::Write { path: self.folder.clone(), source }),
        }
    }

    fn write_beside(&self) -> io::Result<Written> {
        let folder = std::path::absolute(&self.folder)?;
        let parent = folder.parent().unwrap_or(&folder);
        fs::create_dir_all(parent)?;
        let temporary = tempfile::Builder::new().prefix(".boundcheck-new-").tempdir_in(parent)?;
        // The folder inside gets the usual permissions; a temporary folder is private.
        let project = temporary.path().join("project");
        let project = Utf8PathBuf::from_path_buf(project).map_err(|_| io::ErrorKind::InvalidFilename)?;
        for file in &self.files {
            let path = project.join(&file.path);
            fs::create_dir_all(path.parent().unwrap_or(&project))?;
            fs::write(path, &file.text)?;
        }
        let formatted = format(&project, &self.files);
        if folder.exists() {
            fs::remove_dir(&folder)?;
        }
        fs::rename(&project, &folder)?;
        Ok(Written { formatted })
    }
}

/// Runs rustfmt over the Rust files, if it is there.
///
/// Templates are formatted for short names; how lines break depends on the name.
fn format(project: &Utf8Path, files: &[PlannedFile]) -> bool {
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
