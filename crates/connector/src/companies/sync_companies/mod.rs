//! Report 30114, Sync Companies: `fetch → stage`, then their customers.

mod by_id;
mod fetch;
mod filter;
mod import;
mod meet;
mod reading;
mod stage;
mod standing;
mod task;

pub use filter::SHOPIFY_COMPANY_ID;
pub(crate) use meet::{Buyer, find_customer_in, find_customers, meet};
pub use task::{Options, SyncCompanies};
