//! What Python sees: modules, exports, classes, exceptions; and what Rust keeps: structs, statics.

use crate::{ClassId, FunctionId, ModuleId, PackageId, Span, Spanned, Type};

/// A `#[pymodule]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Module {
    /// Name that Python imports: `#[pyo3(name = "…")]`, or the Rust name.
    pub python_name: String,
    /// Canonical path of the Rust item.
    pub path: String,
    /// The package it belongs to.
    pub package: PackageId,
    /// The whole item.
    pub span: Span,
    /// The name as written in Rust, or the value of `name = "…"`.
    pub name_span: Span,
    /// Function or inline module.
    pub style: PyModuleStyle,
    /// The function whose body fills it, for the function style or `#[pymodule_init]`.
    pub function: Option<FunctionId>,
    /// The module it is declared in or added to, if it is a submodule.
    pub parent: Option<ModuleId>,
    /// Options in `#[pymodule(…)]` and `#[pyo3(…)]`.
    pub options: Vec<AttributeItem>,
    /// What it registers.
    pub items: Vec<RegisteredItem>,
}

/// How a `#[pymodule]` is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PyModuleStyle {
    /// `#[pymodule] fn name(m: …)`.
    Function,
    /// `#[pymodule] mod name { … }`, from `PyO3` 0.22.
    Inline,
}

/// One registration in a module: `add_class::<T>()`, `add_function(wrap_pyfunction!(f, m)?)`, `add("E", …)`,
/// `#[pymodule_export] use …`, or an item inside an inline module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredItem {
    /// Canonical Rust path of what is registered, where it is known.
    pub path: Option<String>,
    /// Name given to Python where it is written: the literal of `add("Name", …)`.
    pub python_name: Option<String>,
    /// Where it is registered.
    pub span: Span,
}

/// Something that Python can call or get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// What it is.
    pub kind: ExportKind,
    /// Python name without the module: `f`, `Class.method`.
    pub python_name: String,
    /// The Rust function; its path, parameters, span and calls are there.
    pub function: FunctionId,
    /// The class it belongs to.
    pub class: Option<ClassId>,
    /// The attribute that exports it: `#[pyfunction]`, or the `#[pymethods]` of its impl.
    pub attribute_span: Span,
    /// Options of `#[pyfunction(…)]`, `#[pyo3(…)]`, `#[getter(…)]` and the like on the item.
    pub options: Vec<AttributeItem>,
    /// The value of `signature = (…)`, as written.
    pub signature: Option<Spanned<String>>,
    /// Documentation, lines joined with `\n`; empty when there is none.
    pub docs: String,
}

/// Kinds of [`Export`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExportKind {
    /// `#[pyfunction]` or `#[pyfn]`.
    Function,
    /// A method, with `self`.
    Method,
    /// `#[staticmethod]`.
    StaticMethod,
    /// `#[classmethod]`.
    ClassMethod,
    /// `#[getter]`.
    Getter,
    /// `#[setter]`.
    Setter,
    /// `#[deleter]`.
    Deleter,
    /// `#[classattr]`.
    ClassAttribute,
    /// `#[new]`.
    Constructor,
    /// A method that Python calls through a type slot: `__len__`, `__traverse__`.
    Slot,
}

/// A parameter of a function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// Name; `self` for a receiver, empty for a pattern.
    pub name: String,
    /// Its type; of a receiver the whole type, `&Self` resolved.
    pub ty: Type,
    /// The type as written; `&self` for a receiver.
    pub text: String,
    /// The whole parameter.
    pub span: Span,
}

impl Parameter {
    /// Whether this is the receiver of a method that borrows its object exclusively: `&mut self`, `slf: PyRefMut<Self>`.
    pub fn is_exclusive_receiver(&self) -> bool {
        match &self.ty {
            Type::Ref { mutable, .. } => *mutable && self.name == "self",
            other => other.is("pyo3::PyRefMut"),
        }
    }
}

/// A `#[pyclass]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// Struct, enum without data, or enum with data.
    pub kind: ClassKind,
    /// Name in Python.
    pub python_name: String,
    /// Canonical Rust path.
    pub path: String,
    /// The package it belongs to.
    pub package: PackageId,
    /// The whole item.
    pub span: Span,
    /// Its name.
    pub name_span: Span,
    /// The `#[pyclass]` attribute.
    pub attribute_span: Span,
    /// Options in `#[pyclass(…)]` and `#[pyo3(…)]` on the type.
    pub options: Vec<AttributeItem>,
    /// Fields; of an enum those of all its variants.
    pub fields: Vec<Field>,
    /// Functions of its `#[pymethods]`.
    pub methods: Vec<FunctionId>,
    /// Documentation.
    pub docs: String,
}

impl Class {
    /// The option of that name: `frozen`, `module`, `extends`.
    pub fn option(&self, name: &str) -> Option<&AttributeItem> {
        self.options.iter().find(|option| option.name == name)
    }
}

/// Kinds of [`Class`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClassKind {
    /// A struct.
    Struct,
    /// An enum whose variants carry no data.
    Enum,
    /// An enum with data.
    ComplexEnum,
}

/// A field of a struct, or of a variant of an enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Name; the index for a tuple field.
    pub name: String,
    /// Resolved type.
    pub ty: Type,
    /// Type as written.
    pub text: String,
    /// The whole field.
    pub span: Span,
    /// The type in it.
    pub ty_span: Span,
    /// Options in `#[pyo3(…)]` on the field: `get`, `set`, `name`.
    pub options: Vec<AttributeItem>,
}

impl Field {
    /// Whether the field carries that option.
    pub fn has(&self, name: &str) -> bool {
        self.options.iter().any(|option| option.name == name)
    }
}

/// A struct, enum or union of the project, exported or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Struct {
    /// Canonical path.
    pub path: String,
    /// The package it belongs to.
    pub package: PackageId,
    /// The whole item.
    pub span: Span,
    /// Its name.
    pub name_span: Span,
    /// Lifetime parameters: `'py`.
    pub lifetimes: Vec<String>,
    /// Fields of a struct or union; empty for an enum.
    pub fields: Vec<Field>,
    /// Variants of an enum, in order.
    pub variants: Vec<Variant>,
    /// Attributes as written.
    pub attributes: Vec<Attribute>,
    /// The class it is.
    pub class: Option<ClassId>,
}

/// A variant of an enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Name.
    pub name: String,
    /// The whole variant.
    pub span: Span,
    /// Its fields.
    pub fields: Vec<Field>,
    /// Attributes as written.
    pub attributes: Vec<Attribute>,
}

/// A `static`, a `thread_local!` or a `lazy_static!` of the project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Static {
    /// Canonical path.
    pub path: String,
    /// The package it belongs to.
    pub package: PackageId,
    /// The whole item.
    pub span: Span,
    /// Its name.
    pub name_span: Span,
    /// Resolved type.
    pub ty: Type,
    /// `static mut`.
    pub mutable: bool,
    /// The initialiser as a function of its own; calls in the closure given to `LazyLock::new` included.
    pub initializer: Option<FunctionId>,
}

/// An exception type that the project defines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// How it is defined.
    pub origin: ExceptionOrigin,
    /// Name in Python.
    pub python_name: String,
    /// Canonical Rust path.
    pub path: String,
    /// The package it belongs to.
    pub package: PackageId,
    /// The definition.
    pub span: Span,
    /// The first argument of `create_exception!`.
    pub module: Option<String>,
    /// Its base, as written: `PyException`.
    pub base: String,
    /// Paths of the Rust functions that raise it: `E::new_err(…)`, `PyErr::new::<E, _>(…)`.
    pub raised_in: Vec<(FunctionId, Span)>,
}

/// How an [`Exception`] is defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExceptionOrigin {
    /// `create_exception!`
    Macro,
    /// `#[pyclass(extends = PyException)]`
    Class,
}

/// An attribute as written, `cfg_attr` resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Its path: `pyclass`, `derive`, `pyo3::pyfunction`.
    pub path: String,
    /// What is in its parentheses, one item for each comma.
    pub items: Vec<AttributeItem>,
    /// The whole attribute.
    pub span: Span,
}

impl Attribute {
    /// Whether the last segment of its path is `name`.
    pub fn is(&self, name: &str) -> bool {
        self.path.rsplit("::").next() == Some(name)
    }
}

/// One item in the parentheses of an attribute: `frozen`, `name = "x"`, `signature = (a, b)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributeItem {
    /// Name before `=` or `(`.
    pub name: String,
    /// What follows, as written; a string without its quotes.
    pub value: Option<String>,
    /// The whole item.
    pub span: Span,
}
