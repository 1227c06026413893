//! Published wheels under names that promise more than they keep: violations that are known to be there.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use fs_err as fs;
use serde_json::Value;

use super::{auditwheel, json};
use crate::process::measure;
use crate::python::Environment;
use crate::work_folder;

/// Compares the three tools on wheels with other names, and describes it.
pub(super) fn section(environment: &Environment, binary: &Path, wheels: &[PathBuf]) -> Result<String> {
    let folder = work_folder().join("retagged-wheels");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let (mut stable, mut platform, mut apart) = (String::new(), String::new(), String::new());
    let (mut same, mut compared, mut objected, mut asked) = (0, 0, 0, 0);
    for wheel in wheels {
        let file = wheel.file_name().and_then(|name| name.to_str()).context("a file name")?;
        if let Some(name) = as_stable(file) {
            let made = copy(wheel, &folder.join(&name))?;
            let (ours, theirs) = (symbols_of_boundcheck(binary, &made)?, symbols_of_abi3audit(environment, &made)?);
            compared += 1;
            same += usize::from(ours == theirs);
            if ours != theirs {
                let names: Vec<_> = theirs.outside.difference(&ours.outside).map(|name| format!("`{name}`")).collect();
                let _ = writeln!(
                    apart,
                    "- {name}: only abi3audit names {}{}",
                    names.iter().take(3).cloned().collect::<Vec<_>>().join(", "),
                    if names.len() > 3 { format!(" and {} more", names.len() - 3) } else { String::new() }
                );
            }
            let _ = writeln!(
                stable,
                "| {name} | {} | {} | {} | {} |",
                ours.outside.len(),
                theirs.outside.len(),
                ours.later,
                theirs.later
            );
        }
        if let Some(name) = as_old_system(file) {
            let made = copy(wheel, &folder.join(&name))?;
            let Some(theirs) = auditwheel(environment, &made, &name)?.objects else { continue };
            let (codes, _) = super::boundcheck(binary, &made)?;
            let ours = codes.iter().any(|code| code == "P012");
            asked += 1;
            objected += usize::from(ours == theirs);
            let said = |objects| if objects { "objects" } else { "fine" };
            let _ = writeln!(platform, "| {name} | {} | {} |", said(ours), said(theirs));
        }
    }
    Ok(format!(
        "\n## The same wheels with names that promise too much\n\nNone of the wheels above breaks its promise to the \
         stable ABI. So those for one version of Python were renamed to `cp39-abi3`, and the symbols that boundcheck and \
         abi3audit name were compared: those that are not in the stable ABI by name, those that came later than Python 3.9 \
         by number. Equal for {same} of {compared} wheels; for the others see below the table: abi3audit also counts what \
         a module defines itself under a name that begins with `Py`, boundcheck what it asks of Python.\n\n\
         | wheel, renamed | not stable | abi3audit | later | abi3audit |\n|---|---|---|---|---|\n{stable}\n{apart}\n\
         Linux wheels were renamed to glibc 2.5, the oldest system that a wheel can promise: boundcheck and auditwheel say \
         the same of {objected} of {asked}.\n\n| wheel, renamed | boundcheck | auditwheel |\n|---|---|---|\n{platform}"
    ))
}

/// Symbols that keep a wheel from the stable ABI of its tag.
#[derive(Debug, Default, PartialEq, Eq)]
struct Symbols {
    /// Not in it.
    outside: BTreeSet<String>,
    /// How many are in it from a later version on, in each object anew.
    later: usize,
}

fn symbols_of_boundcheck(binary: &Path, wheel: &Path) -> Result<Symbols> {
    let done = measure(Command::new(binary).args(["wheel", "--could-be-abi3", "--format=json"]).arg(wheel))?;
    let report = json(&done)?;
    let wheels = report["wheels"].as_array().context("wheels")?;
    let objects = wheels.iter().filter_map(|wheel| wheel["objects"].as_array()).flatten();
    let outside = objects.flat_map(|object| strings(&object["outside"])).collect();

    let rules = ["wheel", "--no-config", "--select=P004", "--format=json"];
    let report = json(&measure(Command::new(binary).args(rules).arg(wheel))?)?;
    let messages =
        report["findings"].as_array().into_iter().flatten().filter_map(|finding| finding["message"].as_str());
    // "3 symbols are in the stable ABI only from Python 3.11 on: …"
    let numbers = messages
        .filter(|message| message.contains("only from Python"))
        .filter_map(|message| message.split(' ').next()?.parse::<usize>().ok());
    Ok(Symbols { outside, later: numbers.sum() })
}

fn symbols_of_abi3audit(environment: &Environment, wheel: &Path) -> Result<Symbols> {
    let done = measure(Command::new(environment.program("abi3audit")).arg("--report").arg(wheel))?;
    let report = json(&done)?;
    let mut symbols = Symbols::default();
    let specs = report["specs"].as_object().context("specs")?;
    for object in specs.values().filter_map(|spec| spec["wheel"].as_array()).flatten() {
        symbols.outside.extend(strings(&object["result"]["non_abi3_symbols"]));
        let later = &object["result"]["future_abi3_objects"];
        symbols.later += later.as_object().map_or(0, serde_json::Map::len) + later.as_array().map_or(0, Vec::len);
    }
    Ok(symbols)
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The name with the stable ABI of Python 3.9, for a wheel of one version with a GIL.
fn as_stable(file: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('-').collect();
    let [.., python, abi, _] = parts.as_mut_slice() else { return None };
    if *python != *abi || !python.starts_with("cp3") {
        return None;
    }
    (*python, *abi) = ("cp39", "abi3");
    Some(parts.join("-"))
}

/// The name with glibc 2.5, for a wheel that needs glibc.
fn as_old_system(file: &str) -> Option<String> {
    let (rest, platform) = file.strip_suffix(".whl")?.rsplit_once('-')?;
    let machine = ["x86_64", "aarch64"].into_iter().find(|machine| platform.ends_with(machine))?;
    platform.contains("manylinux").then(|| format!("{rest}-manylinux_2_5_{machine}.whl"))
}

fn copy(wheel: &Path, to: &Path) -> Result<PathBuf> {
    fs::copy(wheel, to)?;
    Ok(to.to_owned())
}
