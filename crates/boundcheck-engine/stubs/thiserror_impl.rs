//! The derive of `thiserror`.

use proc_macro::TokenStream;

#[proc_macro_derive(Error, attributes(backtrace, error, from, source))]
pub fn derive_error(input: TokenStream) -> TokenStream;
