//! Items and bodies become the model.

mod boundary;
mod functions;
mod mode;
mod regions;
mod registrations;

use boundcheck_model::{Call, Callee, Model};
use ra_ap_ide_db::RootDatabase;

use self::functions::Numbers;
use crate::effects::EffectTable;
use crate::explore::Explored;
use crate::lower::items::Items;
use crate::lower::spans::FileNumbers;
use crate::project::Project;

pub(crate) use self::boundary::{Boundary, boundary};

/// Everything the model is made of.
pub(crate) struct Parts<'a> {
    pub(crate) db: &'a RootDatabase,
    pub(crate) files: &'a FileNumbers,
    pub(crate) items: &'a Items,
    pub(crate) boundary: Boundary,
    pub(crate) explored: &'a Explored,
    pub(crate) effects: &'a EffectTable,
}

/// Builds the model; the files of `project` move into it.
pub(crate) fn assemble(parts: &Parts<'_>, project: &mut Project) -> Model {
    let numbers = Numbers::new(parts);
    let mut model = Model { effects: parts.effects.rows(), ..Model::default() };
    model.packages = project.packages.iter().map(|local| local.package.clone()).collect();
    functions::fill(parts, &numbers, &mut model);
    tell_namesakes_apart(parts.effects, &mut model);
    boundary::fill(parts, &numbers, &mut model);
    registrations::fill(parts, &mut model);
    mode::fill(&mut model);
    model.files = std::mem::take(&mut project.files).into_files();
    model
}

/// A crate of the project may be called like one in the table: the binding crate of `tantivy` is a `tantivy` too. What
/// its own functions do is in their bodies, unless the user says otherwise.
fn tell_namesakes_apart(effects: &EffectTable, model: &mut Model) {
    let is_own = |call: &Call| match &call.callee {
        Callee::Local(targets) => targets.iter().any(|&target| model.function(target).path == call.path),
        _ => false,
    };
    let mistaken: Vec<(usize, usize)> = model
        .functions
        .iter()
        .enumerate()
        .flat_map(|(at, function)| function.calls.iter().enumerate().map(move |(index, call)| (at, index, call)))
        .filter(|(.., call)| call.effect.is_some_and(|id| effects.is_built_in(id)) && is_own(call))
        .map(|(at, index, _)| (at, index))
        .collect();
    for (function, call) in mistaken {
        model.functions[function].calls[call].effect = None;
    }
}
