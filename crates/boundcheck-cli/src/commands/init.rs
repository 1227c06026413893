//! `boundcheck init`

use std::fmt::Write;

use boundcheck_scaffold::{Binding, BindingChoices};
use camino::Utf8Path;

use super::new;
use crate::args::InitArgs;
use crate::error::Exit;
use crate::terminal::Terminal;

pub(crate) fn run(args: &InitArgs, terminal: &Terminal) -> Exit {
    let choices = BindingChoices {
        folder: args.path.clone(),
        name: args.name.clone(),
        pyo3: args.versions.pyo3.clone(),
        python: args.versions.python.clone(),
    };
    let written = Binding::new(&choices).and_then(|binding| binding.write().map(|written| (binding, written)));
    let (binding, written) = match written {
        Ok(done) => done,
        Err(error) => return new::failed(&error, terminal),
    };
    let plan = binding.plan();
    new::tell_tools(plan, written, terminal);
    if binding.built_by_default() {
        terminal.note(
            "`cargo build` in the workspace builds the new crate too, which needs Python; `default-members` in its \
             Cargo.toml can leave it out",
        );
    }
    let here = std::env::current_dir().ok();
    let shown = |path: &Utf8Path| {
        let below = here.as_ref().and_then(|here| path.as_std_path().strip_prefix(here).ok()?.to_str());
        below.map_or_else(|| path.to_string(), str::to_owned)
    };
    let folder = shown(plan.folder());
    let mut text = format!(
        "created {folder}: a Python package for the crate {} ({} files)\n",
        binding.package(),
        plan.files().len()
    );
    match binding.change() {
        Some(change) => {
            let what = if change.new_workspace { "it is now a workspace with the member" } else { "new member" };
            let _ = writeln!(text, "changed {}: {what} \"{}\"", shown(&change.path), change.member);
        }
        None => text.push_str("changed nothing else: the workspace takes the new folder in as it is\n"),
    }
    text.push_str(&new::next(plan, &folder));
    terminal.print(&text)
}
