//! Report 30114, Sync Companies: `fetch → stage`, then their customers.

mod by_id;
mod fetch;
mod import;
mod meet;
mod reading;
mod stage;
mod standing;
mod task;

pub(crate) use meet::{Buyer, find_customer_in, find_customers, meet};
pub use task::{Options, SHOPIFY_COMPANY_ID, SyncCompanies};
