//! The whole.

use std::sync::Arc;

use crate::{
    Class, Effect, EffectId, EffectKind, Exception, Export, FileId, Function, Location, Measurements, Module, Package,
    Pyo3, SourceFile, Span, Static, Struct,
};

/// A project as its boundary with Python sees it. Vectors are sorted by package, file and place, so that two runs on
/// the same sources give equal models.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Model {
    /// Files that the user can edit.
    pub files: Vec<SourceFile>,
    /// Binding crates and the path dependencies they reach.
    pub packages: Vec<Package>,
    /// `#[pymodule]`s.
    pub modules: Vec<Module>,
    /// What Python can call.
    pub exports: Vec<Export>,
    /// `#[pyclass]`es.
    pub classes: Vec<Class>,
    /// Exception types that the project defines.
    pub exceptions: Vec<Exception>,
    /// Structs, enums and unions.
    pub structs: Vec<Struct>,
    /// Statics.
    pub statics: Vec<Static>,
    /// Functions reachable from an entry point.
    pub functions: Vec<Function>,
    /// Functions besides exports where execution can begin: `main`, module initialisers, `Drop` of classes.
    pub entry_points: Vec<FunctionId>,
    /// Public functions, of packages that export nothing themselves, that are given the interpreter or a borrow from it:
    /// whoever calls them is attached.
    pub given_python: Vec<FunctionId>,
    /// The effects table.
    pub effects: Arc<[Effect]>,
    /// What a recorded run says, where one was given.
    pub measured: Option<Measurements>,
}

macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident => $method:ident: $field:ident -> $item:ty;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $id(pub u32);
        )+

        impl Model {
            $(
                /// Looks an index up.
                pub fn $method(&self, id: $id) -> &$item {
                    &self.$field[id.0 as usize]
                }
            )+
        }
    };
}

ids! {
    /// Index in [`Model::packages`].
    PackageId => package: packages -> Package;
    /// Index in [`Model::modules`].
    ModuleId => module: modules -> Module;
    /// Index in [`Model::exports`].
    ExportId => export: exports -> Export;
    /// Index in [`Model::classes`].
    ClassId => class: classes -> Class;
    /// Index in [`Model::functions`].
    FunctionId => function: functions -> Function;
    /// Index in [`Model::statics`].
    StaticId => statik: statics -> Static;
}

impl Model {
    /// Looks an index up.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Looks an index up.
    pub fn effect(&self, id: EffectId) -> &Effect {
        &self.effects[id.0 as usize]
    }

    /// The text of a span.
    pub fn text(&self, span: Span) -> &str {
        self.file(span.file).text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// A span as reports write it.
    pub fn location(&self, span: Span) -> Location {
        let file = self.file(span.file);
        let (line, column) = file.line_column(span.start);
        let (end_line, end_column) = file.line_column(span.end);
        Location { path: file.path.clone(), line, column, end_line, end_column }
    }

    /// Whether the effects table says that the call does `kind`.
    pub fn does(&self, call: &crate::Call, kind: EffectKind) -> bool {
        call.effect.is_some_and(|id| self.effect(id).has(kind))
    }

    /// Exports with their indices.
    pub fn exports_with_id(&self) -> impl Iterator<Item = (ExportId, &Export)> {
        self.exports.iter().enumerate().map(|(at, export)| (ExportId(at as u32), export))
    }

    /// Functions with their indices.
    pub fn functions_with_id(&self) -> impl Iterator<Item = (FunctionId, &Function)> {
        self.functions.iter().enumerate().map(|(at, function)| (FunctionId(at as u32), function))
    }

    /// The package an export belongs to.
    pub fn package_of_export(&self, export: &Export) -> &Package {
        self.package(self.function(export.function).package)
    }

    /// The package that a file belongs to: the one whose manifest it is, else the innermost whose folder holds it. The
    /// manifest of a workspace belongs to its first member.
    pub fn package_of_file(&self, file: FileId) -> Option<&Package> {
        let manifest = |package: &&Package| {
            package.manifest == file || package.pyproject.as_ref().is_some_and(|pyproject| pyproject.file == file)
        };
        let path = &self.file(file).path;
        let holders = self.packages.iter().filter(|package| package.root == "." || path.starts_with(&package.root));
        let workspace = |package: &&Package| package.workspace_manifest == Some(file);
        (self.packages.iter().find(manifest))
            .or_else(|| self.packages.iter().find(workspace))
            .or_else(|| holders.max_by_key(|package| package.root.components().count()))
    }

    /// The `PyO3` that the code at a place is built with: of its package, else the lowest of the project.
    pub fn pyo3_at(&self, span: Span) -> Option<&Pyo3> {
        let own = self.package_of_file(span.file).and_then(|package| package.pyo3.as_ref());
        own.or_else(|| {
            self.packages.iter().filter_map(|package| package.pyo3.as_ref()).min_by_key(|pyo3| &pyo3.version)
        })
    }

    /// The name under which the class holds a method in Python: `__getitem__`. `PyO3` goes by it, not by Rust's.
    pub fn method_name(&self, method: FunctionId) -> &str {
        let function = self.function(method);
        match function.export {
            Some(export) => self.export(export).python_name.rsplit('.').next().unwrap_or_default(),
            None => function.name(),
        }
    }

    /// The method of the class that has that name in Python.
    pub fn method_of(&self, class: &Class, name: &str) -> Option<FunctionId> {
        class.methods.iter().copied().find(|&method| self.method_name(method) == name)
    }

    /// The class of that canonical path.
    pub fn class_of_path(&self, path: &str) -> Option<ClassId> {
        self.classes.iter().position(|class| class.path == path).map(|at| ClassId(at as u32))
    }
}
