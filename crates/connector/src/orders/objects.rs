//! The numbers by which BC knows the objects of orders.

/// Report 30104, Sync Orders from Shopify.
pub const SYNC_ORDERS: i32 = 30104;
/// Report 30103, Create Sales Orders.
pub const CREATE_SALES_ORDERS: i32 = 30103;
