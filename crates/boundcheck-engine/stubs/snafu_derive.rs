//! The derive of `snafu`.

use proc_macro::TokenStream;

#[proc_macro_derive(Snafu, attributes(snafu))]
pub fn snafu_derive(input: TokenStream) -> TokenStream;
