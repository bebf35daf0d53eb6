//! Links: which item a Shopify variant is, and which customer a Shopify customer or company.

pub mod company;
pub mod company_location;
pub mod customer;
mod see;
mod see_companies;

pub use crate::products::staged::variant;
pub(crate) use see::{customers, product_items, see_customers, see_variants, variants};
pub(crate) use see_companies::{companies, company_locations, see_companies};
