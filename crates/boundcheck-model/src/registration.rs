//! Who registers what where Python finds it.

use crate::{Exception, FunctionId, Model, Module, ModuleId, Package, PackageId};

impl Model {
    /// Packages with their indices.
    pub fn packages_with_id(&self) -> impl Iterator<Item = (PackageId, &Package)> {
        self.packages.iter().enumerate().map(|(at, package)| (PackageId(at as u32), package))
    }

    /// Modules of a package that are in no other module: the ones whose names Python imports.
    pub fn top_level_modules(&self, package: PackageId) -> impl Iterator<Item = &Module> {
        self.modules.iter().filter(move |module| module.package == package && module.parent.is_none())
    }

    /// Modules that Python imports, of packages that any of these functions can be part of.
    pub fn modules_with(&self, functions: &[FunctionId]) -> impl Iterator<Item = (ModuleId, &Module)> {
        let tops = self.modules.iter().enumerate().filter(|(_, module)| module.parent.is_none());
        let holds = |module: &Module| {
            functions.iter().any(|function| self.reaches(module.package, self.function(*function).package))
        };
        tops.filter(move |(_, module)| holds(module)).map(|(at, module)| (ModuleId(at as u32), module))
    }

    /// The names by which Python imports the modules of the project, as far as `pyproject.toml` says them; sorted.
    pub fn modules_python_imports(&self) -> Vec<String> {
        let full_name = |module: &Module| {
            let written =
                self.package(module.package).pyproject.as_ref().and_then(|pyproject| pyproject.module_name.as_ref());
            let name = written.map(|name| name.value.as_str());
            let name = name.filter(|name| name.rsplit('.').next() == Some(&module.python_name));
            name.unwrap_or(&module.python_name).to_owned()
        };
        let tops = self.modules.iter().filter(|module| module.parent.is_none());
        let mut names: Vec<String> = tops.map(full_name).collect();
        names.sort();
        names.dedup();
        names
    }

    /// Whether a source of the project makes a module built into its own interpreter with `append_to_inittab!`.
    pub fn has_inittab(&self) -> bool {
        self.files.iter().any(|file| file.path.extension() == Some("rs") && file.text.contains("append_to_inittab!"))
    }

    /// Whether another package of the project that builds a `cdylib` depends on this one, directly or not.
    pub fn is_used_by_cdylib(&self, package: PackageId) -> bool {
        self.packages_with_id().any(|(id, user)| id != package && user.builds_cdylib() && self.reaches(id, package))
    }

    /// Whether the package is `root` or one that it depends on, directly or not.
    pub(crate) fn reaches(&self, root: PackageId, package: PackageId) -> bool {
        let mut reached = vec![root];
        let mut at = 0;
        while let Some(&next) = reached.get(at) {
            if next == package {
                return true;
            }
            at += 1;
            for (id, other) in self.packages_with_id() {
                if self.package(next).dependency(&other.name).is_some() && !reached.contains(&id) {
                    reached.push(id);
                }
            }
        }
        false
    }

    /// Whether Python can get at an exception type: a module registers it, or code hands its type object to Python. A
    /// registration whose item is not known counts for all that its package defines.
    pub fn is_exported(&self, exception: &Exception) -> bool {
        let rust_name = exception.path.rsplit("::").next();
        let registered = self.modules.iter().any(|module| {
            module.items.iter().any(|item| match (&item.path, &item.python_name) {
                (Some(path), _) => *path == exception.path,
                (None, Some(name)) => *name == exception.python_name || Some(name.as_str()) == rust_name,
                (None, None) => module.package == exception.package,
            })
        });
        let hands_out_type = |call: &crate::Call| {
            matches!(
                call.name.as_str(),
                "get_type" | "get_type_bound" | "type_object" | "type_object_bound" | "add_class"
            ) && (call.type_args.iter().any(|ty| ty.is(&exception.path)) || call.path.starts_with(&exception.path))
        };
        registered || self.functions.iter().any(|function| function.calls.iter().any(hands_out_type))
    }
}
