//! The text of a dependency without what nobody looks at: comments, and the bodies of functions.
//!
//! Only bodies of the project are inferred, so that those of dependencies would be parsed and kept for nothing: they and
//! their documentation are three quarters of the text. What stays: macro definitions and invocations as they are,
//! because their expansions may end up in the project; bodies of `const fn`, which decide lengths of arrays; bodies of
//! functions that return `impl Trait`, whose type they decide.

use ra_ap_parser::{Edition, LexedStr, SyntaxKind, T};

/// The text that is left; all of it when its brackets do not match.
pub(super) fn only(text: &str) -> String {
    let lexed = LexedStr::new(Edition::Edition2021, text);
    let mut cutter = Cutter { lexed: &lexed, at: 0, kept: String::with_capacity(text.len() / 2) };
    match cutter.run() {
        Some(()) => cutter.kept,
        None => text.to_owned(),
    }
}

struct Cutter<'a, 'text> {
    lexed: &'a LexedStr<'text>,
    at: usize,
    kept: String,
}

impl Cutter<'_, '_> {
    /// `None` when a bracket has no counterpart.
    fn run(&mut self) -> Option<()> {
        while let Some(kind) = self.kind(self.at) {
            match kind {
                T![fn]
                    if self.significant(self.at + 1).is_some_and(|next| self.kind(next) == Some(SyntaxKind::IDENT)) =>
                {
                    self.function()?;
                }
                SyntaxKind::IDENT => match self.macro_arguments() {
                    Some(open) => {
                        let end = self.closing(open)?;
                        self.copy(end + 1);
                    }
                    None => self.keep(),
                },
                _ => self.keep(),
            }
        }
        Some(())
    }

    /// At `fn name`: keeps the signature and leaves the body empty.
    fn function(&mut self) -> Option<()> {
        let is_const = self.is_const();
        let mut opaque = false;
        let mut angles = 0_u32;
        let mut returns = false;
        let mut before = None;
        while let Some(kind) = self.kind(self.at) {
            match kind {
                T!['('] | T!['['] => {
                    let end = self.closing(self.at)?;
                    opaque |= returns && (self.at..end).any(|at| self.kind(at) == Some(T![impl]));
                    self.keep_until(end + 1);
                    before = Some(T![')']);
                    continue;
                }
                // An argument of a type, `[u8; N]` written as `Bytes<{ N }>`.
                T!['{'] if angles > 0 => {
                    let end = self.closing(self.at)?;
                    self.keep_until(end + 1);
                    before = Some(T!['}']);
                    continue;
                }
                T!['{'] => {
                    let end = self.closing(self.at)?;
                    if is_const || opaque {
                        self.copy(end + 1);
                    } else {
                        self.kept.push_str("{}");
                        self.at = end + 1;
                    }
                    return Some(());
                }
                T![;] => {
                    self.keep();
                    return Some(());
                }
                T![<] => angles += 1,
                T![>] if before != Some(T![-]) => angles = angles.saturating_sub(1),
                // Of the function itself, not of a bound among its generics.
                T![>] if angles == 0 => returns = true,
                T![impl] if returns => opaque = true,
                _ => {}
            }
            if !kind.is_trivia() {
                before = Some(kind);
            }
            self.keep();
        }
        Some(())
    }

    /// Whether `const` stands among the qualifiers before `fn`.
    fn is_const(&self) -> bool {
        let mut at = self.at;
        while let Some(before) = at.checked_sub(1) {
            match self.lexed.kind(before) {
                T![const] => return true,
                T![unsafe] | T![async] | T![extern] | SyntaxKind::STRING => {}
                kind if kind.is_trivia() => {}
                _ => return false,
            }
            at = before;
        }
        false
    }

    /// The bracket that opens the arguments of a macro, when its name is here: `name!(…)`, `macro_rules! name {…}`.
    fn macro_arguments(&self) -> Option<usize> {
        let bang = self.significant(self.at + 1).filter(|&at| self.kind(at) == Some(T![!]))?;
        let mut next = self.significant(bang + 1)?;
        if self.kind(next) == Some(SyntaxKind::IDENT) {
            next = self.significant(next + 1)?;
        }
        matches!(self.kind(next)?, T!['('] | T!['['] | T!['{']).then_some(next)
    }

    /// The bracket that closes the one at `open`.
    fn closing(&self, open: usize) -> Option<usize> {
        let mut depth = 0_u32;
        for at in open..self.lexed.len() {
            match self.lexed.kind(at) {
                T!['('] | T!['['] | T!['{'] => depth += 1,
                T![')'] | T![']'] | T!['}'] => {
                    depth = depth.checked_sub(1)?;
                    if depth == 0 {
                        return Some(at);
                    }
                }
                _ => {}
            }
        }
        None
    }

    fn kind(&self, at: usize) -> Option<SyntaxKind> {
        (at < self.lexed.len()).then(|| self.lexed.kind(at))
    }

    /// The next token from `at` on that is neither space nor comment.
    fn significant(&self, at: usize) -> Option<usize> {
        (at..self.lexed.len()).find(|&at| !self.lexed.kind(at).is_trivia())
    }

    /// Keeps the token, or a space in the place of a comment.
    fn keep(&mut self) {
        let comment = self.lexed.kind(self.at) == SyntaxKind::COMMENT;
        self.kept.push_str(if comment { " " } else { self.lexed.text(self.at) });
        self.at += 1;
    }

    fn keep_until(&mut self, end: usize) {
        while self.at < end {
            self.keep();
        }
    }

    /// Keeps everything as it is.
    fn copy(&mut self, end: usize) {
        self.kept.push_str(self.lexed.range_text(self.at..end));
        self.at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::only;

    #[test]
    fn signatures_stay_and_bodies_go() {
        let text = r#"
//! Words.
/// Counts.
pub fn count(text: &str, by: [u8; 2]) -> Result<usize, Error> where Error: Sized { text.len() /* { */ }
pub trait Source { fn next(&mut self) -> Option<u8>; fn size(&self) -> usize { 0 } }
impl<const N: usize> Source for Buffer<{ N + 1 }> { fn next(&mut self) -> Option<u8> { let a = "}"; None } }
pub fn wrap() -> Buffer<u8, { 1 + 1 }> { Buffer }
pub fn each<F>(f: F) where F: Fn(u8) -> Option<u8>, { f(1); }
impl Buffer { fn size(&self) -> usize { 0 } }
type Callback = fn(u32) -> u32;
"#;
        let left = r#"
 
 
pub fn count(text: &str, by: [u8; 2]) -> Result<usize, Error> where Error: Sized {}
pub trait Source { fn next(&mut self) -> Option<u8>; fn size(&self) -> usize {} }
impl<const N: usize> Source for Buffer<{ N + 1 }> { fn next(&mut self) -> Option<u8> {} }
pub fn wrap() -> Buffer<u8, { 1 + 1 }> {}
pub fn each<F>(f: F) where F: Fn(u8) -> Option<u8>, {}
impl Buffer { fn size(&self) -> usize {} }
type Callback = fn(u32) -> u32;
"#;
        assert_eq!(only(text), left);
    }

    #[test]
    fn what_decides_a_type_and_what_macros_make_stays() {
        let text = r#"
pub const fn size() -> usize { 4 }
pub const unsafe extern "C" fn raw() -> usize { 4 }
pub fn numbers() -> impl Iterator<Item = u8> { 0..4 }
pub fn perhaps() -> Option<impl Iterator<Item = u8>> { Some(0..4) }
pub fn both() -> (u8, impl Iterator<Item = u8>) { (1, 0..4) }
macro_rules! getter { ($name:ident) => { fn $name(&self) -> u8 { 1 /* one */ } } }
getter!(one);
thread_local! { static A: u8 = { fn f() -> u8 { 1 } f() }; }
const LIMIT: usize = { 1 + 1 };
"#;
        assert_eq!(only(text), text);
    }

    #[test]
    fn text_whose_brackets_do_not_match_is_left_alone() {
        let text = "fn f() { ( }\n/// doc\nfn g() {";
        assert_eq!(only(text), text);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_survived(text in "([a-z ]|fn f|impl|const|macro_rules! |[(){};!<>\"'/*#\\[\\]]|\u{e9}){0,60}") {
            only(&text);
        }
    }
}
