//! What exports are called.

/// Where the name of an export begins.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Scope {
    /// The module of its library, whose full name is known only when the module runs.
    Module,
    /// This name.
    Named(String),
}

impl Scope {
    /// The scope of a type, and the name there. `PyO3` says `builtins.Name` where no module is given.
    pub(crate) fn of_type(name: &str) -> (Self, &str) {
        match name.rsplit_once('.') {
            None | Some(("builtins", _)) => (Self::Module, name.rsplit('.').next().unwrap_or(name)),
            Some((module, class)) => (Self::Named(module.to_owned()), class),
        }
    }

    /// The scope of functions of a module, by its name if that is known.
    pub(crate) fn of_module(name: String) -> Self {
        if name.is_empty() { Self::Module } else { Self::Named(name) }
    }
}

/// The name of an export.
pub(crate) struct Name {
    /// Position of its library in the registry.
    pub(crate) library: usize,
    pub(crate) scope: Scope,
    pub(crate) rest: String,
    /// Whether several exports share the function, and so the row.
    pub(crate) is_shared: bool,
}

impl Name {
    /// The whole name, where the library's module is `module`.
    pub(crate) fn compose(&self, module: &str) -> String {
        let scope = match &self.scope {
            Scope::Module => module,
            Scope::Named(name) => name,
        };
        let more = if self.is_shared { "+" } else { "" };
        match (scope, self.rest.as_str()) {
            ("", rest) => format!("{rest}{more}"),
            (scope, "") => format!("{scope}{more}"),
            (scope, rest) => format!("{scope}.{rest}{more}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Name, Scope};

    fn name(type_name: &str, module: &str) -> String {
        let (scope, class) = Scope::of_type(type_name);
        Name { library: 0, scope, rest: format!("{class}.f"), is_shared: false }.compose(module)
    }

    #[test]
    fn classes_without_a_module_belong_to_the_one_of_their_library() {
        assert_eq!(name("builtins.Series", "demo._core"), "demo._core.Series.f");
        assert_eq!(name("Series", "demo"), "demo.Series.f");
        assert_eq!(name("numpy.random.Generator", "x"), "numpy.random.Generator.f");
        assert_eq!(name("Series", ""), "Series.f");
    }
}
