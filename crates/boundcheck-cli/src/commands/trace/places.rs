//! Where the exports of a run are in the sources, for `--project`.

use boundcheck_engine::{DependencyMode, Options};
use boundcheck_model::{Model, Trace};
use camino::{Utf8Path, Utf8PathBuf};

use crate::crash;
use crate::error::CheckError;
use crate::pipeline::folder_of;
use crate::shown::join;

/// A project whose exports may be called.
pub(super) struct Project {
    path: Utf8PathBuf,
    model: Model,
}

impl Project {
    /// Reads a project. What its dependencies export is of no interest.
    pub(super) fn load(path: &Utf8Path) -> Result<Self, CheckError> {
        let options = Options { dependencies: DependencyMode::Never, ..Options::default() };
        let analysis = crash::catch(|| boundcheck_engine::load(path, &options))??;
        Ok(Self { path: path.to_owned(), model: analysis.model })
    }

    /// Adds files and lines to the rows that are exports of this project; returns how many that are.
    pub(super) fn locate(&self, trace: &mut Trace) -> usize {
        let mut found = 0;
        for row in &mut trace.exports {
            let Some(place) = self.model.place_of(row) else { continue };
            let location = self.model.location(place.span);
            row.path = Some(join(folder_of(&self.path), &location.path));
            row.line = Some(location.line);
            found += 1;
        }
        found
    }

    /// The project as it was named.
    pub(super) fn path(&self) -> &Utf8Path {
        &self.path
    }
}
