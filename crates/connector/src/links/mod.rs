//! Links: which item a Shopify variant is, and which customer a Shopify customer or company.

mod see;
mod see_companies;

pub use crate::companies::staged::{company, location as company_location};
pub use crate::customers::staged::customer;
pub use crate::products::staged::variant;
pub(crate) use see::{product_items, see_customers, see_variants, variants};
pub(crate) use see_companies::{companies, company_locations, see_companies};
