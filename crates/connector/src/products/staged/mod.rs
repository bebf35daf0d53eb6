//! Products and variants as Shopify last told them, and the items they are here.

pub mod product;
pub mod variant;
