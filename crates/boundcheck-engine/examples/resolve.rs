//! Prints what the engine made of the calls of a project.
//!
//! `resolve PATH [--deps never|require] [--features a,b] [--format text|json|unresolved]`: a summary, one JSON object
//! for each call, or the calls without a definition by name.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "printing is its purpose")]

use std::collections::BTreeMap;
use std::process::ExitCode;

use boundcheck_engine::{Analysis, DependencyMode, Options, load};
use boundcheck_model::Callee;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let (mut path, mut options, mut format) = (".".to_owned(), Options::default(), "text".to_owned());
    while let Some(arg) = args.next() {
        let mut value = || args.next().unwrap_or_default();
        match arg.as_str() {
            "--deps" => {
                options.dependencies = match value().as_str() {
                    "never" => DependencyMode::Never,
                    "require" => DependencyMode::Require,
                    _ => DependencyMode::Auto,
                }
            }
            "--features" => options.features = value().split(',').map(str::to_owned).collect(),
            "--format" => format = value(),
            _ => path = arg,
        }
    }
    match load(path.as_str().into(), &options) {
        Ok(analysis) => {
            match format.as_str() {
                "json" => json(&analysis),
                "unresolved" => unresolved(&analysis),
                _ => println!("{:#?}", analysis.summary),
            }
            for problem in &analysis.problems {
                eprintln!("{problem:?}");
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn json(analysis: &Analysis) {
    let model = &analysis.model;
    for function in &model.functions {
        for call in &function.calls {
            let place = model.location(call.span);
            let kind = match &call.callee {
                Callee::Local(_) => "local",
                Callee::LazyStatic(_) => "lazy-static",
                Callee::External => "external",
                Callee::Value => "value",
                Callee::Constructor => "constructor",
                Callee::Unresolved => "unresolved",
            };
            let targets: Vec<_> = model.targets(call).into_iter().map(|id| model.function(id).path.as_str()).collect();
            let row = serde_json::json!({
                "path": place.path, "line": place.line, "column": place.column,
                "end_line": place.end_line, "end_column": place.end_column,
                "function": function.path, "callee": call.path, "targets": targets, "name": call.name, "kind": kind,
                "region": format!("{:?}", call.region), "macro": call.from_macro,
                "receiver": call.receiver.as_ref().map(ToString::to_string),
                "output": call.output.to_string(),
            });
            println!("{row}");
        }
    }
}

fn unresolved(analysis: &Analysis) {
    let model = &analysis.model;
    let mut names: BTreeMap<(String, String), (u32, String)> = BTreeMap::new();
    for call in model.functions.iter().flat_map(|function| &function.calls).filter(|call| !call.is_resolved()) {
        let receiver = call.receiver.as_ref().map(ToString::to_string).unwrap_or_default();
        let place = model.location(call.span);
        let entry = names.entry((receiver, call.name.clone())).or_default();
        entry.0 += 1;
        entry.1 = format!("{}:{}", place.path, place.line);
    }
    let mut names: Vec<_> = names.into_iter().collect();
    names.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
    for ((receiver, name), (count, place)) in names {
        println!("{count:5} {receiver} . {name}  {place}");
    }
    println!("{:?}", analysis.summary);
}
