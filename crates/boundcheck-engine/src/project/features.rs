//! Which features are on.

use boundcheck_model::{Dependency, DependencyKind, Package, Spanned};
use rustc_hash::FxHashSet;

/// What a set of features switches on.
#[derive(Debug, Default)]
pub(crate) struct Resolved {
    /// Features of the package itself, sorted.
    pub(crate) own: Vec<String>,
    /// `dependency/feature`, sorted: alias and feature.
    pub(crate) of_dependencies: Vec<(String, String)>,
    /// Aliases of optional dependencies that are on.
    pub(crate) optional: FxHashSet<String>,
}

/// Closes `wanted` over the feature table of a package, as cargo does.
pub(crate) fn resolve(package: &Package, wanted: impl IntoIterator<Item = String>) -> Resolved {
    let mut queue: Vec<String> = wanted.into_iter().collect();
    let mut seen = FxHashSet::default();
    let mut resolved = Resolved::default();
    while let Some(name) = queue.pop() {
        if !seen.insert(name.clone()) {
            continue;
        }
        if let Some(dependency) = name.strip_prefix("dep:") {
            resolved.optional.insert(underscored(dependency));
        } else if let Some((dependency, feature)) = name.split_once('/') {
            let weak = dependency.strip_suffix('?');
            if weak.is_none() {
                resolved.optional.insert(underscored(dependency));
                if package.feature_table.iter().any(|(key, _)| key.value == dependency) || implicit(package, dependency)
                {
                    queue.push(dependency.to_owned());
                }
            }
            let dependency = underscored(weak.unwrap_or(dependency));
            resolved.of_dependencies.push((dependency, feature.to_owned()));
        } else {
            match package.feature_table.iter().find(|(key, _)| key.value == name) {
                Some((_, implied)) => queue.extend(implied.iter().map(|feature| feature.value.clone())),
                None if implicit(package, &name) => {
                    resolved.optional.insert(underscored(&name));
                }
                None => continue,
            }
            resolved.own.push(name);
        }
    }
    resolved.own.sort();
    resolved.of_dependencies.sort();
    resolved
}

/// The features that `default` implies in the package, each where it is written.
pub(crate) fn defaults(table: &[(Spanned<String>, Vec<Spanned<String>>)]) -> Vec<Spanned<String>> {
    let mut found: Vec<Spanned<String>> = Vec::new();
    let mut queue = vec!["default".to_owned()];
    let mut seen = FxHashSet::default();
    while let Some(name) = queue.pop() {
        if !seen.insert(name.clone()) {
            continue;
        }
        if let Some((_, implied)) = table.iter().find(|(key, _)| key.value == name) {
            queue.extend(implied.iter().map(|feature| feature.value.clone()));
            found.extend(implied.iter().cloned());
        }
    }
    found
}

/// Whether the package knows the feature.
pub(crate) fn knows(package: &Package, name: &str) -> bool {
    name == "default"
        || package.feature_table.iter().any(|(key, _)| key.value == name)
        || implicit(package, name)
        || name.split_once('/').is_some_and(|(dependency, _)| {
            package.dependencies.iter().any(|known| known.alias == underscored(dependency.trim_end_matches('?')))
        })
}

/// Whether an optional dependency is a feature of its own name, which it is until a feature names it with `dep:`.
fn implicit(package: &Package, name: &str) -> bool {
    let alias = underscored(name);
    let mut dependencies = package.dependencies.iter();
    let optional = dependencies
        .any(|known: &Dependency| known.optional && known.kind == DependencyKind::Normal && known.alias == alias);
    let mut implied = package.feature_table.iter().flat_map(|(_, implied)| implied);
    optional && !implied.any(|one| one.value.strip_prefix("dep:") == Some(name))
}

fn underscored(name: &str) -> String {
    name.replace('-', "_")
}
