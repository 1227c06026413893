//! The projects in `examples` are what `boundcheck new` writes. `UPDATE=1` writes them anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use boundcheck_scaffold::{Choices, Mode, Plan};
use camino::{Utf8Path, Utf8PathBuf};
use tempfile::TempDir;

/// What building and testing leaves in a project; the caches of its tools begin with a dot.
const BUILT: &[&str] = &["target", ".venv", "dist", ".hypothesis", "__pycache__"];

fn same(example: &str, mode: Mode) {
    let kept = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(example);
    let temporary = TempDir::new().unwrap();
    let folder = Utf8PathBuf::from_path_buf(temporary.path().join("written")).unwrap();
    let choices = Choices { folder: folder.clone(), name: Some("sea-level".to_owned()), mode, ..Choices::default() };
    assert!(Plan::new(&choices).unwrap().write().unwrap().formatted);
    let written = files(folder.as_std_path());
    if std::env::var_os("UPDATE").is_some() {
        for (path, text) in &written {
            let path = kept.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }
    let mut kept = files(kept.as_std_path());
    // Cargo writes it, from what the registry has.
    assert!(kept.remove("Cargo.lock").is_some(), "examples/{example} has no Cargo.lock: build it once");
    assert_eq!(kept.keys().collect::<Vec<_>>(), written.keys().collect::<Vec<_>>());
    for (path, text) in &written {
        assert_eq!(&kept[path], text, "examples/{example}/{path} is not what `boundcheck new` writes");
    }
}

/// The files below a folder, by their paths.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(current) = open.pop() {
        for entry in fs::read_dir(&current).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            let is_module = path.extension().is_some_and(|extension| extension == "so" || extension == "pyd");
            if BUILT.contains(&name) || name.ends_with("_cache") || is_module {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else {
                let below = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(below, fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

#[test]
fn the_extension() {
    same("extension", Mode::Extension);
}

#[test]
fn the_embedding() {
    same("embedding", Mode::Embedding);
}
