//! What the caller in Python decides: the arguments of an export, and whether the function looks at one first.

use boundcheck_model::{Call, Function, Model, Span, Type};

/// Names of parameters that Python fills, but for instances of the project's own classes.
pub(crate) fn arguments<'m>(model: &'m Model, function: &'m Function) -> impl Iterator<Item = &'m str> {
    let own = |ty: &Type| ty.any(|ty| ty.path().is_some_and(|path| model.class_of_path(path).is_some()));
    let given = function.params.iter().filter(move |param| !param.ty.peeled().is("pyo3::Python") && !own(&param.ty));
    given.map(|param| param.name.as_str()).filter(|name| !matches!(*name, "" | "self" | "slf" | "cls"))
}

/// The first argument in `value`, a part of the function, unless the function has looked at it before.
pub(crate) fn deciding<'m>(model: &'m Model, function: &'m Function, value: Span) -> Option<&'m str> {
    let text = model.text(value);
    // A value with a block in it is decided by more than one can see here.
    if text.contains('{') {
        return None;
    }
    let argument = words(text).find_map(|word| arguments(model, function).find(|name| *name == word))?;
    let before = model.text(Span { end: value.start, ..function.span });
    let body = before.split_once('{').map_or("", |(_, body)| body);
    (!is_looked_at(body, argument)).then_some(argument)
}

/// Whether the code names the value of an argument. `let name = …` and `if let Some(name) = name` only name it anew.
fn is_looked_at(code: &str, name: &str) -> bool {
    let mut parts = code.split("let ");
    let names = |text: &str| words(text).any(|word| word == name);
    parts.next().is_some_and(names)
        || parts.any(|part| match part.split_once('=') {
            Some((pattern, value)) if names(pattern) => match value.split_once(';') {
                // What is converted is not looked at yet.
                Some((initializer, rest)) if !initializer.contains('{') => names(rest),
                _ => {
                    let value = value.trim_start();
                    let bare = value.strip_prefix(name).filter(|rest| !rest.starts_with(['.', '[', '(']));
                    names(bare.unwrap_or(value))
                }
            },
            _ => names(part),
        })
}

/// Whether a number is kept within bounds by how it is written: a remainder, a mask, a length, the smaller of two.
pub(crate) fn is_bounded(number: &str) -> bool {
    const BOUNDS: &[&str] = &["clamp", "len", "max", "min", "rem_euclid", "saturating_sub", "unwrap_or"];
    number.contains(" % ") || number.contains(" & ") || words(number).any(|word| BOUNDS.contains(&word))
}

/// Whether an argument of the export says where: `rows.remove(at)`, `data.chunks(size)`.
pub(crate) fn is_told_where(model: &Model, function: &Function, call: &Call) -> bool {
    const BY_NUMBER: &[&str] = &[
        "chunks",
        "chunks_exact",
        "chunks_mut",
        "copy_within",
        "drain",
        "from_secs_f32",
        "from_secs_f64",
        "insert",
        "rchunks",
        "remove",
        "rotate_left",
        "rotate_right",
        "split_at",
        "split_at_mut",
        "split_off",
        "step_by",
        "swap",
        "swap_remove",
        "windows",
    ];
    BY_NUMBER.contains(&call.name.as_str())
        && call.args.iter().any(|argument| {
            let decides = deciding(model, function, argument.span).is_some();
            decides && !is_bounded(model.text(argument.span)) && is_number_or_range(&argument.ty)
        })
}

fn is_number_or_range(ty: &Type) -> bool {
    matches!(ty, Type::Primitive(name) if name != "str") || ty.name().is_some_and(|name| name.starts_with("Range"))
}

/// Whether a comment on the line, or alone on the line above, says why what stands there holds.
pub(crate) fn is_explained(model: &Model, span: Span) -> bool {
    let file = model.file(span.file);
    let (line, _) = file.line_column(span.end);
    let (first, _) = file.line_column(span.start);
    let text = |line: u32| {
        let (start, end) = file.line_range(line).unwrap_or_default();
        model.text(Span { file: span.file, start, end })
    };
    text(line).contains("//") || first > 1 && text(first - 1).trim_start().starts_with("//")
}

/// Names and numbers in a text.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}
