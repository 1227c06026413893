//! `ammonia`.

use std::collections::{HashMap, HashSet};

pub fn clean(src: &str) -> String;
pub fn clean_text(src: &str) -> String;
pub fn is_html(input: &str) -> bool;
pub enum UrlRelative<'a> {
    Deny,
    PassThrough,
    Custom(Box<dyn Sync + 'a>),
}
pub struct Document(());
impl std::fmt::Display for Document {}
#[derive(Default)]
pub struct Builder<'a>(std::marker::PhantomData<&'a ()>);
impl<'a> Builder<'a> {
    pub fn new() -> Self;
    pub fn empty() -> Self;
    pub fn tags(&mut self, value: HashSet<&'a str>) -> &mut Self;
    pub fn clean_content_tags(&mut self, value: HashSet<&'a str>) -> &mut Self;
    pub fn tag_attributes(&mut self, value: HashMap<&'a str, HashSet<&'a str>>) -> &mut Self;
    pub fn generic_attributes(&mut self, value: HashSet<&'a str>) -> &mut Self;
    pub fn generic_attribute_prefixes(&mut self, value: HashSet<&'a str>) -> &mut Self;
    pub fn allowed_classes(&mut self, value: HashMap<&'a str, HashSet<&'a str>>) -> &mut Self;
    pub fn url_schemes(&mut self, value: HashSet<&'a str>) -> &mut Self;
    pub fn url_relative(&mut self, value: UrlRelative<'a>) -> &mut Self;
    pub fn link_rel(&mut self, value: Option<&'a str>) -> &mut Self;
    pub fn strip_comments(&mut self, value: bool) -> &mut Self;
    pub fn id_prefix(&mut self, value: Option<&'a str>) -> &mut Self;
    pub fn attribute_filter<'cb, F>(&mut self, callback: F) -> &mut Self
    where
        F: for<'u> Fn(&str, &str, &'u str) -> Option<std::borrow::Cow<'u, str>> + Send + Sync + 'static;
    pub fn clean(&self, src: &str) -> Document;
}
