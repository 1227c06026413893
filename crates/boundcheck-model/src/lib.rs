//! The boundary of a `PyO3` project as plain data.
//!
//! [`Model`] is what the engine makes of a project on disk and the only thing a rule sees. It holds no type of
//! any engine, reads no file and prints nothing. Data refers to data by index ([`FunctionId`], [`ExportId`], …):
//! look an index up with the method of the same name on [`Model`].
//!
//! [`Finding`] is what a rule says and the only thing a reporter sees, together with the [`Summary`] and the
//! [`Problem`]s of the run.

mod attachment;
mod besides;
mod boundary;
mod comparison;
mod effect;
mod finding;
mod function;
mod measurement;
mod model;
mod ownership;
mod package;
mod reach;
mod registration;
mod row_place;
mod shared_object;
mod source;
mod stable_abi;
mod summary;
mod trace;
mod types;
mod wheel;

pub use boundary::{
    Attribute, AttributeItem, Class, ClassKind, Exception, ExceptionOrigin, Export, ExportKind, Field, Module,
    Parameter, PyModuleStyle, RegisteredItem, Static, Struct, Variant,
};
pub use comparison::{Cause, Comparison, Difference};
pub use effect::{ClosureRegion, Effect, EffectId, EffectKind};
pub use finding::{Confidence, Finding, Label, Persona, Report, Severity, rule_page};
pub use function::{Argument, Call, CallId, Callee, Function, Guard, Operation, OperationKind, Region};
pub use measurement::{Measurement, Measurements};
pub use model::{ClassId, ExportId, FunctionId, Model, ModuleId, PackageId, StaticId};
pub use package::{
    BuildBackend, Dependency, DependencyKind, IntegrationMode, Package, Pyo3, Pyproject, PythonPackage, Target,
    TargetKind,
};
pub use reach::{Chain, Step, Thread};
pub use row_place::RowPlace;
pub use shared_object::{Import, ModuleFile, ObjectFormat, Relro, SharedObject, Sizes};
pub use source::{FileId, Location, SourceFile, Span, Spanned};
pub use stable_abi::{Distance, StableAbi, StableAbiVerdict};
pub use summary::{DependencyView, ObjectSizes, Problem, ProblemKind, Summary, WheelCounts};
pub use trace::{SpanKind, Trace, TraceMode, TracedExport, TracedKind, TracedProcess, TracedSpan, TracedThread};
pub use types::Type;
pub use wheel::{Flaw, FlawKind, Header, Headers, Member, Record, RecordRow, Wheel, WheelName, cpython};
