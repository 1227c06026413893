//! Reads the MIR that rustc prints with `-Zunpretty=mir -Zmir-include-spans=on`.
//!
//! A call looks like this, on one line each; the first operand that follows is the callee:
//!
//! ```text
//! _5 = a::b::<T>(move _7) -> [return: bb1, unwind continue]; // scope 0 at src/lib.rs:290:25: 290:48
//!                                         // mir::ConstOperand
//!                                         // + span: src/lib.rs:290:25: 290:46
//!                                         // + const_: Const { ty: fn(T) {a::b::<T>}, val: Value(a::b::<T>) }
//! ```

/// A place in a source file, as rustc prints it: lines and columns from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Place {
    /// Path relative to the workspace, or absolute for other crates.
    pub path: String,
    /// First line and column.
    pub start: (u32, u32),
    /// Line and column after the last character.
    pub end: (u32, u32),
}

/// A call that somebody wrote: not one that rustc added for a dereference, a `?`, a loop or a drop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MirCall {
    /// The function it is in, as printed.
    pub body: String,
    /// The whole call expression.
    pub place: Place,
    /// The callee as printed.
    pub callee: String,
}

/// All written calls in the text, in its order.
pub(crate) fn calls(text: &str) -> Vec<MirCall> {
    let mut calls = Vec::new();
    let mut body = "";
    let mut open: Option<(Place, Option<Place>)> = None;
    for line in text.lines() {
        if line.starts_with("fn ") || line.starts_with("const ") || line.starts_with("static ") {
            body = line.trim_end_matches('{').trim_end();
            open = None;
            continue;
        }
        let trimmed = line.trim_start();
        let Some(comment) = trimmed.strip_prefix("// ") else {
            open = terminator(trimmed).map(|place| (place, None));
            continue;
        };
        let Some((place, operand)) = &mut open else { continue };
        if let Some(span) = comment.strip_prefix("+ span: ") {
            *operand = parse_place(span);
        } else if comment.starts_with("+ const_: ") {
            // The operand of a call that rustc added has the span of the whole expression.
            let written = operand.as_ref().is_some_and(|operand| operand != place && inside(operand, place));
            if let Some(callee) = function(comment).filter(|callee| written && !is_implied(callee)) {
                calls.push(MirCall { body: body.to_owned(), place: place.clone(), callee: callee.to_owned() });
            }
            open = None;
        }
    }
    calls
}

/// The place of a call with a constant callee; `None` for every other statement.
fn terminator(line: &str) -> Option<Place> {
    let (code, comment) = line.rsplit_once("; // scope ")?;
    let (_, value) = code.split_once(" = ")?;
    let is_call = code.contains(") -> [return: ") || code.contains(") -> unwind ");
    if !is_call || value.starts_with("move ") || value.starts_with("copy ") {
        return None;
    }
    parse_place(comment.split_once(" at ")?.1)
}

/// `src/lib.rs:290:25: 290:48`.
fn parse_place(text: &str) -> Option<Place> {
    let pair = |text: &str| {
        let (line, column) = text.split_once(':')?;
        Some((line.parse().ok()?, column.parse().ok()?))
    };
    let (start, end) = text.rsplit_once(": ")?;
    let mut parts = start.rsplitn(3, ':');
    let (column, line, path) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Place { path: path.to_owned(), start: (line.parse().ok()?, column.parse().ok()?), end: pair(end)? })
}

/// The path in `Const { ty: fn(T) {path}, val: Value(path) }`; `None` when the constant is no function.
fn function(comment: &str) -> Option<&str> {
    let (ty, value) = comment.rsplit_once(", val: Value(")?;
    ty.ends_with('}').then(|| value.strip_suffix(") }")).flatten()
}

/// The early return of a `?`, and calling a closure: their spans look as if they were written.
fn is_implied(callee: &str) -> bool {
    let calls_closure =
        ["Fn<", "FnMut<", "FnOnce<"].iter().any(|name| callee.contains(&format!(" as std::ops::{name}")));
    callee.ends_with(">::from_residual") || (calls_closure && callee.starts_with("<{closure@"))
}

fn inside(inner: &Place, outer: &Place) -> bool {
    inner.path == outer.path && outer.start <= inner.start && inner.end <= outer.end
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Printed by rustc 1.95 for `fn twice(x: &[u8]) -> Result<Vec<u8>, E> { let v = x.repeat(2); check(&v)?; Ok(v) }`,
    /// shortened.
    const TEXT: &str = r"fn twice(_1: &[u8]) -> std::result::Result<std::vec::Vec<u8>, E> {
    debug x => _1;                       // in scope 0 at src/lib.rs:3:10: 3:11

    bb0: {
        _2 = std::slice::<impl [u8]>::repeat(copy _1, const 2_usize) -> [return: bb1, unwind continue]; // scope 0 at src/lib.rs:4:13: 4:24
                                         // mir::ConstOperand
                                         // + span: src/lib.rs:4:15: 4:21
                                         // + const_: Const { ty: for<'a> fn(&'a [u8], usize) -> std::vec::Vec<u8> {std::slice::<impl [u8]>::repeat}, val: Value(std::slice::<impl [u8]>::repeat) }
                                         // mir::ConstOperand
                                         // + span: src/lib.rs:4:22: 4:23
                                         // + const_: Const { ty: usize, val: Value(Scalar(0x0000000000000002)) }
    }

    bb1: {
        _6 = <std::vec::Vec<u8> as std::ops::Deref>::deref(copy _7) -> [return: bb2, unwind: bb9]; // scope 1 at src/lib.rs:5:11: 5:13
                                         // mir::ConstOperand
                                         // + span: src/lib.rs:5:11: 5:13
                                         // + const_: Const { ty: fn(&std::vec::Vec<u8>) -> &[u8] {<std::vec::Vec<u8> as std::ops::Deref>::deref}, val: Value(<std::vec::Vec<u8> as std::ops::Deref>::deref) }
    }

    bb2: {
        _4 = check(copy _6) -> [return: bb3, unwind: bb9]; // scope 1 at src/lib.rs:5:5: 5:14
                                         // mir::ConstOperand
                                         // + span: src/lib.rs:5:5: 5:10
                                         // + const_: Const { ty: fn(&[u8]) -> std::result::Result<(), E> {check}, val: Value(check) }
    }

    bb3: {
        _3 = <std::result::Result<(), E> as std::ops::Try>::branch(move _4) -> [return: bb4, unwind: bb9]; // scope 1 at src/lib.rs:5:5: 5:15
                                         // mir::ConstOperand
                                         // + span: src/lib.rs:5:5: 5:15
                                         // + const_: Const { ty: fn() -> () {<std::result::Result<(), E> as std::ops::Try>::branch}, val: Value(<std::result::Result<(), E> as std::ops::Try>::branch) }
    }

    bb10: {
        _0 = <std::result::Result<u8, E> as std::ops::FromResidual<std::result::Result<std::convert::Infallible, E>>>::from_residual(copy _5) -> [return: bb11, unwind continue]; // scope 1 at src/lib.rs:5:5: 5:15
                                         // mir::ConstOperand
                                         // + span: src/lib.rs:5:14: 5:15
                                         // + const_: Const { ty: fn() -> () {<std::result::Result<u8, E> as std::ops::FromResidual<std::result::Result<std::convert::Infallible, E>>>::from_residual}, val: Value(<std::result::Result<u8, E> as std::ops::FromResidual<std::result::Result<std::convert::Infallible, E>>>::from_residual) }
    }

    bb4: {
        _8 = move _9(const 1_i32) -> [return: bb5, unwind continue]; // scope 0 at src/lib.rs:6:5: 6:9
                                         // mir::ConstOperand
                                         // + span: src/lib.rs:6:7: 6:8
                                         // + const_: Const { ty: i32, val: Value(Scalar(0x00000001)) }
        drop(_2) -> [return: bb6, unwind continue]; // scope 0 at src/lib.rs:7:1: 7:2
    }
}
";

    #[test]
    fn only_written_calls_are_read() {
        let calls = calls(TEXT);
        let seen = calls.iter().map(|call| (call.place.start, call.callee.as_str())).collect::<Vec<_>>();
        assert_eq!(seen, [((4, 13), "std::slice::<impl [u8]>::repeat"), ((5, 5), "check")]);
        assert_eq!(calls[0].place.path, "src/lib.rs");
        assert_eq!(calls[0].place.end, (4, 24));
        assert!(calls[0].body.starts_with("fn twice("));
    }

    #[test]
    fn a_place_may_span_lines_and_lie_in_a_path_with_colons() {
        let place = parse_place("C:/work/src/lib.rs:1:2: 30:4").unwrap();
        assert_eq!((place.path.as_str(), place.start, place.end), ("C:/work/src/lib.rs", (1, 2), (30, 4)));
        assert_eq!(parse_place("no-location"), None);
    }
}
