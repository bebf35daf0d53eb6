//! Orders: from the store to the sales order.

pub mod create_sales_orders;
pub(crate) mod import;
pub(crate) mod mapping;
mod objects;
pub mod options;
pub(crate) mod process;
pub mod staged;
pub mod sync_orders;
pub mod to_import;

pub use objects::{CREATE_SALES_ORDERS, SYNC_ORDERS};
