pub(crate) mod e002_panic_abort_in_extension;
pub(crate) mod s001_unused_allowance;

/// Every rule, sorted by code.
pub static ALL: &[&crate::Rule] = &[&e002_panic_abort_in_extension::RULE, &s001_unused_allowance::RULE];
