//! Types as the engine resolved them.

use std::fmt;

/// A Rust type. Names are canonical: the path of the definition, not of a re-export or alias.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Type {
    /// A struct, enum or union such as `std::vec::Vec`.
    Adt {
        /// Canonical path of the definition: `pyo3::Bound`.
        path: String,
        /// Lifetime arguments as written (`'py`, `'static`); empty when elided or none.
        lifetimes: Vec<String>,
        /// Type arguments.
        args: Vec<Type>,
    },
    /// `&T` or `&mut T`.
    Ref {
        /// Whether it is `&mut`.
        mutable: bool,
        /// The lifetime as written, if any.
        lifetime: Option<String>,
        /// What it points to.
        inner: Box<Type>,
    },
    /// `*const T` or `*mut T`.
    Pointer(Box<Type>),
    /// `[T]`.
    Slice(Box<Type>),
    /// `[T; N]`.
    Array(Box<Type>),
    /// `(A, B)`; empty for the unit type.
    Tuple(Vec<Type>),
    /// `i32`, `bool`, `str`, …
    Primitive(String),
    /// A generic parameter, by name.
    Param(String),
    /// `dyn Trait`: the canonical path of its principal trait.
    Dyn(String),
    /// `impl Trait` or an opaque type: the canonical paths of its traits.
    Impl(Vec<String>),
    /// A function item or pointer.
    Function,
    /// A closure.
    Closure,
    /// The value of an `async` block or `async fn`.
    Future,
    /// `!`.
    Never,
    /// A type that the engine could not determine; the text as written, where there is one.
    Unknown(String),
}

impl Type {
    /// The unit type.
    pub const UNIT: Type = Type::Tuple(Vec::new());

    /// An [`Type::Adt`] without lifetimes.
    pub fn adt(path: impl Into<String>, args: Vec<Type>) -> Self {
        Type::Adt { path: path.into(), lifetimes: Vec::new(), args }
    }

    /// Canonical path when this is a struct, enum or union.
    pub fn path(&self) -> Option<&str> {
        match self {
            Type::Adt { path, .. } => Some(path),
            _ => None,
        }
    }

    /// Whether this is the struct, enum or union of that canonical path.
    pub fn is(&self, path: &str) -> bool {
        self.path() == Some(path)
    }

    /// Last segment of the canonical path (`Bound`), or the name of a primitive.
    pub fn name(&self) -> Option<&str> {
        match self {
            Type::Adt { path, .. } => path.rsplit("::").next(),
            Type::Primitive(name) | Type::Param(name) => Some(name),
            _ => None,
        }
    }

    /// Type arguments; empty for anything but a struct, enum or union.
    pub fn args(&self) -> &[Type] {
        match self {
            Type::Adt { args, .. } => args,
            _ => &[],
        }
    }

    /// The type behind any number of references.
    pub fn peeled(&self) -> &Type {
        match self {
            Type::Ref { inner, .. } => inner.peeled(),
            other => other,
        }
    }

    /// Every type in this one, itself first, then level by level.
    pub fn walk(&self) -> Vec<&Type> {
        let mut all = vec![self];
        let mut next = 0;
        while let Some(ty) = all.get(next).copied() {
            next += 1;
            match ty {
                Type::Adt { args, .. } | Type::Tuple(args) => all.extend(args),
                Type::Ref { inner, .. } | Type::Pointer(inner) | Type::Slice(inner) | Type::Array(inner) => {
                    all.push(inner);
                }
                _ => {}
            }
        }
        all
    }

    /// Whether the type, or one inside it, satisfies `test`.
    pub fn any(&self, test: impl Fn(&Type) -> bool) -> bool {
        self.walk().into_iter().any(test)
    }
}

impl fmt::Display for Type {
    /// As a person writes it: last segments only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |f: &mut fmt::Formatter<'_>, types: &[Type]| {
            types.iter().enumerate().try_for_each(|(at, ty)| {
                if at > 0 {
                    f.write_str(", ")?;
                }
                ty.fmt(f)
            })
        };
        match self {
            Type::Adt { lifetimes, args, .. } => {
                f.write_str(self.name().unwrap_or_default())?;
                if lifetimes.is_empty() && args.is_empty() {
                    return Ok(());
                }
                write!(f, "<{}", lifetimes.join(", "))?;
                if !lifetimes.is_empty() && !args.is_empty() {
                    f.write_str(", ")?;
                }
                list(f, args)?;
                f.write_str(">")
            }
            Type::Ref { mutable, lifetime, inner } => {
                let lifetime = lifetime.as_ref().map_or(String::new(), |name| format!("{name} "));
                write!(f, "&{lifetime}{}{inner}", if *mutable { "mut " } else { "" })
            }
            Type::Pointer(inner) => write!(f, "*{inner}"),
            Type::Slice(inner) => write!(f, "[{inner}]"),
            Type::Array(inner) => write!(f, "[{inner}; _]"),
            Type::Tuple(types) => {
                f.write_str("(")?;
                list(f, types)?;
                f.write_str(")")
            }
            Type::Primitive(name) | Type::Param(name) => f.write_str(name),
            Type::Dyn(path) => write!(f, "dyn {}", path.rsplit("::").next().unwrap_or(path)),
            Type::Impl(paths) => {
                let names: Vec<_> = paths.iter().map(|p| p.rsplit("::").next().unwrap_or(p)).collect();
                write!(f, "impl {}", names.join(" + "))
            }
            Type::Function => f.write_str("fn"),
            Type::Closure => f.write_str("closure"),
            Type::Future => f.write_str("future"),
            Type::Never => f.write_str("!"),
            Type::Unknown(text) if text.is_empty() => f.write_str("_"),
            Type::Unknown(text) => f.write_str(text),
        }
    }
}
