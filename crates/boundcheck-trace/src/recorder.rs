//! The recorder: a shared library inside of this one, put where programs can load it.

use std::env;
use std::io::Write;

use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;
use tempfile::NamedTempFile;

use crate::TraceError;
use crate::folder::Folder;

#[cfg(recorder)]
const LIBRARY: Option<(&[u8], &str)> =
    Some((include_bytes!(env!("BOUNDCHECK_RECORDER")), env!("BOUNDCHECK_RECORDER_HASH")));
#[cfg(not(recorder))]
const LIBRARY: Option<(&[u8], &str)> = None;

/// The recorder on disk.
#[derive(Debug)]
pub struct Recorder {
    path: Utf8PathBuf,
    /// Where there is no cache, it goes away with this value.
    _folder: Option<Folder>,
}

impl Recorder {
    /// Unpacks the recorder into the cache (`$XDG_CACHE_HOME/boundcheck` or `~/.cache/boundcheck`), unless it is there;
    /// into a temporary folder, if the cache cannot be written.
    ///
    /// Its name contains a hash of its content, and it appears there complete or not at all: versions and processes do
    /// not get in each other's way.
    ///
    /// # Errors
    /// When this platform has none, and when neither folder can be written.
    pub fn unpack() -> Result<Self, TraceError> {
        Self::unpack_to(cache())
    }

    fn unpack_to(cache: Option<Utf8PathBuf>) -> Result<Self, TraceError> {
        let (bytes, hash) = LIBRARY.ok_or(TraceError::Platform)?;
        let name = format!("recorder-{hash}.so");
        if let Some(cache) = cache.filter(|cache| is_loadable(cache))
            && let Ok(path) = place(&cache, &name, bytes)
        {
            return Ok(Self { path, _folder: None });
        }
        let folder = Folder::new()?;
        let parent = folder.path();
        if !is_loadable(parent) {
            return Err(TraceError::Path { path: parent.to_string() });
        }
        let path =
            place(parent, &name, bytes).map_err(|source| TraceError::Unpack { path: parent.join(&name), source })?;
        Ok(Self { path, _folder: Some(folder) })
    }

    /// Where it is.
    pub fn path(&self) -> &Utf8Path {
        &self.path
    }
}

fn cache() -> Option<Utf8PathBuf> {
    let variable = |name| env::var(name).ok().map(Utf8PathBuf::from).filter(|path| path.is_absolute());
    let base = variable("XDG_CACHE_HOME").or_else(|| Some(variable("HOME")?.join(".cache")))?;
    Some(base.join("boundcheck"))
}

/// `LD_PRELOAD` separates paths by spaces and colons, and knows no way to quote them.
fn is_loadable(path: &Utf8Path) -> bool {
    !path.as_str().contains([' ', ':', '\t', '\n'])
}

fn place(folder: &Utf8Path, name: &str, bytes: &[u8]) -> std::io::Result<Utf8PathBuf> {
    let path = folder.join(name);
    if fs::read(&path).is_ok_and(|present| present == bytes) {
        return Ok(path);
    }
    fs::create_dir_all(folder)?;
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(&path)?;
    Ok(path)
}

#[cfg(all(test, recorder))]
mod tests {
    use camino::Utf8PathBuf;
    use fs_err as fs;

    use super::{LIBRARY, Recorder};
    use crate::folder::Folder;

    fn content(recorder: &Recorder) -> Vec<u8> {
        fs::read(recorder.path()).unwrap_or_default()
    }

    #[test]
    fn it_is_unpacked_once_and_repaired_when_damaged() {
        let folder = Folder::new().unwrap();
        let cache = folder.path().join("not/yet/there");
        let first = Recorder::unpack_to(Some(cache.clone())).unwrap();
        let (bytes, hash) = LIBRARY.unwrap();
        assert_eq!(first.path(), cache.join(format!("recorder-{hash}.so")));
        assert_eq!(content(&first), bytes);
        let written = fs::metadata(first.path()).unwrap().modified().unwrap();
        let second = Recorder::unpack_to(Some(cache.clone())).unwrap();
        assert_eq!(fs::metadata(second.path()).unwrap().modified().unwrap(), written);

        fs::write(first.path(), "cut off").unwrap();
        assert_eq!(content(&Recorder::unpack_to(Some(cache.clone())).unwrap()), bytes);
        assert_eq!(fs::read_dir(&cache).unwrap().count(), 1, "nothing is left behind");
    }

    #[test]
    fn without_a_cache_it_goes_to_a_temporary_folder_and_away_again() {
        let folder = Folder::new().unwrap();
        let with_space = folder.path().join("a folder");
        for cache in [None, Some(Utf8PathBuf::from("/proc/boundcheck")), Some(with_space.clone())] {
            let recorder = Recorder::unpack_to(cache.clone()).unwrap();
            let path = recorder.path().to_owned();
            assert!(cache.is_none_or(|cache| !path.starts_with(cache)), "{path}");
            assert!(path.exists());
            drop(recorder);
            assert!(!path.exists());
        }
        assert!(!with_space.exists());
    }

    #[test]
    fn it_begins_as_a_shared_object() {
        let recorder = Recorder::unpack_to(None).unwrap();
        assert_eq!(content(&recorder)[..4], *b"\x7fELF");
    }
}
