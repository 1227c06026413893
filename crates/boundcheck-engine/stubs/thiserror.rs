//! `thiserror`: a derive.

pub use thiserror_impl::Error;
