//! Bodies as the walk leaves them: calls with the flow of closures and futures, before regions are known.

use boundcheck_model::{Argument, OperationKind, Span, Type};
use ra_ap_hir_def::{FunctionId, StaticId};

/// A body.
#[derive(Debug, Default)]
pub(crate) struct RawBody {
    /// Closures and `async` blocks; the first is the body itself.
    pub(crate) contexts: Vec<Context>,
    pub(crate) calls: Vec<RawCall>,
    pub(crate) operations: Vec<RawOperation>,
    /// For each parameter that may hold a closure or future: its index, `self` counted, and where it goes.
    pub(crate) params: Vec<(u32, Vec<Sink>)>,
}

/// Index in [`RawBody::contexts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct ContextId(pub(crate) u32);

/// The body of the function.
pub(crate) const BODY: ContextId = ContextId(0);

/// A closure or `async` block, or the body.
#[derive(Debug, Clone)]
pub(crate) struct Context {
    /// What encloses it.
    pub(crate) parent: Option<ContextId>,
    /// Where its value goes; empty for the body.
    pub(crate) sinks: Vec<Sink>,
    /// An `async` block, which runs when it is awaited.
    pub(crate) is_async: bool,
}

/// Where a closure or future goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Sink {
    /// Argument of a call, `self` counted: index in [`RawBody::calls`], index of the argument.
    Argument(u32, u32),
    /// Called or awaited in that context.
    Here(ContextId),
    /// Returned, stored, or lost from sight.
    Escapes,
}

/// A call.
#[derive(Debug, Clone)]
pub(crate) struct RawCall {
    pub(crate) target: Target,
    pub(crate) path: String,
    pub(crate) name: String,
    pub(crate) span: Option<Span>,
    pub(crate) name_span: Option<Span>,
    pub(crate) context: ContextId,
    /// Set when the function runs elsewhere than where the call is written.
    pub(crate) deferred: Option<Deferred>,
    pub(crate) receiver: Option<Type>,
    pub(crate) args: Vec<Argument>,
    pub(crate) type_args: Vec<Type>,
    pub(crate) output: Type,
    /// Guards alive: path of the type, call that made it.
    pub(crate) guards: Vec<(String, u32)>,
    pub(crate) from_macro: Option<String>,
}

/// Where a function goes that is only named, or the future that a call makes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Deferred {
    pub(crate) is_future: bool,
    pub(crate) sinks: Vec<Sink>,
}

/// What a call calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// Functions; several when a method of a trait is called and any impl may be meant.
    Functions(Vec<FunctionId>),
    /// A lazy static is forced.
    LazyStatic(StaticId),
    /// A closure, function pointer or field.
    Value,
    /// A struct or variant.
    Constructor,
    /// Nothing was found.
    Unresolved,
}

/// An operation that can panic.
#[derive(Debug, Clone)]
pub(crate) struct RawOperation {
    pub(crate) kind: OperationKind,
    pub(crate) span: Span,
    pub(crate) context: ContextId,
    pub(crate) operand: Type,
    pub(crate) by_literal: bool,
}
