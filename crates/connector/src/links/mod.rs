//! Links: which item a Shopify variant is, and which customer a Shopify customer.

pub mod customer;
pub mod variant;
