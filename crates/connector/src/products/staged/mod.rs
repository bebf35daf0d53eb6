//! Products and variants as Shopify last told them, and the items they are here.

pub mod product;
mod read;
pub mod variant;
mod whole;

pub(crate) use read::{by_ids, of_shop, unmapped};
pub use whole::Whole;
