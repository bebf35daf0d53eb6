//! Links: which item a Shopify variant is, and which customer a Shopify customer.

pub mod customer;
mod see;
pub mod variant;

pub(crate) use see::{customers, see_customers, see_variants, variants};
