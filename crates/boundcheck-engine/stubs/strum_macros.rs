//! The derives of `strum`.

use proc_macro::TokenStream;

#[proc_macro_derive(AsRefStr, attributes(strum))]
pub fn as_ref_str(input: TokenStream) -> TokenStream;
#[proc_macro_derive(Display, attributes(strum))]
pub fn to_string(input: TokenStream) -> TokenStream;
#[proc_macro_derive(EnumCount, attributes(strum))]
pub fn enum_count(input: TokenStream) -> TokenStream;
#[proc_macro_derive(EnumIter, attributes(strum))]
pub fn enum_iter(input: TokenStream) -> TokenStream;
#[proc_macro_derive(EnumMessage, attributes(strum))]
pub fn enum_messages(input: TokenStream) -> TokenStream;
#[proc_macro_derive(EnumProperty, attributes(strum))]
pub fn enum_properties(input: TokenStream) -> TokenStream;
#[proc_macro_derive(EnumString, attributes(strum))]
pub fn from_string(input: TokenStream) -> TokenStream;
#[proc_macro_derive(IntoStaticStr, attributes(strum))]
pub fn into_static_str(input: TokenStream) -> TokenStream;
#[proc_macro_derive(VariantNames, attributes(strum))]
pub fn variant_names(input: TokenStream) -> TokenStream;
