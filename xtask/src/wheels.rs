//! `cargo xtask wheels`: boundcheck, abi3audit and auditwheel on the same published wheels.

mod retagged;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use fs_err as fs;
use serde::Deserialize;
use serde_json::Value;

use crate::ecosystem::{build, machine};
use crate::packages::sha256;
use crate::process::{Measured, measure, run as run_loudly};
use crate::python::Environment;
use crate::{root, work_folder};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    wheel: Vec<Pinned>,
    /// What explains a disagreement, written by hand.
    #[serde(default)]
    explained: Vec<Explained>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pinned {
    url: String,
    sha256: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Explained {
    file: String,
    tool: String,
    why: String,
}

/// What one tool says of one wheel.
struct Verdict {
    /// Whether it finds something; `None` when the wheel is not for the tool.
    objects: Option<bool>,
    seconds: f64,
}

pub(crate) fn run() -> Result<()> {
    let path = root().join("xtask").join("wheels.toml");
    let list: List = toml::from_str(&fs::read_to_string(&path)?).with_context(|| path.display().to_string())?;
    let environment = Environment::create("wheels-venv", &root().join("xtask").join("requirements-wheels.txt"))?;
    let binary = build()?;
    let (mut rows, mut apart) = (String::new(), String::new());
    let (mut ours_s, mut abi3_s, mut linux_s, mut agreed, mut compared) = (0.0, 0.0, 0.0, 0, 0);
    let (mut stable, mut all) = (Vec::new(), Vec::new());
    for pinned in &list.wheel {
        let wheel = fetch(pinned, &environment)?;
        all.push(wheel.clone());
        let file = wheel.file_name().and_then(|name| name.to_str()).context("a file name")?.to_owned();
        let (codes, seconds) = boundcheck(&binary, &wheel)?;
        let abi3 = abi3audit(&environment, &wheel, &file)?;
        let linux = auditwheel(&environment, &wheel, &file)?;
        ours_s += seconds;
        abi3_s += abi3.seconds;
        linux_s += linux.seconds;
        if abi3.objects.is_some() {
            stable.push(wheel.clone());
        }
        for (tool, verdict, code) in [("abi3audit", &abi3, "P004"), ("auditwheel", &linux, "P012")] {
            let Some(theirs) = verdict.objects else { continue };
            let ours = codes.iter().any(|known| known == code);
            compared += 1;
            if ours == theirs {
                agreed += 1;
                continue;
            }
            let known = list.explained.iter().find(|one| one.file == file && one.tool == tool);
            let why = known.map_or("**not explained yet**", |one| one.why.as_str());
            let (yes, no) = if ours { ("boundcheck", tool) } else { (tool, "boundcheck") };
            let _ = writeln!(apart, "- `{file}`: {yes} objects, {no} does not ({code}). {why}");
        }
        println!("{file}: {codes:?}");
        let _ = writeln!(
            rows,
            "| {file} | {} | {} | {} | {seconds:.2} | {:.2} | {:.2} |",
            if codes.is_empty() { "–".to_owned() } else { codes.join(" ") },
            said(&abi3),
            said(&linux),
            abi3.seconds,
            linux.seconds
        );
    }
    let ours_at_once = fastest(Command::new(&binary).args(["wheel", "--no-config"]).args(&stable))?;
    let theirs_at_once = fastest(Command::new(environment.program("abi3audit")).args(&stable))?;
    let retagged = retagged::section(&environment, &binary, &all)?;
    if apart.is_empty() {
        apart.push_str("None.\n");
    }
    let text = format!(
        "<!-- Written by `cargo xtask wheels`. -->\n# Wheels, compared with abi3audit and auditwheel\n\n\
         {} wheels from PyPI, pinned by hash in `xtask/wheels.toml`: PyO3, Cython, pybind11 and C; for Linux (glibc and \
         musl), macOS and Windows; with the stable ABI, for one version, free-threaded. abi3audit 0.0.26 is asked about \
         wheels with an `abi3` tag, auditwheel 6.8.2 about Linux wheels. It *objects* when abi3audit finds a symbol that is \
         not in the stable ABI or came later than the tag, and when auditwheel finds that the wheel needs a newer system \
         than its widest tag. Measured on {}.\n\n\
         Agreement: {agreed} of {compared} verdicts. One call for all {} `abi3` wheels, the fastest of \
         three: boundcheck, with all rules, {ours_at_once:.2} s, abi3audit {theirs_at_once:.1} s (1/{:.0}). One call for \
         each wheel, as in the table: boundcheck {ours_s:.1} s for all, abi3audit {abi3_s:.1} s and auditwheel {linux_s:.1} s for theirs.\n\n\
         ## Disagreements\n\n{apart}\n## Wheels\n\n\
         | wheel | boundcheck | abi3audit | auditwheel | s | abi3audit s | auditwheel s |\n|---|---|---|---|---|---|---|\n{rows}{retagged}",
        list.wheel.len(),
        machine()?,
        stable.len(),
        theirs_at_once / ours_at_once
    );
    let page = root().join("docs").join("wheel-agreement.md");
    fs::write(&page, text)?;
    println!("wrote {}", page.display());
    Ok(())
}

/// Seconds of the fastest of three runs: what else the machine does only makes it slower.
fn fastest(command: &mut Command) -> Result<f64> {
    let mut least = f64::MAX;
    for _ in 0..3 {
        least = least.min(measure(command)?.seconds);
    }
    Ok(least)
}

fn said(verdict: &Verdict) -> &'static str {
    match verdict.objects {
        None => "",
        Some(true) => "objects",
        Some(false) => "fine",
    }
}

/// The wheel in the cache, downloaded when it was not there.
fn fetch(pinned: &Pinned, environment: &Environment) -> Result<PathBuf> {
    let folder = work_folder().join("published-wheels");
    fs::create_dir_all(&folder)?;
    let path = folder.join(pinned.url.rsplit('/').next().context("an address ends with a file name")?);
    if !path.exists() {
        let script = "import sys, urllib.request; urllib.request.urlretrieve(*sys.argv[1:])";
        run_loudly(Command::new(environment.python()).args(["-c", script, &pinned.url]).arg(&path))?;
    }
    let actual = sha256(&path)?;
    ensure!(
        actual == pinned.sha256,
        "{}: sha256 is {actual}, xtask/wheels.toml says {}",
        path.display(),
        pinned.sha256
    );
    Ok(path)
}

/// Codes of the findings, and the time it took.
fn boundcheck(binary: &Path, wheel: &Path) -> Result<(Vec<String>, f64)> {
    let done = measure(Command::new(binary).args(["wheel", "--no-config", "--format=json"]).arg(wheel))?;
    let report = json(&done)?;
    let findings = report["findings"].as_array().context("findings")?;
    let mut codes: Vec<String> =
        findings.iter().filter_map(|finding| finding["rule"].as_str()).map(str::to_owned).collect();
    codes.sort();
    codes.dedup();
    Ok((codes, done.seconds))
}

fn abi3audit(environment: &Environment, wheel: &Path, file: &str) -> Result<Verdict> {
    if !file.contains("-abi3-") {
        return Ok(Verdict { objects: None, seconds: 0.0 });
    }
    let done = measure(Command::new(environment.program("abi3audit")).arg("--report").arg(wheel))?;
    let report = json(&done)?;
    let specs = report["specs"].as_object().context("specs")?;
    let objects = specs.values().filter_map(|spec| spec["wheel"].as_array()).flatten().map(|object| &object["result"]);
    let filled = |value: &Value| match value {
        Value::Array(items) => !items.is_empty(),
        Value::Object(items) => !items.is_empty(),
        _ => false,
    };
    let bad =
        objects.into_iter().any(|result| filled(&result["non_abi3_symbols"]) || filled(&result["future_abi3_objects"]));
    Ok(Verdict { objects: Some(bad), seconds: done.seconds })
}

fn auditwheel(environment: &Environment, wheel: &Path, file: &str) -> Result<Verdict> {
    if !file.contains("linux") {
        return Ok(Verdict { objects: None, seconds: 0.0 });
    }
    let done = measure(Command::new(environment.program("auditwheel")).args(["show", "--json"]).arg(wheel))?;
    // It fails on some wheels for another machine than the one it runs on.
    let Ok(report) = json(&done) else { return Ok(Verdict { objects: None, seconds: done.seconds }) };
    let needs = report["overall_tag"].as_str().and_then(system);
    let platform = file.trim_end_matches(".whl").rsplit('-').next().unwrap_or_default();
    let promised = platform.split('.').filter_map(system).min();
    Ok(Verdict { objects: Some(needs.is_none() || needs > promised), seconds: done.seconds })
}

/// The C library and its version in a tag.
fn system(tag: &str) -> Option<(String, u32, u32)> {
    for (old, minor) in [("manylinux1_", 5), ("manylinux2010_", 12), ("manylinux2014_", 17)] {
        if tag.starts_with(old) {
            return Some(("manylinux".to_owned(), 2, minor));
        }
    }
    let mut parts = tag.splitn(4, '_');
    let library = parts.next().filter(|name| matches!(*name, "manylinux" | "musllinux"))?;
    Some((library.to_owned(), parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

fn json(done: &Measured) -> Result<Value> {
    serde_json::from_str(&done.stdout).with_context(|| format!("no JSON was printed: {}", done.complaint()))
}
