//! Which way each package crosses the boundary.

use boundcheck_model::{EffectKind, IntegrationMode, Model, PackageId, TargetKind};

/// Fills the integration mode of each package.
pub(crate) fn fill(model: &mut Model) {
    for at in 0..model.packages.len() {
        model.packages[at].mode = mode(model, PackageId(at as u32));
    }
}

fn mode(model: &Model, id: PackageId) -> IntegrationMode {
    let package = model.package(id);
    let Some(pyo3) = &package.pyo3 else { return IntegrationMode::Core };
    let exports = model.exports.iter().any(|export| model.function(export.function).package == id);
    let modules = model.modules.iter().any(|module| module.package == id);
    let is_cdylib = package.library().is_some_and(|library| library.crate_types.iter().any(|kind| kind == "cdylib"));
    let extension = (exports || modules) && is_cdylib;
    let starts = model
        .functions
        .iter()
        .filter(|function| function.package == id)
        .any(|function| function.calls.iter().any(|call| model.does(call, EffectKind::InitializesPython)));
    let has_binary = package.targets.iter().any(|target| target.kind == TargetKind::Binary);
    let embedding = starts || pyo3.features.iter().any(|feature| feature == "auto-initialize") && has_binary;
    match (extension, embedding) {
        (true, true) => IntegrationMode::Mixed,
        (true, false) => IntegrationMode::Extension,
        (false, true) => IntegrationMode::Embedding,
        (false, false) => IntegrationMode::Library,
    }
}
