//! Orders: from the store to the sales order.

pub mod create_sales_orders;
pub(crate) mod import;
pub(crate) mod mapping;
pub mod options;
pub(crate) mod process;
pub mod staged;
pub mod sync_orders;
pub mod to_import;

/// Report 30104, Sync Orders from Shopify.
pub const SYNC_ORDERS: i32 = 30104;
/// Report 30103, Create Sales Orders.
pub const CREATE_SALES_ORDERS: i32 = 30103;
