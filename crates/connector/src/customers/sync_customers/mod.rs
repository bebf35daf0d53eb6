//! Report 30100, Sync Customers: `fetch → stage → map → apply`, and the other way `collect → plan → send → record`
//! (`export`).

mod apply;
mod fetch;
mod filter;
mod map;
mod reading;
mod run;
mod standing;
mod task;
mod update;

pub(crate) use filter::SHOPIFY_CUSTOMER_ID;
pub use task::{Options, SyncCustomers};
