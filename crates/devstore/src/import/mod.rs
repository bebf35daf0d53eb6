//! Products from files in the form that Shopify's admin exports and imports.
//!
//! A row is a variant, the first row of a handle also the product; a row with nothing but a picture is neither. Both
//! forms of the header are read: the one with `Handle` and `Variant Price`, and the later one with `URL handle` and
//! `Price`.

mod column;
mod load;
mod product;
mod row;

pub use load::Loaded;
pub(crate) use load::load;
