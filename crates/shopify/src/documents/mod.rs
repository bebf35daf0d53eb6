//! Everything that we ask of Shopify: one module for each thing, with its documents, its types and its verbs.

mod all;
pub mod api_versions;
pub mod orders;
pub mod shop;
mod write;

pub use all::{Listed, all};
pub(crate) use write::query;
