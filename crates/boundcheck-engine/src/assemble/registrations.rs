//! What modules register, and where exceptions are raised: read from calls.

use boundcheck_model::{Call, Callee, FunctionId, Model, Region, RegisteredItem, Thread, Type};

use super::Parts;
use crate::lower::names;

/// Fills the items of modules and the raises of exceptions.
pub(crate) fn fill(parts: &Parts<'_>, model: &mut Model) {
    for at in 0..model.modules.len() {
        let mut items = declared(parts, model, at);
        if let Some(start) = model.modules[at].function {
            for function in reached(model, start) {
                items.extend(called(model, function));
            }
        }
        items.sort_by_key(|item| item.span);
        items.dedup();
        model.modules[at].items = items;
    }
    submodules(model);
    raises(model);
}

/// Items inside an inline module, and what it re-exports.
fn declared(parts: &Parts<'_>, model: &Model, at: usize) -> Vec<RegisteredItem> {
    let Some(inline) = parts.boundary.modules[at].1 else { return Vec::new() };
    let written = &parts.items.modules[inline];
    let module = &model.modules[at];
    let directly = |path: &str| path.rsplit_once("::").is_some_and(|(parent, _)| parent == module.path);
    let mut items = Vec::new();
    let mut add = |path: &str, span| {
        items.push(RegisteredItem { path: Some(path.to_owned()), python_name: None, span });
    };
    for export in &model.exports {
        let function = model.function(export.function);
        if export.class.is_none() && directly(&function.path) {
            add(&function.path, function.name_span);
        }
    }
    for class in model.classes.iter().filter(|class| directly(&class.path)) {
        add(&class.path, class.name_span);
    }
    for inner in model.modules.iter().filter(|inner| directly(&inner.path)) {
        add(&inner.path, inner.name_span);
    }
    for (name, span) in &written.exported {
        let found = written.module.scope(parts.db, None).into_iter().find(|(known, _)| known.as_str() == name);
        let path = found.and_then(|(_, item)| match item {
            ra_ap_hir::ScopeDef::ModuleDef(ra_ap_hir::ModuleDef::Function(function)) => {
                Some(names::function(parts.db, function.try_into().ok()?))
            }
            ra_ap_hir::ScopeDef::ModuleDef(ra_ap_hir::ModuleDef::Adt(adt)) => Some(names::adt(parts.db, adt.into())),
            ra_ap_hir::ScopeDef::ModuleDef(ra_ap_hir::ModuleDef::Module(module)) => {
                Some(names::module(parts.db, module))
            }
            _ => None,
        });
        items.push(RegisteredItem { path, python_name: None, span: *span });
    }
    items
}

/// The initialiser of a module and the functions of the project that it calls.
fn reached(model: &Model, start: FunctionId) -> Vec<FunctionId> {
    let mut found = vec![start];
    for chain in model.reached_from(start, Thread::Attached, |call, _| matches!(call.callee, Callee::Local(_))) {
        let called = model.step(chain.last());
        // What is only named is registered, not called.
        if called.from_macro.as_deref().is_none_or(|name| !name.starts_with("wrap_py")) {
            found.extend(model.targets(called));
        }
    }
    found.sort();
    found.dedup();
    found
}

fn called(model: &Model, function: FunctionId) -> Vec<RegisteredItem> {
    let calls = &model.function(function).calls;
    let mut items = Vec::new();
    for call in calls.iter().filter(|call| call.region != Region::OtherThread) {
        let item = |path: Option<&str>| RegisteredItem {
            path: path.map(str::to_owned),
            python_name: call.args.first().and_then(|name| name.literal.clone()),
            span: call.span,
        };
        match call.name.as_str() {
            "add_class" if call.path.starts_with("pyo3::") => {
                items.push(item(call.type_args.first().and_then(Type::path)));
            }
            "add" | "setattr" if call.path.starts_with("pyo3::") => {
                let mut inside = calls.iter().filter(|inner| inner.span != call.span && call.span.contains(inner.span));
                let ty = inside.find_map(type_object_of);
                items.push(item(ty));
            }
            _ => {}
        }
        let named = call.from_macro.as_deref().is_some_and(|name| name.starts_with("wrap_py"));
        if let (true, Callee::Local(targets)) = (named, &call.callee) {
            items.extend(targets.iter().map(|&id| RegisteredItem {
                path: Some(model.function(id).path.clone()),
                python_name: None,
                span: call.span,
            }));
        }
    }
    items
}

/// The type whose type object a call makes: `py.get_type::<T>()`, `T::type_object(py)`.
fn type_object_of(call: &Call) -> Option<&str> {
    match call.name.as_str() {
        "get_type" | "get_type_bound" => call.type_args.first().and_then(Type::path),
        "type_object" | "type_object_bound" | "type_object_raw" => {
            let own = call.type_args.first().and_then(Type::path);
            own.or_else(|| call.path.rsplit_once("::").map(|(ty, _)| ty))
        }
        _ => None,
    }
}

/// A module that another one registers is its submodule.
fn submodules(model: &mut Model) {
    let parents: Vec<_> = model.modules.iter().enumerate().collect();
    let mut found = Vec::new();
    for (at, module) in &parents {
        for item in &module.items {
            let child = parents.iter().find(|(other, child)| other != at && item.path.as_ref() == Some(&child.path));
            found.extend(child.map(|(child, _)| (*child, *at)));
        }
    }
    for (child, parent) in found {
        model.modules[child].parent.get_or_insert(boundcheck_model::ModuleId(parent as u32));
    }
}

fn raises(model: &mut Model) {
    for at in 0..model.exceptions.len() {
        let path = model.exceptions[at].path.clone();
        let mut found = Vec::new();
        for (id, function) in model.functions_with_id() {
            for call in &function.calls {
                let constructs = matches!(call.name.as_str(), "new_err" | "new" | "from_type" | "new_bound");
                let named = call.path.rsplit_once("::").is_some_and(|(ty, _)| ty == path)
                    || call.path.starts_with("pyo3::PyErr::") && call.type_args.iter().any(|ty| ty.is(&path));
                if constructs && named {
                    found.push((id, call.span));
                }
            }
        }
        model.exceptions[at].raised_in = found;
    }
}
