//! The pinned packages of `ecosystem.toml`: downloading, verifying, unpacking.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use flate2::read::GzDecoder;
use fs_err as fs;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::process::{cargo, cargo_home, measure, output};
use crate::python::Environment;
use crate::{root, work_folder};

/// A published `PyO3` package.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(crate) struct Package {
    pub name: String,
    pub version: String,
    registry: Registry,
    sha256: String,
    #[serde(default = "default_manifest")]
    manifest: PathBuf,
    #[serde(default)]
    features: Vec<String>,
}

#[derive(Deserialize, Clone, Copy)]
enum Registry {
    #[serde(rename = "pypi")]
    Pypi,
    #[serde(rename = "crates.io")]
    CratesIo,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    package: Vec<Package>,
}

fn default_manifest() -> PathBuf {
    PathBuf::from("Cargo.toml")
}

/// The packages of that name, in the order of the list; all of them for no names.
pub(crate) fn select(names: &[String]) -> Result<Vec<Package>> {
    let list = read("ecosystem.toml")?;
    if let Some(unknown) = names.iter().find(|&name| !list.iter().any(|package| package.name == *name)) {
        bail!("no package `{unknown}` in xtask/ecosystem.toml");
    }
    Ok(list.into_iter().filter(|package| names.is_empty() || names.contains(&package.name)).collect())
}

/// The packages of a list in `xtask`.
pub(crate) fn read(file: &str) -> Result<Vec<Package>> {
    let path = root().join("xtask").join(file);
    let list: List = toml::from_str(&fs::read_to_string(&path)?).with_context(|| path.display().to_string())?;
    Ok(list.package)
}

impl Package {
    /// Where its sources are unpacked.
    pub(crate) fn folder(&self) -> PathBuf {
        work_folder().join("ecosystem").join(format!("{}-{}", self.name, self.version))
    }

    /// The manifest of its binding crate.
    pub(crate) fn manifest(&self) -> PathBuf {
        self.folder().join(&self.manifest)
    }

    /// `--features` for cargo, nothing when there are none.
    pub(crate) fn feature_arguments(&self) -> Vec<String> {
        if self.features.is_empty() { Vec::new() } else { vec![format!("--features={}", self.features.join(","))] }
    }

    /// Brings the sources to [`Package::folder`], from the cache when they were there before.
    pub(crate) fn fetch(&self) -> Result<()> {
        let archive = self.archive()?;
        if !archive.exists() {
            println!("downloading {} {}", self.name, self.version);
            match self.registry {
                Registry::Pypi => self.download_from_pypi(&archive),
                Registry::CratesIo => self.download_from_crates_io(&archive),
            }
            .with_context(|| format!("{} {} is not in the cache and was not downloaded", self.name, self.version))?;
        }
        let actual = sha256(&archive)?;
        if actual != self.sha256 {
            fs::remove_file(&archive)?;
            bail!("{}: sha256 is {actual}, the list says {}", archive.display(), self.sha256);
        }
        let folder = self.folder();
        if !folder.exists() {
            unpack(&archive, &folder).with_context(|| format!("cannot unpack {}", archive.display()))?;
        }
        Ok(())
    }

    /// Brings the dependencies into cargo's registry. The inner error says why that is impossible.
    pub(crate) fn fetch_dependencies(&self) -> Result<Result<(), String>> {
        let done = measure(cargo().arg("fetch").arg("--manifest-path").arg(self.manifest()))?;
        Ok(if done.code == Some(0) { Ok(()) } else { Err(done.complaint()) })
    }

    fn archive(&self) -> Result<PathBuf> {
        let downloads = work_folder().join("downloads");
        fs::create_dir_all(&downloads)?;
        Ok(downloads.join(format!("{}-{}.tar.gz", self.name, self.version)))
    }

    /// pip builds what it downloads; unearth, the finder of PDM, only fetches.
    fn download_from_pypi(&self, archive: &Path) -> Result<()> {
        #[derive(Deserialize)]
        struct Found {
            local_path: PathBuf,
        }
        let environment = Environment::create("fetch-venv", &root().join("xtask").join("requirements-fetch.txt"))?;
        let folder = archive.with_extension("");
        let said = output(
            Command::new(environment.program("unearth"))
                .args(["--no-binary", &format!("{}=={}", self.name, self.version), "--download"])
                .arg(&folder),
        )?;
        let found: Found = serde_json::from_str(&said).context("unearth printed no JSON")?;
        fs::rename(folder.join(found.local_path), archive)?;
        fs::remove_dir_all(folder)?;
        Ok(())
    }

    /// Cargo downloads dependencies only, so a package that depends on it is made for the purpose.
    fn download_from_crates_io(&self, archive: &Path) -> Result<()> {
        let folder = archive.with_extension("");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("lib.rs"), "")?;
        fs::write(
            folder.join("Cargo.toml"),
            format!(
                "[package]\nname = \"download\"\nedition = \"2021\"\n[lib]\npath = \"lib.rs\"\n[workspace]\n\
                 [dependencies]\n{} = {{ version = \"={}\", default-features = false }}\n",
                self.name, self.version
            ),
        )?;
        output(cargo().arg("fetch").arg("--manifest-path").arg(folder.join("Cargo.toml")))?;
        let name = format!("{}-{}.crate", self.name, self.version);
        let downloaded = fs::read_dir(cargo_home()?.join("registry").join("cache"))?
            .filter_map(Result::ok)
            .map(|registry| registry.path().join(&name))
            .find(|path| path.exists())
            .with_context(|| format!("cargo fetched, but {name} is not in its cache"))?;
        fs::copy(downloaded, archive)?;
        fs::remove_dir_all(folder)?;
        Ok(())
    }
}

pub(crate) fn sha256(path: &Path) -> Result<String> {
    let mut text = String::new();
    for byte in Sha256::digest(fs::read(path)?) {
        write!(text, "{byte:02x}")?;
    }
    Ok(text)
}

/// Unpacks an archive whose content lies in one folder, and gives that folder its new name.
fn unpack(archive: &Path, folder: &Path) -> Result<()> {
    let unpacking = folder.with_extension("unpacking");
    if unpacking.exists() {
        fs::remove_dir_all(&unpacking)?;
    }
    fs::create_dir_all(&unpacking)?;
    tar::Archive::new(GzDecoder::new(fs::File::open(archive)?)).unpack(&unpacking)?;
    let folders = fs::read_dir(&unpacking)?.collect::<std::io::Result<Vec<_>>>()?;
    ensure!(folders.len() == 1, "{} entries at its top instead of one folder", folders.len());
    fs::rename(folders[0].path(), folder)?;
    fs::remove_dir(unpacking)?;
    Ok(())
}
