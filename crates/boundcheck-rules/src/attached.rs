//! What the rules about calls made while attached have in common: where the finding stands and the way that leads
//! there.

use std::collections::BTreeMap;

use boundcheck_model::{Chain, Effect, Function, Model, Pyo3, Span, Step};

use crate::{FindingBuilder, Findings};

/// A place around which `detach` belongs, and what is reached through it.
pub(crate) struct Site {
    /// The call to detach around.
    pub(crate) point: Step,
    /// The way from an export to the call that matters most, by `rank`; reached by all exports that reach any of them.
    pub(crate) chain: Chain,
}

/// One site for each place; of several chains through it the one of highest rank, then the shortest.
pub(crate) fn sites<R: Ord>(model: &Model, chains: Vec<Chain>, rank: impl Fn(&Chain) -> R) -> Vec<Site> {
    let mut sites: BTreeMap<Span, Site> = BTreeMap::new();
    for mut chain in chains {
        let point = model.detach_point(&chain);
        let span = model.step(point).name_span;
        let Some(known) = sites.get_mut(&span) else {
            sites.insert(span, Site { point, chain });
            continue;
        };
        let mut reached_by = std::mem::take(&mut known.chain.reached_by);
        reached_by.extend(std::mem::take(&mut chain.reached_by));
        reached_by.sort_unstable();
        reached_by.dedup();
        let order = rank(&chain).cmp(&rank(&known.chain));
        if order.then(known.chain.steps.len().cmp(&chain.steps.len())).is_gt() {
            *known = Site { point, chain };
        }
        known.chain.reached_by = reached_by;
    }
    sites.into_values().collect()
}

/// How to do something detached in a function, by what it has to detach with and in the names of its version.
pub(crate) fn detached(model: &Model, function: &Function, what: &str) -> String {
    let detach = model.package(function.package).pyo3.as_ref().map_or("detach", Pyo3::detach_name);
    match function.token_param() {
        Some(token) if token.ty.peeled().is("pyo3::Python") => format!("{what} in `{}.{detach}(|| …)`", token.name),
        Some(token) if token.ty.peeled().is("pyo3::Bound") && !token.name.is_empty() => {
            format!("{what} in `{}.py().{detach}(|| …)`", token.name)
        }
        _ => format!("take `py: Python<'_>` and {what} in `py.{detach}(|| …)`"),
    }
}

impl Site {
    /// Begins the finding: its place, the function it is about, and the way to it and beyond as related places.
    pub(crate) fn begin<'f, 'm>(&self, model: &Model, out: &'f mut Findings<'m>) -> FindingBuilder<'f, Findings<'m>> {
        let last = self.chain.last();
        let mut finding = out.at(model.step(self.point).span).chain(&self.chain);
        if last != self.point {
            finding =
                finding.related(model.step(last).name_span, format!("`{}` {}", self.name(model), self.what(model)));
        }
        let name = self.chain.export.map(|id| model.export(id).python_name.clone());
        finding = finding.function(self.point.function).held_by(&self.chain.reached_by, self.point);
        match name {
            Some(name) => finding.python_name(name),
            None => finding,
        }
    }

    /// The name of the call that matters.
    pub(crate) fn name<'m>(&self, model: &'m Model) -> &'m str {
        &model.step(self.chain.last()).name
    }

    /// What the call that matters does, in words that complete "this call …".
    pub(crate) fn what<'m>(&self, model: &'m Model) -> &'m str {
        self.effect(model).map_or("waits", |effect| &effect.what)
    }

    /// What to do, in the names of the project's version.
    pub(crate) fn help(&self, model: &Model) -> String {
        let call = &model.step(self.point).name;
        detached(model, model.function(self.point.function), &format!("call `{call}`"))
    }

    fn effect<'m>(&self, model: &'m Model) -> Option<&'m Effect> {
        model.step(self.chain.last()).effect.map(|id| model.effect(id))
    }
}
