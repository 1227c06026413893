//! Which types borrow from the interpreter, and which own Python objects.

use std::collections::HashSet;

use crate::{Class, Model, Type};

/// Python types whose objects refer to nothing that could refer back, or live as long as the interpreter.
const LEAVES: &[&str] = &[
    "PyBool",
    "PyByteArray",
    "PyBytes",
    "PyCFunction",
    "PyCapsule",
    "PyCode",
    "PyComplex",
    "PyDate",
    "PyDateTime",
    "PyDelta",
    "PyEllipsis",
    "PyFloat",
    "PyInt",
    "PyLong",
    "PyModule",
    "PyNone",
    "PyNotImplemented",
    "PyString",
    "PyTime",
    "PyType",
    "PyTzInfo",
    "PyUnicode",
];

/// Crates whose generic types own what they are given, each value once.
const CONTAINERS: &[&str] =
    &["std", "pyo3", "ahash", "dashmap", "hashbrown", "indexmap", "once_cell", "parking_lot", "smallvec"];

/// Types whose content has several owners, so that no `__traverse__` can visit it on behalf of one of them.
const SHARED: &[&str] = &["Arc", "Rc", "Weak", "PhantomData"];

impl Type {
    /// Whether this type itself, not one inside it, is a borrow that is valid only while attached: `Bound`,
    /// `Borrowed`, `Python`, `PyRef`, `PyRefMut`, or before `PyO3` 0.23 a reference to a native type such as `&PyAny`.
    pub fn is_attached_borrow(&self) -> bool {
        match self {
            Type::Adt { path, .. } => matches!(
                path.as_str(),
                "pyo3::Bound" | "pyo3::Borrowed" | "pyo3::Python" | "pyo3::PyRef" | "pyo3::PyRefMut" | "pyo3::GILGuard"
            ),
            Type::Ref { inner, .. } => inner.path().is_some_and(|path| path.starts_with("pyo3::types::Py")),
            _ => false,
        }
    }

    /// The first [attached borrow](Self::is_attached_borrow) in this type.
    pub fn attached_borrow(&self) -> Option<&Type> {
        self.walk().into_iter().find(|ty| ty.is_attached_borrow())
    }

    /// Whether the type, or one in it, names that lifetime: `'static`.
    pub fn has_lifetime(&self, name: &str) -> bool {
        self.any(|ty| match ty {
            Type::Adt { lifetimes, .. } => lifetimes.iter().any(|lifetime| lifetime == name),
            Type::Ref { lifetime, .. } => lifetime.as_deref() == Some(name),
            _ => false,
        })
    }
}

impl Model {
    /// The first Python reference that a value of this type owns and through which a cycle can pass: `Py<T>` where
    /// `T` is no leaf such as `PyString` and no class of the project that owns no such reference itself. Looks into
    /// containers and into structs of the project, not behind shared ownership (`Arc`, persistent collections).
    pub fn owned_python_reference<'a>(&'a self, ty: &'a Type) -> Option<&'a Type> {
        self.find_reference(ty, &mut Search::default())
    }

    fn find_reference<'a>(&'a self, ty: &'a Type, search: &mut Search<'a>) -> Option<&'a Type> {
        match ty {
            Type::Adt { path, args, .. } if path == "pyo3::Py" => {
                let target = args.first()?;
                let is_leaf = target.name().is_some_and(|name| LEAVES.contains(&name))
                    || target.path().is_some_and(|path| path.starts_with("numpy::"))
                    || self.class_of_type(target).is_some_and(|class| !self.refers_to_python(class, search));
                (!is_leaf).then_some(ty)
            }
            Type::Adt { .. } if ty.name().is_some_and(|name| SHARED.contains(&name)) => None,
            Type::Adt { path, args, .. } => {
                let item = self.structs.iter().find(|item| &item.path == path);
                let owns = item.is_some() || path.split("::").next().is_some_and(|name| CONTAINERS.contains(&name));
                let inside = args.iter().filter(|_| owns).find_map(|arg| self.find_reference(arg, search));
                inside.or_else(|| {
                    let item = item.filter(|item| !search.knows(&item.path))?;
                    search.on_way.push(&item.path);
                    let mut fields = item.fields.iter().chain(item.variants.iter().flat_map(|variant| &variant.fields));
                    let found = fields.find_map(|field| self.find_reference(&field.ty, search));
                    search.leave(&item.path, found.is_some());
                    found
                })
            }
            Type::Tuple(types) => types.iter().find_map(|inner| self.find_reference(inner, search)),
            Type::Array(inner) | Type::Slice(inner) => self.find_reference(inner, search),
            _ => None,
        }
    }

    fn class_of_type(&self, ty: &Type) -> Option<&Class> {
        self.class_of_path(ty.path()?).map(|id| self.class(id))
    }

    /// Whether an instance can refer to other Python objects: through its fields, an instance dictionary, a base
    /// class, or because a subclass in Python can. A class that is on the way already closes a cycle, unless it is
    /// frozen and so older than what refers to it.
    fn refers_to_python<'a>(&'a self, class: &'a Class, search: &mut Search<'a>) -> bool {
        if ["dict", "subclass", "extends"].iter().any(|option| class.option(option).is_some()) {
            return true;
        }
        if search.on_way.contains(&class.path.as_str()) {
            return class.option("frozen").is_none();
        }
        if search.without.contains(class.path.as_str()) {
            return false;
        }
        search.on_way.push(&class.path);
        let found = class.fields.iter().any(|field| self.find_reference(&field.ty, search).is_some());
        search.leave(&class.path, found);
        found
    }
}

/// One walk through the types of a project: each is looked into once.
#[derive(Default)]
struct Search<'a> {
    on_way: Vec<&'a str>,
    /// Types that were looked into and lead to no Python object.
    without: HashSet<&'a str>,
}

impl<'a> Search<'a> {
    fn knows(&self, path: &str) -> bool {
        self.on_way.contains(&path) || self.without.contains(path)
    }

    fn leave(&mut self, path: &'a str, found: bool) {
        self.on_way.pop();
        if !found {
            self.without.insert(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ClassKind, Field, FileId, PackageId, Span};

    const SPAN: Span = Span { file: FileId(0), start: 0, end: 0 };

    fn py(target: Type) -> Type {
        Type::adt("pyo3::Py", vec![target])
    }

    fn any() -> Type {
        Type::adt("pyo3::types::PyAny", Vec::new())
    }

    fn class(name: &str, fields: Vec<Type>) -> Class {
        let field = |(at, ty): (usize, Type)| Field {
            name: at.to_string(),
            text: ty.to_string(),
            ty,
            span: SPAN,
            ty_span: SPAN,
            options: Vec::new(),
        };
        Class {
            kind: ClassKind::Struct,
            python_name: name.to_owned(),
            path: format!("demo::{name}"),
            package: PackageId(0),
            span: SPAN,
            name_span: SPAN,
            attribute_span: SPAN,
            options: Vec::new(),
            fields: fields.into_iter().enumerate().map(field).collect(),
            methods: Vec::new(),
            docs: String::new(),
        }
    }

    #[test]
    fn a_reference_is_found_in_containers_but_not_behind_shared_ownership() {
        let model = Model::default();
        let nested = Type::adt("std::option::Option", vec![Type::adt("std::vec::Vec", vec![py(any())])]);
        assert_eq!(model.owned_python_reference(&nested), Some(&py(any())));
        let shared = Type::adt("std::sync::Arc", vec![py(any())]);
        assert_eq!(model.owned_python_reference(&shared), None);
    }

    #[test]
    fn strings_and_classes_without_references_cannot_be_part_of_a_cycle() {
        let node = class("Node", vec![Type::adt("std::vec::Vec", vec![py(Type::adt("demo::Node", Vec::new()))])]);
        let page = class("Page", vec![py(Type::adt("pyo3::types::PyBytes", Vec::new()))]);
        let point = class("Point", vec![Type::Primitive("f64".to_owned())]);
        let holder = class("Holder", vec![py(any())]);
        let model = Model { classes: vec![node, page, point, holder], ..Model::default() };
        let of = |path: &str| model.owned_python_reference(&py(Type::adt(path, Vec::new()))).is_some();
        assert!(!of("pyo3::types::PyString"));
        assert!(!of("demo::Point"));
        assert!(!of("demo::Page"));
        assert!(of("demo::Node"), "a parent and its child");
        assert!(of("demo::Holder"));
        assert!(of("pyo3::types::PyList"));
    }

    #[test]
    fn a_type_that_is_reached_on_many_ways_is_looked_into_once() {
        let next = |at: usize| py(Type::adt(format!("demo::C{}", at + 1), Vec::new()));
        let mut classes: Vec<_> = (0..64).map(|at| class(&format!("C{at}"), vec![next(at), next(at)])).collect();
        classes.push(class("C64", Vec::new()));
        let model = Model { classes, ..Model::default() };
        assert_eq!(model.owned_python_reference(&next(0)), None, "2^63 ways lead to C64, which holds nothing");
    }

    #[test]
    fn a_borrow_is_told_from_what_owns() {
        let bound = Type::adt("pyo3::Bound", vec![any()]);
        assert!(bound.is_attached_borrow());
        assert_eq!(Type::adt("std::vec::Vec", vec![bound.clone()]).attached_borrow(), Some(&bound));
        assert_eq!(py(any()).attached_borrow(), None);
    }
}
