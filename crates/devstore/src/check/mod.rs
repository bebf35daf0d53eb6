//! What Shopify refuses is refused here: documents and variables are checked with the texts and codes of the real
//! store, scalars and `@oneOf` too, which a general GraphQL library lets through.

pub(crate) mod document;
mod finding;
mod fragments;
mod literal;
mod scalar;
mod usage;
pub(crate) mod variables;

pub(crate) use finding::Finding;
