//! What Python sees, read from attributes: modules, classes, exports, exceptions; and where execution can begin.

use boundcheck_model::{
    Attribute, AttributeItem, Class, ClassId, ClassKind, Exception, ExceptionOrigin, Export, ExportId, ExportKind,
    FunctionId, Model, Module, ModuleId, PackageId, PyModuleStyle, Span, Spanned,
};
use ra_ap_hir_def::AdtId;
use ra_ap_hir_def::FunctionId as Definition;
use rustc_hash::FxHashMap;

use super::Parts;
use super::functions::Numbers;
use crate::files::Files;
use crate::lower::items::{FunctionItem, Items, StructItem};

/// Words in a function that starts an interpreter, adds a module to one, or attaches by itself: a host may call it.
const STARTS_PYTHON: [&str; 7] = [
    "prepare_freethreaded_python",
    "with_embedded_python_interpreter",
    "append_to_inittab",
    "Python::initialize",
    "Py_InitializeEx",
    "Python::attach",
    "Python::with_gil",
];

/// The boundary before bodies are known.
#[derive(Debug, Default)]
pub(crate) struct Boundary {
    pub(crate) classes: Vec<(AdtId, Class, Vec<Definition>)>,
    pub(crate) exports: Vec<(Definition, Export)>,
    /// Index into [`Items::modules`] for an inline module; its functions that run at import.
    pub(crate) modules: Vec<(Module, Option<usize>, Option<Definition>)>,
    pub(crate) exceptions: Vec<Exception>,
    /// Where execution can begin, exports included.
    pub(crate) entries: Vec<Definition>,
    others: Vec<Definition>,
    given_python: Vec<Definition>,
}

/// Reads the boundary.
pub(crate) fn boundary(items: &Items, files: &Files, binding: &[PackageId]) -> Boundary {
    let mut found = Boundary::default();
    classes(items, &mut found);
    exports(items, &mut found);
    modules(items, &mut found);
    exceptions(items, &mut found);
    entries(items, files, binding, &mut found);
    found
}

fn options(attributes: &[Attribute], names: &[&str]) -> Vec<AttributeItem> {
    let relevant = attributes.iter().filter(|one| names.iter().any(|name| one.is(name)));
    relevant.flat_map(|one| one.items.iter().cloned()).collect()
}

fn value(options: &[AttributeItem], name: &str) -> Option<Spanned<String>> {
    let item = options.iter().find(|item| item.name == name)?;
    Some(Spanned::new(item.value.clone()?, item.span))
}

fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

fn classes(items: &Items, found: &mut Boundary) {
    for StructItem { id, item, docs, .. } in &items.structs {
        let Some(attribute) = item.attributes.iter().find(|one| one.is("pyclass")) else { continue };
        let options = options(&item.attributes, &["pyclass", "pyo3"]);
        let kind = match item.variants.as_slice() {
            [] => ClassKind::Struct,
            variants if variants.iter().all(|variant| variant.fields.is_empty()) => ClassKind::Enum,
            _ => ClassKind::ComplexEnum,
        };
        let own = item.fields.iter().chain(item.variants.iter().flat_map(|variant| &variant.fields));
        let methods = items.implementations.iter().filter(|one| one.self_type == Some(*id) && is_pymethods(one));
        let class = Class {
            kind,
            python_name: value(&options, "name").map_or_else(|| last(&item.path).to_owned(), |name| name.value),
            path: item.path.clone(),
            package: item.package,
            span: item.span,
            name_span: item.name_span,
            attribute_span: attribute.span,
            options,
            fields: own.cloned().collect(),
            methods: Vec::new(),
            docs: docs.clone(),
        };
        found.classes.push((*id, class, methods.flat_map(|one| one.functions.iter().copied()).collect()));
    }
    found.classes.sort_by(|(_, a, _), (_, b, _)| (a.package, a.span, &a.path).cmp(&(b.package, b.span, &b.path)));
}

fn is_pymethods(item: &crate::lower::items::ImplItem) -> bool {
    item.of_trait.is_none() && item.attributes.iter().any(|one| one.is("pymethods"))
}

fn exports(items: &Items, found: &mut Boundary) {
    for (&id, item) in &items.functions {
        if let Some(attribute) = item.attributes.iter().find(|one| one.is("pyfunction") || one.is("pyfn")) {
            found.exports.push((id, export(item, ExportKind::Function, attribute.span, None)));
        }
    }
    for (at, (_, class, methods)) in found.classes.iter().enumerate() {
        for &id in methods {
            let Some(item) = items.functions.get(&id) else { continue };
            let attribute = items.implementations.iter().find(|one| one.functions.contains(&id));
            let attribute = attribute.and_then(|one| one.attributes.iter().find(|one| one.is("pymethods")));
            let span = attribute.map_or(item.span, |one| one.span);
            let mut export = export(item, kind_of(item), span, Some(ClassId(at as u32)));
            export.python_name = format!("{}.{}", class.python_name, export.python_name);
            found.exports.push((id, export));
        }
    }
    // Methods of a class that is defined by a macro nobody looked into are exports all the same.
    for implementation in items.implementations.iter().filter(|one| is_pymethods(one)) {
        for &id in &implementation.functions {
            if found.exports.iter().any(|(known, _)| *known == id) {
                continue;
            }
            if let Some(item) = items.functions.get(&id) {
                found.exports.push((id, export(item, kind_of(item), item.span, None)));
            }
        }
    }
    // Exports that one macro call makes share its span.
    let place = |id: &Definition| items.functions.get(id).map(|item| (item.package, item.span, &item.path));
    found.exports.sort_by(|(a, _), (b, _)| place(a).cmp(&place(b)));
}

fn kind_of(item: &FunctionItem) -> ExportKind {
    let is = |name: &str| item.attributes.iter().any(|one| one.is(name));
    // PyO3 goes by the name that Python sees.
    let named = value(&options(&item.attributes, &["pyo3", "name"]), "name");
    let name = named.as_ref().map_or(last(&item.path), |name| &name.value);
    match () {
        () if is("new") => ExportKind::Constructor,
        () if is("getter") => ExportKind::Getter,
        () if is("setter") => ExportKind::Setter,
        () if is("deleter") => ExportKind::Deleter,
        () if is("classattr") => ExportKind::ClassAttribute,
        () if is("staticmethod") => ExportKind::StaticMethod,
        () if is("classmethod") => ExportKind::ClassMethod,
        () if name.starts_with("__") && name.ends_with("__") => ExportKind::Slot,
        () => ExportKind::Method,
    }
}

fn export(item: &FunctionItem, kind: ExportKind, attribute_span: Span, class: Option<ClassId>) -> Export {
    let all = ["pyfunction", "pyfn", "pyo3", "getter", "setter", "deleter", "new", "args", "name"];
    let options = options(&item.attributes, &all);
    let rust_name = last(&item.path);
    let accessor = |attribute: &str, prefix: &str| {
        let written = item.attributes.iter().find(|one| one.is(attribute)).and_then(|one| one.items.first());
        let named = written.filter(|one| one.value.is_none()).map(|one| one.name.trim_matches('"').to_owned());
        named.unwrap_or_else(|| rust_name.strip_prefix(prefix).unwrap_or(rust_name).to_owned())
    };
    let by_rust_name = match kind {
        ExportKind::Getter => accessor("getter", "get_"),
        ExportKind::Setter => accessor("setter", "set_"),
        ExportKind::Deleter => accessor("deleter", "delete_"),
        ExportKind::Constructor => "__new__".to_owned(),
        _ => rust_name.to_owned(),
    };
    Export {
        kind,
        python_name: value(&options, "name").map_or(by_rust_name, |name| name.value),
        function: FunctionId(0),
        class,
        attribute_span,
        signature: value(&options, "signature"),
        options,
        docs: item.docs.clone(),
    }
}

fn modules(items: &Items, found: &mut Boundary) {
    let module = |attributes: &[Attribute], path: &str, package, span, name_span, style| {
        let options = options(attributes, &["pymodule", "pyo3"]);
        let named = value(&options, "name");
        Module {
            python_name: named.as_ref().map_or_else(|| last(path).to_owned(), |name| name.value.clone()),
            path: path.to_owned(),
            package,
            span,
            name_span: named.map_or(name_span, |name| name.span),
            style,
            function: None,
            parent: None,
            options,
            items: Vec::new(),
        }
    };
    let is_module = |attributes: &[Attribute]| attributes.iter().any(|one| one.is("pymodule"));
    for id in &items.order {
        let item = &items.functions[id];
        if is_module(&item.attributes) {
            let style = PyModuleStyle::Function;
            let built = module(&item.attributes, &item.path, item.package, item.span, item.name_span, style);
            found.modules.push((built, None, Some(*id)));
        }
    }
    for (at, item) in items.modules.iter().enumerate() {
        if is_module(&item.attributes) {
            let init = items.order.iter().copied().find(|id| {
                let function = &items.functions[id];
                function.attributes.iter().any(|one| one.is("pymodule_init"))
                    && function.path.rsplit_once("::").is_some_and(|(parent, _)| parent == item.path)
            });
            let style = PyModuleStyle::Inline;
            let built = module(&item.attributes, &item.path, item.package, item.span, item.name_span, style);
            found.modules.push((built, Some(at), init));
        }
    }
    found.modules.sort_by_key(|(module, ..)| (module.package, module.span));
    let spans: Vec<_> = found.modules.iter().map(|(module, inline, _)| (module.span, inline.is_some())).collect();
    for (at, (module, ..)) in found.modules.iter_mut().enumerate() {
        let around = spans
            .iter()
            .enumerate()
            .filter(|(other, (span, inline))| *other != at && *inline && span.contains(module.span));
        module.parent = around.min_by_key(|(_, (span, _))| span.end - span.start).map(|(at, _)| ModuleId(at as u32));
    }
}

fn exceptions(items: &Items, found: &mut Boundary) {
    for StructItem { item, from_macro, .. } in &items.structs {
        let Some((name, arguments, span)) = from_macro else { continue };
        if name != "create_exception" {
            continue;
        }
        let inner = arguments.trim_start_matches(['(', '[', '{']).trim_end_matches([')', ']', '}']);
        let mut parts = inner.split(',').map(str::trim);
        let module = parts.next().map(str::to_owned);
        let base = parts.nth(1).unwrap_or_default();
        found.exceptions.push(Exception {
            origin: ExceptionOrigin::Macro,
            python_name: last(&item.path).to_owned(),
            path: item.path.clone(),
            package: item.package,
            span: *span,
            module,
            base: last(base).to_owned(),
            raised_in: Vec::new(),
        });
    }
    for (_, class, _) in &found.classes {
        let Some(base) = class.option("extends").and_then(|option| option.value.as_deref()) else { continue };
        let base = last(base.trim());
        if base.starts_with("Py") && (base.ends_with("Exception") || base.ends_with("Error")) {
            found.exceptions.push(Exception {
                origin: ExceptionOrigin::Class,
                python_name: class.python_name.clone(),
                path: class.path.clone(),
                package: class.package,
                span: class.name_span,
                module: class.option("module").and_then(|option| option.value.clone()),
                base: base.to_owned(),
                raised_in: Vec::new(),
            });
        }
    }
    found.exceptions.sort_by_key(|exception| (exception.package, exception.span));
}

/// Exports, module initialisers, `main`, `drop` of classes, what starts an interpreter or attaches by itself, what turns
/// errors into Python's, and what the users of a library call attached.
fn entries(items: &Items, files: &Files, binding: &[PackageId], found: &mut Boundary) {
    let mut others: Vec<Definition> = found.modules.iter().filter_map(|(.., init)| *init).collect();
    for implementation in &items.implementations {
        let of_class = found.classes.iter().any(|(id, ..)| implementation.self_type == Some(*id));
        if of_class && implementation.of_trait.as_deref() == Some("std::ops::Drop") {
            others.extend(&implementation.functions);
        }
    }
    for id in &items.order {
        let item = &items.functions[id];
        if !binding.contains(&item.package) {
            continue;
        }
        let starts = || {
            let text = &files.get(item.span.file).text;
            let body = text.get(item.span.start as usize..item.span.end as usize).unwrap_or_default();
            STARTS_PYTHON.iter().any(|word| body.contains(word))
        };
        if item.is_main || starts() {
            others.push(*id);
        }
    }
    others.sort();
    others.dedup();
    let exports = found.exports.iter().filter_map(|(id, _)| items.functions.get(id)).map(|item| item.package);
    let with_module: Vec<_> = exports.chain(found.modules.iter().map(|(module, ..)| module.package)).collect();
    for id in &items.order {
        let item = &items.functions[id];
        let of_library = binding.contains(&item.package) && !with_module.contains(&item.package);
        if of_library && item.is_public && item.params.iter().any(|param| param.ty.is_attached_borrow()) {
            found.given_python.push(*id);
        }
    }
    let conversions = items.implementations.iter().filter(|one| one.makes_python_errors && !found.exports.is_empty());
    let conversions = conversions.flat_map(|one| &one.functions);
    found.entries = found
        .exports
        .iter()
        .map(|(id, _)| id)
        .chain(&others)
        .chain(&found.given_python)
        .chain(conversions)
        .copied()
        .collect();
    found.entries.sort();
    found.entries.dedup();
    found.others = others;
}

/// Fills exports, classes, modules and exceptions.
pub(crate) fn fill(parts: &Parts<'_>, numbers: &Numbers, model: &mut Model) {
    let boundary = &parts.boundary;
    let classes: FxHashMap<AdtId, ClassId> =
        boundary.classes.iter().enumerate().map(|(at, (id, ..))| (*id, ClassId(at as u32))).collect();
    for (id, export) in &boundary.exports {
        // A body on which the analysis failed has no function to point to.
        let Some(function) = numbers.function(*id) else { continue };
        model.functions[function.0 as usize].export = Some(ExportId(model.exports.len() as u32));
        model.exports.push(Export { function, ..export.clone() });
    }
    for (_, class, methods) in &boundary.classes {
        let methods = methods.iter().filter_map(|&id| numbers.function(id)).collect();
        model.classes.push(Class { methods, ..class.clone() });
    }
    for StructItem { id, item, .. } in &parts.items.structs {
        let mut item = item.clone();
        item.class = classes.get(id).copied();
        model.structs.push(item);
    }
    model.structs.sort_by_key(|item| (item.package, item.span));
    for (module, _, init) in &boundary.modules {
        let function = init.and_then(|id| numbers.function(id));
        model.modules.push(Module { function, ..module.clone() });
    }
    model.exceptions.clone_from(&boundary.exceptions);
    model.entry_points = boundary.others.iter().filter_map(|&id| numbers.function(id)).collect();
    model.entry_points.sort();
    model.given_python = boundary.given_python.iter().filter_map(|&id| numbers.function(id)).collect();
    model.given_python.sort();
}
