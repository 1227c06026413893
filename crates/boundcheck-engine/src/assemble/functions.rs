//! Functions, statics and their calls.

use boundcheck_model::{
    Call, CallId, Callee, EffectId, Function, FunctionId, Guard, Model, Operation, PackageId, Region, Span, Static,
    StaticId,
};
use ra_ap_hir_def::DefWithBodyId;
use ra_ap_hir_def::FunctionId as Definition;
use rustc_hash::FxHashMap;

use super::Parts;
use super::regions::Regions;
use crate::lower::items::{self, FunctionItem};
use crate::lower::raw::{ContextId, RawBody, RawCall, Sink, Target};
use crate::lower::{names, signature};

/// The numbers that functions and statics have in the model.
pub(crate) struct Numbers {
    functions: FxHashMap<DefWithBodyId, FunctionId>,
    statics: FxHashMap<ra_ap_hir_def::StaticId, StaticId>,
    order: Vec<DefWithBodyId>,
    /// Functions nested in bodies, which are no items of a module.
    nested: FxHashMap<Definition, FunctionItem>,
}

impl Numbers {
    /// Numbers everything that was explored, by package and place.
    pub(crate) fn new(parts: &Parts<'_>) -> Self {
        let mut nested = FxHashMap::default();
        let mut placed: Vec<(PackageId, Span, String, DefWithBodyId)> = Vec::new();
        for &owner in parts.explored.bodies.keys() {
            let item = match owner {
                DefWithBodyId::FunctionId(id) => match parts.items.functions.get(&id) {
                    Some(item) => Some((item.package, item.span, item.path.clone())),
                    None => items::nested(parts.db, parts.files, id, parts.items).map(|item| {
                        let key = (item.package, item.span, item.path.clone());
                        nested.insert(id, item);
                        key
                    }),
                },
                DefWithBodyId::StaticId(id) => {
                    let item = parts.items.statics.iter().find(|item| item.id == id);
                    item.map(|item| (item.package, item.span, names::of_static(parts.db, id)))
                }
                _ => None,
            };
            if let Some((package, span, path)) = item {
                placed.push((package, span, path, owner));
            }
        }
        placed.sort();
        let order: Vec<_> = placed.into_iter().map(|(.., owner)| owner).collect();
        let functions = order.iter().enumerate().map(|(at, &owner)| (owner, FunctionId(at as u32))).collect();
        let statics = parts.items.statics.iter().enumerate().map(|(at, item)| (item.id, StaticId(at as u32))).collect();
        Self { functions, statics, order, nested }
    }

    /// The number of a function.
    pub(crate) fn function(&self, id: Definition) -> Option<FunctionId> {
        self.functions.get(&DefWithBodyId::FunctionId(id)).copied()
    }

    fn item<'a>(&'a self, parts: &Parts<'a>, id: Definition) -> Option<&'a FunctionItem> {
        parts.items.functions.get(&id).or_else(|| self.nested.get(&id))
    }
}

/// Fills functions and statics.
pub(crate) fn fill(parts: &Parts<'_>, numbers: &Numbers, model: &mut Model) {
    let bodies = &parts.explored.bodies;
    let closure_of = |call: &RawCall| effect_of(parts, call).and_then(|id| parts.effects.row(id).closure);
    let may_keep = |id, index| signature::may_keep(parts.db, id, index);
    let regions = Regions::infer(bodies, &closure_of, &may_keep);
    model.statics = parts
        .items
        .statics
        .iter()
        .map(|item| Static {
            path: names::of_static(parts.db, item.id),
            package: item.package,
            span: item.span,
            name_span: item.name_span,
            ty: items::static_type(parts.db, item.id),
            mutable: ra_ap_hir::Static::from(item.id).is_mut(parts.db),
            initializer: numbers.functions.get(&DefWithBodyId::StaticId(item.id)).copied(),
        })
        .collect();
    for &owner in &numbers.order {
        let body = &bodies[&owner];
        let function = match owner {
            DefWithBodyId::FunctionId(id) => declared(parts, numbers, id),
            DefWithBodyId::StaticId(id) => numbers.statics.get(&id).map(|id| initializer(model.statik(*id))),
            _ => None,
        };
        if let Some(function) = function {
            model.functions.push(with_body(parts, numbers, &regions, owner, body, function));
        }
    }
}

fn declared(parts: &Parts<'_>, numbers: &Numbers, id: Definition) -> Option<Function> {
    let item = numbers.item(parts, id)?;
    let container = names::container(parts.db, id);
    Some(Function {
        path: item.path.clone(),
        package: item.package,
        span: item.span,
        name_span: item.name_span,
        export: None,
        is_async: ra_ap_hir::Function::from(id).is_async(parts.db),
        params: item.params.clone(),
        output: signature::output(parts.db, id),
        attributes: item.attributes.clone(),
        of_trait: container.of_trait,
        self_type: container.self_type,
        calls: Vec::new(),
        operations: Vec::new(),
    })
}

/// The initialiser of a static as a function of its own.
fn initializer(item: &Static) -> Function {
    Function {
        path: item.path.clone(),
        package: item.package,
        span: item.span,
        name_span: item.name_span,
        export: None,
        is_async: false,
        params: Vec::new(),
        output: item.ty.clone(),
        attributes: Vec::new(),
        of_trait: None,
        self_type: None,
        calls: Vec::new(),
        operations: Vec::new(),
    }
}

fn with_body(
    parts: &Parts<'_>,
    numbers: &Numbers,
    regions: &Regions<'_>,
    owner: DefWithBodyId,
    body: &RawBody,
    mut function: Function,
) -> Function {
    let contexts = regions.of_contexts(owner, body);
    let region = |id: ContextId| contexts[id.0 as usize];
    for call in &body.calls {
        let here = match &call.deferred {
            Some(deferred) => regions.of_deferred(owner, body, deferred),
            None => region(call.context),
        };
        function.calls.push(lowered(parts, numbers, body, call, here, function.span));
    }
    function.operations = body
        .operations
        .iter()
        .map(|operation| Operation {
            kind: operation.kind,
            span: operation.span,
            region: region(operation.context),
            operand: operation.operand.clone(),
            by_literal: operation.by_literal,
        })
        .collect();
    function
}

fn lowered(
    parts: &Parts<'_>,
    numbers: &Numbers,
    body: &RawBody,
    call: &RawCall,
    region: Region,
    fallback: Span,
) -> Call {
    let callee = match &call.target {
        Target::Functions(targets) => {
            let mut known: Vec<_> = targets.iter().filter_map(|&id| numbers.function(id)).collect();
            // The ids of the engine depend on which thread came first.
            known.sort_unstable();
            if known.is_empty() { Callee::External } else { Callee::Local(known) }
        }
        Target::LazyStatic(id) => numbers.statics.get(id).map_or(Callee::External, |&id| Callee::LazyStatic(id)),
        Target::Value => Callee::Value,
        Target::Constructor => Callee::Constructor,
        Target::Unresolved => Callee::Unresolved,
    };
    let span = call.span.unwrap_or(fallback);
    Call {
        callee,
        path: call.path.clone(),
        name: call.name.clone(),
        span,
        name_span: call.name_span.unwrap_or(span),
        region,
        receiver: call.receiver.clone(),
        args: call.args.clone(),
        type_args: call.type_args.clone(),
        output: call.output.clone(),
        guards: call.guards.iter().map(|(path, by)| Guard { path: path.clone(), taken_by: CallId(*by) }).collect(),
        effect: effect_of(parts, call),
        from_macro: call.from_macro.clone(),
        inside: inside(body, call.context).map(CallId),
    }
}

/// The call to which the closure or `async` block around a context was given.
fn inside(body: &RawBody, context: ContextId) -> Option<u32> {
    let mut context = Some(context);
    while let Some(id) = context {
        let this = &body.contexts[id.0 as usize];
        let given = this.sinks.iter().find_map(|sink| match sink {
            Sink::Argument(call, _) => Some(*call),
            _ => None,
        });
        if given.is_some() {
            return given;
        }
        context = this.parent;
    }
    None
}

fn effect_of(parts: &Parts<'_>, call: &RawCall) -> Option<EffectId> {
    if call.path.is_empty() {
        return None;
    }
    // In `Iterator::next(&mut rows)`, which `for` is too, the first argument is what a method is called on.
    let receiver = call.receiver.as_ref().or_else(|| Some(&call.args.first()?.ty));
    parts.effects.lookup_on(&call.path, receiver)
}
