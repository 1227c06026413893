//! The item that a macro is on, as far as the expanders look.

use ra_ap_syntax::ast::{self, AstNode, HasAttrs, HasGenericParams, HasModuleItem, HasName};
use ra_ap_syntax::{Edition, SourceFile};

/// A struct, an enum or a trait.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) name: String,
    pub(super) generics: Generics,
    pub(super) kind: Kind,
    attributes: Vec<String>,
}

#[derive(Debug)]
pub(super) enum Kind {
    Struct(Fields),
    Enum(Vec<Variant>),
    Trait,
}

#[derive(Debug)]
pub(super) struct Variant {
    pub(super) name: String,
    pub(super) fields: Fields,
}

/// Fields, by position or by name.
#[derive(Debug, Default)]
pub(super) struct Fields {
    pub(super) named: bool,
    pub(super) list: Vec<Field>,
}

#[derive(Debug)]
pub(super) struct Field {
    /// Empty for a field by position.
    pub(super) name: String,
    pub(super) ty: String,
    /// Attributes without `#[` and `]`.
    attributes: Vec<String>,
}

/// Generic parameters.
#[derive(Debug, Default)]
pub(super) struct Generics {
    /// Names of lifetimes, with the `'`.
    pub(super) lifetimes: Vec<String>,
    /// Types and constants, with their bounds and without their defaults.
    pub(super) types: Vec<String>,
    /// Names of `types`.
    type_names: Vec<String>,
    where_clause: String,
}

impl Item {
    /// Reads the first item of the text. Macros are also put on functions and impls: they add nothing there.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let file = SourceFile::parse(text, Edition::CURRENT).tree();
        let (name, generics, kind, attributes) = match file.items().next()? {
            ast::Item::Struct(item) => {
                (item.name(), Generics::of(&item), Kind::Struct(Fields::of(item.field_list())), attributes(&item))
            }
            ast::Item::Enum(item) => {
                let variants = item.variant_list()?.variants().filter_map(|variant| {
                    let name = variant.name()?.text().to_string();
                    Some(Variant { name, fields: Fields::of(variant.field_list()) })
                });
                (item.name(), Generics::of(&item), Kind::Enum(variants.collect()), attributes(&item))
            }
            ast::Item::Trait(item) => (item.name(), Generics::of(&item), Kind::Trait, attributes(&item)),
            _ => return None,
        };
        Some(Self { name: name?.text().to_string(), generics, kind, attributes })
    }

    /// The type with its parameters: `Table<'a, T>`.
    pub(super) fn ty(&self) -> String {
        let arguments: Vec<_> = self.generics.lifetimes.iter().chain(&self.generics.type_names).cloned().collect();
        if arguments.is_empty() { self.name.clone() } else { format!("{}<{}>", self.name, arguments.join(", ")) }
    }

    /// An impl of a trait (or, with an empty text, of the type alone): `extra` are parameters besides the type's own.
    pub(super) fn implement(&self, extra: &[&str], of: &str, body: &str) -> String {
        self.implement_for(extra, of, &self.ty(), body)
    }

    /// Like [`implement`](Self::implement), for a type made of the item's, such as `&'a Item`.
    pub(super) fn implement_for(&self, extra: &[&str], of: &str, ty: &str, body: &str) -> String {
        let own = self.generics.lifetimes.iter().map(String::as_str);
        let mut parameters: Vec<&str> = extra.iter().copied().filter(|p| p.starts_with('\'')).collect();
        parameters.extend(own.filter(|lifetime| !extra.contains(lifetime)));
        parameters.extend(extra.iter().copied().filter(|p| !p.starts_with('\'')));
        parameters.extend(self.generics.types.iter().map(String::as_str));
        let parameters = parameters.join(", ");
        let link = if of.is_empty() { "" } else { " for " };
        format!("impl<{parameters}> {of}{link}{ty} {} {{ {body} }}\n", self.generics.where_clause)
    }

    /// Whether an attribute says `word`: `#[pyo3(transparent)]`.
    pub(super) fn says(&self, attribute: &str, word: &str) -> bool {
        self.attributes.iter().any(|text| says(text, attribute, word))
    }

    /// Whether one of its attributes of that name has the words.
    pub(super) fn mentions(&self, attribute: &str, words: &str) -> bool {
        mentions(&self.attributes, attribute, words)
    }

    /// All fields, those of all variants for an enum.
    pub(super) fn fields(&self) -> impl Iterator<Item = &Field> {
        let (own, variants): (&[Field], &[Variant]) = match &self.kind {
            Kind::Struct(fields) => (&fields.list, &[]),
            Kind::Enum(variants) => (&[], variants),
            Kind::Trait => (&[], &[]),
        };
        own.iter().chain(variants.iter().flat_map(|variant| &variant.fields.list))
    }

    /// The type of the only field of a struct.
    pub(super) fn only_field(&self) -> Option<&str> {
        match &self.kind {
            Kind::Struct(Fields { list, .. }) => match &list[..] {
                [field] => Some(&field.ty),
                _ => None,
            },
            _ => None,
        }
    }
}

impl Fields {
    fn of(list: Option<ast::FieldList>) -> Self {
        match list {
            Some(ast::FieldList::RecordFieldList(list)) => {
                let fields = list.fields().filter_map(|field| {
                    let name = field.name()?.text().to_string();
                    Some(Field::of(name, &field.ty()?, &field))
                });
                Self { named: true, list: fields.collect() }
            }
            Some(ast::FieldList::TupleFieldList(list)) => {
                let fields = list.fields().filter_map(|field| Some(Field::of(String::new(), &field.ty()?, &field)));
                Self { named: false, list: fields.collect() }
            }
            None => Self::default(),
        }
    }
}

impl Field {
    fn of(name: String, ty: &ast::Type, field: &impl HasAttrs) -> Self {
        Self { name, ty: ty.syntax().text().to_string(), attributes: attributes(field) }
    }

    /// Whether one of its attributes of that name has the words.
    pub(super) fn mentions(&self, attribute: &str, words: &str) -> bool {
        mentions(&self.attributes, attribute, words)
    }

    /// Whether the field has the attribute.
    pub(super) fn has(&self, attribute: &str) -> bool {
        self.attributes.iter().any(|text| text == attribute || text.starts_with(&format!("{attribute}(")))
    }
}

impl Generics {
    fn of(item: &impl HasGenericParams) -> Self {
        let mut found = Self::default();
        for parameter in item.generic_param_list().into_iter().flat_map(|list| list.generic_params()) {
            match parameter {
                ast::GenericParam::LifetimeParam(it) => {
                    found.lifetimes.extend(it.lifetime().map(|lifetime| lifetime.syntax().text().to_string()));
                }
                ast::GenericParam::TypeParam(it) => {
                    found.type_names.extend(it.name().map(|name| name.text().to_string()));
                    found.types.push(without_default(&it.syntax().text().to_string()));
                }
                ast::GenericParam::ConstParam(it) => {
                    found.type_names.extend(it.name().map(|name| name.text().to_string()));
                    found.types.push(without_default(&it.syntax().text().to_string()));
                }
            }
        }
        found.where_clause = item.where_clause().map(|it| it.syntax().text().to_string()).unwrap_or_default();
        found
    }
}

/// `T: Iterator<Item = u8> = Vec<u8>` without its default.
fn without_default(parameter: &str) -> String {
    let mut depth = 0_i32;
    let mut previous = ' ';
    for (at, character) in parameter.char_indices() {
        match character {
            '<' | '(' | '[' => depth += 1,
            '>' if previous != '-' => depth -= 1,
            ')' | ']' => depth -= 1,
            '=' if depth == 0 => return parameter[..at].trim().to_owned(),
            _ => {}
        }
        previous = character;
    }
    parameter.to_owned()
}

/// Attributes as text without white space, `#[` and `]`.
fn attributes(item: &impl HasAttrs) -> Vec<String> {
    let metas = item.attrs().filter_map(|attribute| attribute.meta());
    metas.map(|meta| meta.syntax().text().to_string().split_whitespace().collect()).collect()
}

fn mentions(attributes: &[String], attribute: &str, words: &str) -> bool {
    attributes.iter().any(|text| text.starts_with(&format!("{attribute}(")) && text.contains(words))
}

fn says(text: &str, attribute: &str, word: &str) -> bool {
    let inner = text.strip_prefix(attribute).and_then(|rest| rest.strip_prefix('(')?.strip_suffix(')'));
    inner.is_some_and(|inner| inner.split(',').any(|part| part == word))
}
