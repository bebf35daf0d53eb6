//! Catalogs as Shopify last told them, for whom they are, and what goods cost in them.

pub mod catalog;
pub mod location;
pub mod market;
pub mod price;
pub mod product;
