//! Builds the recorder, where there is one, and says where it lies.
//!
//! A process of its own, with a target folder of its own: the recorder needs a profile that aborts on panic, and cargo
//! has one profile for all crates of a build.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use sha2::{Digest, Sha256};

fn main() {
    println!("cargo:rustc-check-cfg=cfg(recorder)");
    println!("cargo:rerun-if-changed=build.rs");
    let target = variable("TARGET");
    if !["x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu"].contains(&target.as_str()) {
        return;
    }
    let crates = Path::new(&variable("CARGO_MANIFEST_DIR")).join("..");
    for watched in ["boundcheck-recorder", "boundcheck-trace-format"] {
        println!("cargo:rerun-if-changed={}", crates.join(watched).display());
    }
    let folder = Path::new(&variable("OUT_DIR")).join("recorder");
    let library = build(&crates.join("boundcheck-recorder").join("Cargo.toml"), &target, &folder);
    let bytes = fs::read(&library).unwrap_or_else(|error| panic!("{}: {error}", library.display()));
    let hash = Sha256::digest(&bytes).iter().take(8).fold(0_u64, |hash, byte| hash << 8 | u64::from(*byte));
    let hash = format!("{hash:016x}");
    println!("cargo:rustc-cfg=recorder");
    println!("cargo:rustc-env=BOUNDCHECK_RECORDER={}", library.display());
    println!("cargo:rustc-env=BOUNDCHECK_RECORDER_HASH={hash}");
}

fn build(manifest: &Path, target: &str, folder: &Path) -> PathBuf {
    let mut cargo = Command::new(variable("CARGO"));
    cargo.args(["build", "--quiet", "--profile", "trace", "--target", target]);
    cargo.arg("--manifest-path").arg(manifest).arg("--target-dir").arg(folder);
    // Those of the outer build: clippy, another folder, settings of its profile.
    for name in ["RUSTC_WORKSPACE_WRAPPER", "CLIPPY_ARGS", "CARGO_TARGET_DIR", "CARGO_BUILD_TARGET"] {
        cargo.env_remove(name);
    }
    let status = cargo.status().unwrap_or_else(|error| panic!("cannot run cargo: {error}"));
    assert!(status.success(), "the recorder ({}) did not build: {status}", manifest.display());
    folder.join(target).join("trace").join("libboundcheck_recorder.so")
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|error| panic!("{name}: {error}"))
}
