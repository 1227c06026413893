//! What a recorded run says about the functions of a project.

use std::collections::BTreeMap;

use crate::{Export, ExportKind, FunctionId, Model, Module, PackageId, Span, Trace, TracedExport, TracedKind};

/// A recorded run, as far as it is about one project.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measurements {
    /// What was measured of each function that was called, by the function that Python calls.
    pub functions: BTreeMap<FunctionId, Measurement>,
    /// Rows of the run that are about this project.
    pub rows: usize,
}

/// What was measured of a function. Times are nanoseconds; what each means is said at [`TracedExport`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measurement {
    /// As Python names it.
    pub export: String,
    /// What kind of a thing was called.
    pub kind: TracedKind,
    /// How often it was called.
    pub calls: u64,
    /// Its own work, attached.
    pub own_attached_ns: u64,
    /// The longest stretch in a call for which nobody else could have the interpreter.
    pub longest_hold_ns: u64,
    /// The longest stretch of its own code, attached.
    pub longest_own_ns: u64,
    /// Waiting of other threads while its own code held the interpreter, each thread counted.
    pub blocked_thread_ns: u64,
}

impl Measurements {
    /// The rows of a run that are about functions of a project.
    pub fn of(model: &Model, trace: &Trace) -> Self {
        let mut measurements = Self::default();
        for row in &trace.exports {
            let Some(place) = model.place_of(row) else { continue };
            measurements.rows += 1;
            let Some(function) = place.function else { continue };
            let known = measurements.functions.entry(function).or_default();
            known.export.clone_from(&row.export);
            known.kind = row.kind;
            known.calls += row.calls;
            known.own_attached_ns += row.own_attached_ns;
            known.longest_hold_ns = known.longest_hold_ns.max(row.longest_hold_ns);
            known.longest_own_ns = known.longest_own_ns.max(row.longest_own_ns);
            known.blocked_thread_ns += row.blocked_thread_ns;
        }
        measurements
    }
}

/// Where a row of a trace stands in the sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowPlace {
    /// The name of the function; of a class or a field, where no function is written.
    pub span: Span,
    /// The function, where one is written.
    pub function: Option<FunctionId>,
}

impl Model {
    /// What a row of a trace is about in this project; `None` when that is nothing, or not certain.
    ///
    /// The library must be called as a module of the project, and the row as an export of that module's package or of
    /// one that the package depends on.
    pub fn place_of(&self, row: &TracedExport) -> Option<RowPlace> {
        let name = row.export.strip_suffix('+').unwrap_or(&row.export);
        let mut places: Vec<RowPlace> =
            self.modules_of(row).flat_map(|module| self.places_in(module, name, row.kind)).collect();
        places.sort_by_key(|place| (place.span, place.function));
        places.dedup();
        // Several functions behind one slot, as `__eq__` and `__lt__`: the first stands for all of them.
        let is_one = places.len() == 1 || matches!(row.kind, TracedKind::Slot | TracedKind::Setter);
        places.first().copied().filter(|_| is_one)
    }

    /// Modules of the project that the row's library can be.
    fn modules_of<'m>(&'m self, row: &'m TracedExport) -> impl Iterator<Item = &'m Module> {
        let stem = row.library.split('.').next().unwrap_or_default();
        let outermost = row.export.split('.').next().unwrap_or_default();
        self.modules.iter().filter(move |module| {
            let known = self.package(module.package).pyproject.as_ref().and_then(|pyproject| {
                let name = pyproject.module_name.as_ref()?;
                Some(name.value.split('.').next().unwrap_or_default())
            });
            module.parent.is_none()
                && module.python_name == stem
                && known.is_none_or(|package| package == outermost || outermost == stem)
        })
    }

    fn places_in(&self, module: &Module, name: &str, kind: TracedKind) -> Vec<RowPlace> {
        if kind == TracedKind::ModuleExec {
            return vec![RowPlace { span: module.name_span, function: module.function }];
        }
        let (scope, own) = name.rsplit_once('.').unwrap_or(("", name));
        let class_name = scope.rsplit('.').next().unwrap_or_default();
        let is_reached = |package: PackageId| self.reaches(module.package, package);
        if kind == TracedKind::Dealloc {
            return self.deallocation_of(class_name, is_reached);
        }
        let written = written_as(own);
        let exports = self.exports.iter().filter(|export| {
            let (class, last) = export.python_name.rsplit_once('.').unwrap_or(("", &export.python_name));
            (class.is_empty() == (export.class.is_none()))
                && (export.class.is_none() || class == class_name)
                && written.contains(&last)
                && fits(kind, export)
                && is_reached(self.function(export.function).package)
        });
        let mut places: Vec<RowPlace> = exports
            .map(|export| RowPlace { span: self.function(export.function).name_span, function: Some(export.function) })
            .collect();
        if places.is_empty() && matches!(kind, TracedKind::Getter | TracedKind::Setter) {
            let option = if kind == TracedKind::Getter { "get" } else { "set" };
            let classes =
                self.classes.iter().filter(|class| class.python_name == class_name && is_reached(class.package));
            let is_exposed = |class: &crate::Class, field: &crate::Field| {
                field.has(option) || class.option(&format!("{option}_all")).is_some()
            };
            places = classes
                .flat_map(|class| class.fields.iter().map(move |field| (class, field)))
                .filter(|(class, field)| field.name == own && is_exposed(class, field))
                .map(|(_, field)| RowPlace { span: field.span, function: None })
                .collect();
        }
        places
    }

    /// The `Drop` of a class, else the class itself: its fields are dropped.
    fn deallocation_of(&self, name: &str, is_reached: impl Fn(PackageId) -> bool) -> Vec<RowPlace> {
        let classes = self.classes.iter().filter(|class| class.python_name == name && is_reached(class.package));
        classes
            .map(|class| {
                let drop = self.functions_with_id().find(|(_, function)| {
                    function.self_type.as_deref() == Some(&class.path)
                        && function.of_trait.as_deref() == Some("std::ops::Drop")
                });
                match drop {
                    Some((id, function)) => RowPlace { span: function.name_span, function: Some(id) },
                    None => RowPlace { span: class.name_span, function: None },
                }
            })
            .collect()
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
