//! Functions, the calls they make, and the region each call is made in.

use crate::{EffectId, ExportId, FunctionId, PackageId, Span, Type};

/// A function of the project with a body that the engine looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Function {
    /// Canonical path: `crate::module::Type::method`.
    pub path: String,
    /// The package it belongs to.
    pub package: PackageId,
    /// The whole item.
    pub span: Span,
    /// Its name.
    pub name_span: Span,
    /// The export it is, when Python can call it.
    pub export: Option<ExportId>,
    /// `async fn`.
    pub is_async: bool,
    /// Parameters, `self` included.
    pub params: Vec<crate::Parameter>,
    /// Return type; of an `async fn` the type it resolves to.
    pub output: Type,
    /// Attributes as written.
    pub attributes: Vec<crate::Attribute>,
    /// Canonical path of the trait when this is a method of a trait or of an impl of one.
    pub of_trait: Option<String>,
    /// Canonical path of the type whose impl this is in.
    pub self_type: Option<String>,
    /// Calls in the body, in evaluation order; those in closures and macro expansions included.
    pub calls: Vec<Call>,
    /// Operations that are not calls but matter to a rule, in evaluation order.
    pub operations: Vec<Operation>,
}

impl Function {
    /// The call of that index.
    pub fn call(&self, id: CallId) -> &Call {
        &self.calls[id.0 as usize]
    }

    /// Last segment of the path.
    pub fn name(&self) -> &str {
        self.path.rsplit("::").next().unwrap_or(&self.path)
    }

    /// The first parameter that proves attachment and can detach: `Python`, `Bound`, `PyRef`, `&Bound`.
    pub fn token_param(&self) -> Option<&crate::Parameter> {
        self.params.iter().find(|param| {
            matches!(
                param.ty.peeled().path(),
                Some("pyo3::Python" | "pyo3::Bound" | "pyo3::Borrowed" | "pyo3::PyRef" | "pyo3::PyRefMut")
            )
        })
    }
}

/// Index of a call within its function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CallId(pub u32);

/// One call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// What is called.
    pub callee: Callee,
    /// Canonical path of the callee: `std::sync::Mutex::lock`; a method of a trait has the trait in it. Empty when
    /// unresolved.
    pub path: String,
    /// Name as written: method, or last segment of the path.
    pub name: String,
    /// The whole call expression.
    pub span: Span,
    /// The name in it.
    pub name_span: Span,
    /// Where the call is made, relative to the function.
    pub region: Region,
    /// Type of the receiver of a method call, before auto-deref.
    pub receiver: Option<Type>,
    /// The arguments, without the receiver.
    pub args: Vec<Argument>,
    /// Type arguments of the callee itself, inferred or written: `T` of `extract::<T>`.
    pub type_args: Vec<Type>,
    /// Type of the whole expression.
    pub output: Type,
    /// Lock and borrow guards alive at the call, taken in the same function.
    pub guards: Vec<Guard>,
    /// Row of the effects table that describes the callee.
    pub effect: Option<EffectId>,
    /// Innermost macro whose expansion holds the call: `panic`, `println`.
    pub from_macro: Option<String>,
    /// The call to which the closure or `async` block around this call was given.
    pub inside: Option<CallId>,
}

impl Call {
    /// Whether the callee has a definition that the engine knows.
    pub fn is_resolved(&self) -> bool {
        !matches!(self.callee, Callee::Unresolved)
    }
}

/// What a call calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Callee {
    /// Functions of the project with bodies in the model; several when a trait's method is called and any impl may be
    /// meant. Calling an `async fn` is a call where its future is awaited, not where it is made.
    Local(Vec<FunctionId>),
    /// The initialiser of a lazy static is forced.
    LazyStatic(crate::StaticId),
    /// A function of a dependency or of the standard library, or one without a body.
    External,
    /// A value: closure, function pointer, field.
    Value,
    /// A struct or variant constructor.
    Constructor,
    /// The engine found no definition.
    Unresolved,
}

/// An argument of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// Where it is written.
    pub span: Span,
    /// Its type.
    pub ty: Type,
    /// The text of a literal argument, without quotes.
    pub literal: Option<String>,
}

/// Where code of a function runs, relative to where the function was called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Region {
    /// As the caller of the function: attached if it is attached.
    Inherited,
    /// Attached, by `Python::attach` or a wrapper of it, on the thread of the caller.
    Attached,
    /// Detached, by `Python::detach` or a wrapper of it, on the thread of the caller.
    Detached,
    /// On another thread that is not attached.
    OtherThread,
    /// Attached on another thread.
    OtherThreadAttached,
    /// In a closure or future whose time and thread are not known.
    Unknown,
}

/// A lock or borrow guard that is alive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guard {
    /// Canonical path of its type: `std::sync::MutexGuard`, `pyo3::PyRefMut`.
    pub path: String,
    /// The call that made it.
    pub taken_by: CallId,
}

/// An operation that can panic although it is no call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Which.
    pub kind: OperationKind,
    /// The whole expression.
    pub span: Span,
    /// Where it happens, relative to the function.
    pub region: Region,
    /// Type of the value that is indexed or divided.
    pub operand: Type,
    /// Whether the index is a literal, or the divisor one other than zero.
    pub by_literal: bool,
}

/// Kinds of [`Operation`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OperationKind {
    /// `values[index]`
    Index,
    /// `values[from..to]`
    Slice,
    /// Integer `a / b` or `a % b`.
    Divide,
}
