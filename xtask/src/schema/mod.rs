//! Our part of Shopify's schema, and the original.

mod compare;
mod documents;
mod package;
mod sdl;

pub(crate) use compare::run as compare;
pub(crate) use documents::run as documents;
