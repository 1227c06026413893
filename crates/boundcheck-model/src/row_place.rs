//! Which function of a project a row of a trace is about.

use crate::{
    Class, ClassId, Export, ExportKind, Field, FunctionId, Model, Module, ModuleId, PyModuleStyle, Span, TracedExport,
    TracedKind,
};

/// Where a row of a trace stands in the sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowPlace {
    /// The name of the function, the first where it can be several; of a class or a field, where no function is written.
    pub span: Span,
    /// The function, where it is one for certain.
    pub function: Option<FunctionId>,
    /// The class, where the row is about no single function.
    pub class: Option<ClassId>,
    /// Functions of that class that can have taken the time: those behind one slot, `Drop` where an object goes away.
    pub perhaps: Vec<FunctionId>,
}

impl RowPlace {
    fn of_function(span: Span, function: Option<FunctionId>) -> Self {
        Self { span, function, class: None, perhaps: Vec::new() }
    }
}

/// How well an export, or a class, goes with the name of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Nothing speaks against it.
    May,
    /// The module is the one that Python knows it by.
    Sure,
}

/// The name of a row, taken apart.
struct RowName<'r> {
    /// What stands before the last dot.
    scope: &'r str,
    /// The last part.
    own: &'r str,
    /// What a function can be called that this last part stands for.
    written: Vec<&'r str>,
    /// Whether equal functions share the row: which of them was called is not known, nor whether all are in the project.
    is_shared: bool,
}

impl<'r> RowName<'r> {
    fn of(row: &'r TracedExport) -> Self {
        let unshared = row.export.strip_suffix('+');
        let name = unshared.unwrap_or(&row.export);
        let (scope, own) = name.rsplit_once('.').unwrap_or(("", name));
        Self { scope, own, written: written_as(own), is_shared: unshared.is_some() }
    }

    /// The class, and the module that its type names.
    fn class(&self) -> (&'r str, &'r str) {
        self.scope.rsplit_once('.').unwrap_or(("", self.scope))
    }
}

impl Model {
    /// What a row of a trace is about in this project; `None` when that is nothing, or not certain.
    ///
    /// The library must be called as a module of the project, and the row as an export of that module's package or of
    /// one that the package depends on. Of several of one name, the module that Python knows them by decides.
    pub fn place_of(&self, row: &TracedExport) -> Option<RowPlace> {
        let name = RowName::of(row);
        if name.is_shared {
            return None;
        }
        if row.kind == TracedKind::ModuleExec {
            let [module] = self.modules_of(row)[..] else { return None };
            let module = self.module(module);
            return Some(RowPlace::of_function(module.name_span, module.function));
        }
        if row.kind == TracedKind::Dealloc {
            return self.class_called(&name, row).map(|class| self.deallocation_of(class));
        }
        let exports: Vec<(Fit, &Export)> = self.exports_called(&name, row).collect();
        let best = exports.iter().map(|(fit, _)| *fit).max();
        let best: Vec<&Export> =
            exports.into_iter().filter(|(fit, _)| Some(*fit) == best).map(|(_, export)| export).collect();
        match best[..] {
            [] if matches!(row.kind, TracedKind::Getter | TracedKind::Setter) => self.field_of(&name, row),
            [] => None,
            [one] => Some(RowPlace::of_function(self.function(one.function).name_span, Some(one.function))),
            // Several functions behind one slot of a class, as `__eq__` and `__lt__`.
            [first, ..] => {
                let class = first.class.filter(|_| best.iter().all(|other| other.class == first.class))?;
                let perhaps = best.iter().map(|export| export.function).collect();
                Some(RowPlace {
                    span: self.function(first.function).name_span,
                    function: None,
                    class: Some(class),
                    perhaps,
                })
            }
        }
    }

    /// The functions that a row can be about, where [`place_of`](Self::place_of) does not tell.
    pub fn functions_perhaps_called(&self, row: &TracedExport) -> Vec<FunctionId> {
        let name = RowName::of(row);
        let exports = self.exports.iter().filter(|export| self.is_called(&name, row, export));
        let in_class = |export: &&Export| name.is_shared || self.fit(&name, row, export).is_some();
        exports.filter(in_class).map(|export| export.function).collect()
    }

    /// Modules of the project that the row's library can be.
    pub fn modules_of(&self, row: &TracedExport) -> Vec<ModuleId> {
        let outermost = row.export.split('.').next().unwrap_or_default();
        let can_be = |module: &Module| {
            let package = self.python_package_of(module);
            module.parent.is_none()
                && module.python_name == row.stem()
                && package.is_none_or(|package| package == outermost || outermost == row.stem())
        };
        let modules = self.modules.iter().enumerate().filter(|(_, module)| can_be(module));
        modules.map(|(at, _)| ModuleId(at as u32)).collect()
    }

    /// The Python package that a module is installed into, where `pyproject.toml` says it.
    pub(crate) fn python_package_of(&self, module: &Module) -> Option<&str> {
        let name = self.package(module.package).pyproject.as_ref()?.module_name.as_ref()?;
        name.value.split('.').next()
    }

    /// Exports that the row can be about.
    fn exports_called<'m>(&'m self, name: &RowName<'_>, row: &TracedExport) -> impl Iterator<Item = (Fit, &'m Export)> {
        let called = self.exports.iter().filter(|export| self.is_called(name, row, export));
        called.filter_map(|export| Some((self.fit(name, row, export)?, export)))
    }

    /// Whether the last part of a row's name, and its library, go with an export.
    fn is_called(&self, name: &RowName<'_>, row: &TracedExport, export: &Export) -> bool {
        let last = export.python_name.rsplit('.').next().unwrap_or_default();
        let package = self.function(export.function).package;
        name.written.contains(&last)
            && fits(row.kind, export)
            && self.modules_of(row).iter().any(|module| self.reaches(self.module(*module).package, package))
    }

    /// Whether the rest of a row's name goes with an export.
    fn fit(&self, name: &RowName<'_>, row: &TracedExport, export: &Export) -> Option<Fit> {
        if let Some(class) = export.class {
            return self.fit_of_class(name, row, self.class(class));
        }
        let function = self.function(export.function);
        if row.kind == TracedKind::Function {
            let last = name.scope.rsplit('.').next().unwrap_or_default();
            let mut registered = self.modules.iter().filter(|module| module.python_name == last);
            let is_registered =
                registered.any(|module| module.items.iter().any(|item| item.path.as_ref() == Some(&function.path)));
            return Some(if is_registered { Fit::Sure } else { Fit::May });
        }
        // A method of a class that a macro defines, under a name that only the macro knows.
        let of = function.self_type.as_deref()?.rsplit("::").next();
        (of == Some(name.class().1)).then_some(Fit::May)
    }

    /// Whether a class is the one that the row names.
    fn fit_of_class(&self, name: &RowName<'_>, row: &TracedExport, class: &Class) -> Option<Fit> {
        let (scope, own) = name.class();
        if own != class.python_name {
            return None;
        }
        match self.module_name_of(class) {
            Some(module) => (scope == module).then_some(Fit::Sure),
            // Then the recorder names the module of the library, as far as it knows it.
            None if scope.is_empty() => Some(Fit::May),
            None => (scope.rsplit('.').next() == Some(row.stem())).then_some(Fit::Sure),
        }
    }

    /// The module that the type of a class names; `None` when it names none.
    /// <https://pyo3.rs/latest/class.html#customizing-the-class>
    fn module_name_of(&self, class: &Class) -> Option<String> {
        if let Some(module) = class.option("module") {
            return module.value.clone();
        }
        let parent = class.path.rsplit_once("::")?.0;
        let module =
            self.modules.iter().find(|module| module.path == parent && module.style == PyModuleStyle::Inline)?;
        let pyo3 = self.package(class.package).pyo3.as_ref()?;
        pyo3.at_least(22).then(|| self.full_name_of(module))
    }

    /// The name of an inline module, with those that it is written in.
    fn full_name_of(&self, module: &Module) -> String {
        let own = &module.python_name;
        if let Some(before) = module.options.iter().find(|option| option.name == "module") {
            return format!("{}.{own}", before.value.as_deref().unwrap_or_default());
        }
        let around = module.path.rsplit_once("::").map(|(parent, _)| parent);
        let mut inline = self.modules.iter().filter(|other| other.style == PyModuleStyle::Inline);
        match inline.find(|other| Some(other.path.as_str()) == around) {
            Some(parent) => format!("{}.{own}", self.full_name_of(parent)),
            None => own.clone(),
        }
    }

    /// The one class that a row is about.
    fn class_called(&self, name: &RowName<'_>, row: &TracedExport) -> Option<ClassId> {
        let modules = self.modules_of(row);
        let is_reached = |class: &Class| modules.iter().any(|id| self.reaches(self.module(*id).package, class.package));
        let found = self.classes.iter().enumerate().filter(|(_, class)| is_reached(class));
        let found: Vec<(Fit, ClassId)> =
            found.filter_map(|(at, class)| Some((self.fit_of_class(name, row, class)?, ClassId(at as u32)))).collect();
        let best = found.iter().map(|(fit, _)| *fit).max()?;
        let mut best = found.into_iter().filter(|(fit, _)| *fit == best);
        let one = best.next()?.1;
        best.next().is_none().then_some(one)
    }

    /// The class whose object goes away: its `Drop` is run, and then its fields are dropped.
    fn deallocation_of(&self, class: ClassId) -> RowPlace {
        let path = &self.class(class).path;
        let drops = self.functions_with_id().filter(|(_, function)| {
            function.self_type.as_ref() == Some(path) && function.of_trait.as_deref() == Some("std::ops::Drop")
        });
        let perhaps = drops.map(|(id, _)| id).collect();
        RowPlace { span: self.class(class).name_span, function: None, class: Some(class), perhaps }
    }

    /// The field that a getter or setter is made for.
    fn field_of(&self, name: &RowName<'_>, row: &TracedExport) -> Option<RowPlace> {
        let option = if row.kind == TracedKind::Getter { "get" } else { "set" };
        let id = self.class_called(name, row)?;
        let class = self.class(id);
        let is_exposed = |field: &Field| field.has(option) || class.option(&format!("{option}_all")).is_some();
        let field = class.fields.iter().find(|field| field.name == name.own && is_exposed(field))?;
        Some(RowPlace { span: field.span, function: None, class: Some(id), perhaps: Vec::new() })
    }
}

/// Whether an export can be called in that way.
fn fits(kind: TracedKind, export: &Export) -> bool {
    match export.kind {
        ExportKind::Function => kind == TracedKind::Function,
        ExportKind::Method | ExportKind::StaticMethod | ExportKind::ClassMethod => kind == TracedKind::Method,
        ExportKind::Getter => kind == TracedKind::Getter,
        ExportKind::Setter | ExportKind::Deleter => kind == TracedKind::Setter,
        ExportKind::Constructor => kind == TracedKind::Constructor,
        ExportKind::Slot => matches!(kind, TracedKind::Slot | TracedKind::Constructor | TracedKind::Method),
        ExportKind::ClassAttribute => false,
    }
}

/// What the functions behind a slot can be called in a class, by the name that a trace has for the slot: several of
/// Python's methods share one. <https://docs.python.org/3/c-api/typeobj.html#quick-reference>
fn written_as(slot: &str) -> Vec<&str> {
    match slot {
        "__richcmp__" => {
            vec!["__richcmp__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"]
        }
        "__setitem__" => vec!["__setitem__", "__delitem__"],
        "__getattribute__" => vec!["__getattribute__", "__getattr__"],
        "__setattr__" => vec!["__setattr__", "__delattr__"],
        "__set__" => vec!["__set__", "__delete__"],
        "__buffer__" => vec!["__buffer__", "__getbuffer__"],
        "__release_buffer__" => vec!["__release_buffer__", "__releasebuffer__"],
        "__add__" => vec!["__add__", "__radd__", "__concat__"],
        "__iadd__" => vec!["__iadd__", "__inplace_concat__"],
        "__mul__" => vec!["__mul__", "__rmul__", "__repeat__"],
        "__imul__" => vec!["__imul__", "__inplace_repeat__"],
        "__sub__" => vec!["__sub__", "__rsub__"],
        "__matmul__" => vec!["__matmul__", "__rmatmul__"],
        "__truediv__" => vec!["__truediv__", "__rtruediv__"],
        "__floordiv__" => vec!["__floordiv__", "__rfloordiv__"],
        "__mod__" => vec!["__mod__", "__rmod__"],
        "__divmod__" => vec!["__divmod__", "__rdivmod__"],
        "__pow__" => vec!["__pow__", "__rpow__"],
        "__and__" => vec!["__and__", "__rand__"],
        "__or__" => vec!["__or__", "__ror__"],
        "__xor__" => vec!["__xor__", "__rxor__"],
        "__lshift__" => vec!["__lshift__", "__rlshift__"],
        "__rshift__" => vec!["__rshift__", "__rrshift__"],
        other => vec![other],
    }
}
