//! `cargo xtask oracle`: does the engine name the callee that rustc names?

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Write as _;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use fs_err as fs;
use serde::Deserialize;

use crate::callee::{Crates, Verdict};
use crate::ecosystem::{fetch_completely, machine, percent};
use crate::mir::{self, MirCall, Place};
use crate::packages::Package;
use crate::process::{cargo, measure, output};
use crate::{root, work_folder};

const PACKAGES: [&str; 4] = ["tiktoken", "rpds-py", "jiter", "pydantic-core"];
/// Wrong callees listed in the document, for each package.
const LISTED: usize = 60;

/// Options of the comparison.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Packages to compare; all four when none is named. The document is written for all only.
    packages: Vec<String>,
}

/// A call as the engine's example `resolve` prints it.
#[derive(Deserialize)]
struct Resolved {
    path: String,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    /// Empty when it is unresolved.
    callee: String,
}

/// Counts for one package.
#[derive(Default)]
struct Comparison {
    /// Calls that both see.
    compared: u32,
    same: u32,
    other_crate: u32,
    different: u32,
    unresolved: u32,
    /// Calls that rustc has in a function that the engine analysed, but the engine does not list.
    missed: u32,
    /// Calls of the engine that rustc's MIR does not show: tuple constructors, calls made by macros.
    unseen: u32,
    /// Lines about callees that are not the same.
    wrong: Vec<String>,
    elsewhere: BTreeMap<String, u32>,
    absent: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let mut names = PACKAGES.to_vec();
    names.retain(|name| arguments.packages.is_empty() || arguments.packages.iter().any(|wanted| wanted == name));
    let mut rows = String::new();
    let mut details = String::new();
    for package in fetch_completely(&names)? {
        let (text, crates) = compile(&package)?;
        let engine = resolve(&package)?;
        let comparison = compare(&package, &mir::calls(&text), &engine, &crates)?;
        let row = comparison.row(&package);
        print!("{row}");
        rows.push_str(&row);
        comparison.describe(&package, &mut details);
    }
    if !arguments.packages.is_empty() {
        println!("{details}");
        return Ok(());
    }
    let path = root().join("docs").join("oracle.md");
    fs::write(&path, document(&rows, &details, &machine()?))?;
    println!("wrote {}", path.display());
    Ok(())
}

/// The MIR of the binding crate, and the names of all crates it can refer to.
fn compile(package: &Package) -> Result<(String, Crates)> {
    let crates = crates(package)?;
    println!("compiling {}", package.name);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock is before 1970")?;
    let done = measure(
        cargo()
            .current_dir(package.folder())
            .args(["rustc", "--offline", "--lib", "--manifest-path"])
            .arg(package.manifest())
            .args(package.feature_arguments())
            .arg("--target-dir")
            .arg(work_folder().join("oracle"))
            .args(["--", "-Zunpretty=mir", "-Zmir-include-spans=on", "-Zmir-opt-level=0"])
            .arg("-Ztrim-diagnostic-paths=no")
            // Cargo does not repeat what it thinks is built, and would print nothing.
            .arg(format!("-Cmetadata=oracle-{}", now.as_millis()))
            // Of all crates only this one gets the unstable options.
            .env("RUSTC_BOOTSTRAP", &crates.local),
    )?;
    if done.code != Some(0) {
        bail!("{} does not compile: {}", package.name, done.complaint());
    }
    ensure!(!done.stdout.is_empty(), "rustc printed no MIR for {}", package.name);
    Ok((done.stdout, crates))
}

fn crates(package: &Package) -> Result<Crates> {
    #[derive(Deserialize)]
    struct Metadata {
        packages: Vec<Listed>,
    }
    #[derive(Deserialize)]
    struct Listed {
        manifest_path: std::path::PathBuf,
        targets: Vec<Target>,
    }
    #[derive(Deserialize)]
    struct Target {
        name: String,
        kind: Vec<String>,
    }
    let text = output(
        cargo()
            .args(["metadata", "--format-version=1", "--offline", "--manifest-path"])
            .arg(package.manifest())
            .args(package.feature_arguments()),
    )?;
    let metadata: Metadata = serde_json::from_str(&text)?;
    let manifest = fs::canonicalize(package.manifest())?;
    let mut local = None;
    let mut others = BTreeSet::from(["std", "core", "alloc"].map(str::to_owned));
    for listed in metadata.packages {
        let library = listed.targets.iter().find(|target| target.kind.iter().any(|kind| kind.ends_with("lib")));
        let Some(name) = library.map(|target| target.name.replace('-', "_")) else { continue };
        if listed.manifest_path == manifest {
            local = Some(name);
        } else {
            others.insert(name);
        }
    }
    Ok(Crates { local: local.with_context(|| format!("{} has no library", package.name))?, others })
}

/// The engine's calls.
fn resolve(package: &Package) -> Result<Vec<Resolved>> {
    let text = output(
        cargo()
            .args(["run", "--quiet", "--package", "boundcheck-engine", "--example", "resolve", "--"])
            .arg(package.folder())
            .args(["--format", "json"]),
    )?;
    text.lines().map(|line| serde_json::from_str(line).with_context(|| format!("not a call: {line}"))).collect()
}

fn compare(package: &Package, mir: &[MirCall], engine: &[Resolved], crates: &Crates) -> Result<Comparison> {
    let mut known = HashMap::<Place, Vec<&Resolved>>::new();
    for call in engine {
        known.entry(place(call)).or_default().push(call);
    }
    ensure!(!known.is_empty(), "the engine lists no call in {}", package.name);
    // Generic code, closures and constants are printed more than once.
    let mut seen = HashSet::new();
    let mir = mir.iter().filter(|call| seen.insert((&call.place, &call.callee))).collect::<Vec<_>>();
    let analysed = mir.iter().filter(|call| known.contains_key(&call.place)).map(|call| &call.body);
    let analysed = analysed.collect::<HashSet<_>>();

    let mut result = Comparison::default();
    let mut matched = HashSet::new();
    for call in mir {
        let Some(candidates) = known.get(&call.place) else {
            if analysed.contains(&call.body) {
                result.missed += 1;
                result.absent.push(format!("{}: {}", shown(&call.place), call.callee));
            }
            continue;
        };
        matched.insert(&call.place);
        result.compared += 1;
        let resolved = candidates.iter().map(|call| call.callee.as_str()).filter(|callee| !callee.is_empty());
        let verdicts = resolved.clone().map(|callee| crates.compare(&call.callee, callee)).collect::<Vec<_>>();
        let first = resolved.clone().next().unwrap_or_default();
        if verdicts.is_empty() {
            result.unresolved += 1;
        } else if verdicts.contains(&Verdict::Same) {
            result.same += 1;
        } else if verdicts.contains(&Verdict::OtherCrate) {
            result.other_crate += 1;
            *result.elsewhere.entry(format!("rustc `{}`, engine `{first}`", call.callee)).or_default() += 1;
        } else {
            result.different += 1;
            result.wrong.push(format!("`{}`: rustc `{}`, engine `{first}`", shown(&call.place), call.callee));
        }
    }
    result.unseen = engine.iter().filter(|call| !matched.contains(&place(call))).count() as u32;
    Ok(result)
}

fn place(call: &Resolved) -> Place {
    Place { path: call.path.clone(), start: (call.line, call.column), end: (call.end_line, call.end_column) }
}

fn shown(place: &Place) -> String {
    // Of a path into the registry of this machine only what is in it: package, version, file.
    let path = match place.path.split_once("/registry/src/") {
        Some((_, inside)) => inside.split_once('/').map_or(inside, |(_, file)| file),
        None => &place.path,
    };
    format!("{path}:{}:{}", place.start.0, place.start.1)
}

impl Comparison {
    fn row(&self, package: &Package) -> String {
        let resolved = self.same + self.other_crate + self.different;
        format!(
            "| {} {} | {} | {} | {} | {} | {} | {} | {} | {} |\n",
            package.name,
            package.version,
            self.compared,
            self.same,
            self.other_crate,
            self.different,
            self.unresolved,
            percent(self.same + self.other_crate, resolved),
            percent(self.different, self.compared),
            self.missed
        )
    }

    fn describe(&self, package: &Package, text: &mut String) {
        let _ = writeln!(text, "## {} {}\n", package.name, package.version);
        let _ = writeln!(text, "{} calls of the engine have no counterpart in the MIR.\n", self.unseen);
        let mut list = |title: &str, lines: Vec<String>| {
            if lines.is_empty() {
                return;
            }
            let _ = writeln!(text, "{title} ({}):\n", lines.len());
            for line in lines.iter().take(LISTED) {
                let _ = writeln!(text, "- {line}");
            }
            if lines.len() > LISTED {
                let _ = writeln!(text, "- … and {} more", lines.len() - LISTED);
            }
            text.push('\n');
        };
        list("Wrong callees", self.wrong.clone());
        let elsewhere = self.elsewhere.iter().map(|(line, count)| format!("{count} × {line}")).collect();
        list("Same name, other crate", elsewhere);
        list("Not listed by the engine", self.absent.iter().map(|line| format!("`{line}`")).collect());
    }
}

fn document(rows: &str, details: &str, machine: &str) -> String {
    format!(
        "<!-- Written by `cargo xtask oracle`. -->\n\
         # Callees, compared with rustc\n\n\
         Each package is compiled, and every call that somebody wrote in its binding crate is looked up in the MIR that rustc\n\
         prints (`-Zunpretty=mir`; spans and paths included). Calls are matched by their span. Two callees are the *same* when\n\
         function and type agree, and trait methods may be named by trait or by type. *Other crate* means that names agree but the\n\
         crate differs, as behind a facade that re-exports. *Wrong* is the figure to worry about: a wrong callee misleads every rule,\n\
         an unresolved one only leaves a gap. Measured on {machine}.\n\n\
         | package | compared | same | other crate | wrong | unresolved | agreement of resolved | wrong of all | not listed |\n\
         |---|---|---|---|---|---|---|---|---|\n{rows}\n{details}"
    )
}
