//! `regex`.

use std::borrow::Cow;

#[derive(Debug, Clone)]
pub enum Error {
    Syntax(String),
    CompiledTooBig(usize),
}
impl std::fmt::Display for Error {}
impl std::error::Error for Error {}
pub fn escape(pattern: &str) -> String;

pub struct Found<T>(std::marker::PhantomData<T>);
impl<T> Iterator for Found<T> {
    type Item = T;
}
#[derive(Debug, Clone)]
pub struct Regex(());
impl Regex {
    pub fn new(re: &str) -> Result<Regex, Error>;
    pub fn is_match(&self, haystack: &str) -> bool;
    pub fn find<'h>(&self, haystack: &'h str) -> Option<Match<'h>>;
    pub fn find_at<'h>(&self, haystack: &'h str, start: usize) -> Option<Match<'h>>;
    pub fn find_iter<'h>(&self, haystack: &'h str) -> Found<Match<'h>>;
    pub fn captures<'h>(&self, haystack: &'h str) -> Option<Captures<'h>>;
    pub fn captures_iter<'h>(&self, haystack: &'h str) -> Found<Captures<'h>>;
    pub fn split<'h>(&self, haystack: &'h str) -> Found<&'h str>;
    pub fn splitn<'h>(&self, haystack: &'h str, limit: usize) -> Found<&'h str>;
    pub fn replace<'h, R>(&self, haystack: &'h str, rep: R) -> Cow<'h, str>;
    pub fn replace_all<'h, R>(&self, haystack: &'h str, rep: R) -> Cow<'h, str>;
    pub fn as_str(&self) -> &str;
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match<'h>(&'h str);
impl<'h> Match<'h> {
    pub fn start(&self) -> usize;
    pub fn end(&self) -> usize;
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn range(&self) -> std::ops::Range<usize>;
    pub fn as_str(&self) -> &'h str;
}
pub struct Captures<'h>(&'h str);
impl<'h> Captures<'h> {
    pub fn get(&self, i: usize) -> Option<Match<'h>>;
    pub fn name(&self, name: &str) -> Option<Match<'h>>;
    pub fn len(&self) -> usize;
    pub fn iter(&self) -> Found<Option<Match<'h>>>;
    pub fn expand(&self, replacement: &str, dst: &mut String);
}
impl<'h> std::ops::Index<usize> for Captures<'h> {
    type Output = str;
}
impl<'h, 'i> std::ops::Index<&'i str> for Captures<'h> {
    type Output = str;
}
pub struct RegexBuilder(());
impl RegexBuilder {
    pub fn new(pattern: &str) -> RegexBuilder;
    pub fn build(&self) -> Result<Regex, Error>;
    pub fn case_insensitive(&mut self, yes: bool) -> &mut RegexBuilder;
    pub fn multi_line(&mut self, yes: bool) -> &mut RegexBuilder;
    pub fn size_limit(&mut self, bytes: usize) -> &mut RegexBuilder;
}
pub struct RegexSet(());
impl RegexSet {
    pub fn new<I>(exprs: I) -> Result<RegexSet, Error>;
    pub fn is_match(&self, haystack: &str) -> bool;
    pub fn len(&self) -> usize;
}
