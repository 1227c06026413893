//! The attribute of `enum_dispatch`.

use proc_macro::TokenStream;

#[proc_macro_attribute]
pub fn enum_dispatch(attr: TokenStream, item: TokenStream) -> TokenStream;
