//! The numbers by which BC knows the objects of customers.

/// Report 30100, Sync Customers.
pub const SYNC_CUSTOMERS: i32 = 30100;
/// Report 30110, Sync Countries.
pub const SYNC_COUNTRIES: i32 = 30110;
/// Report 30112, Add Customer to Shopify.
pub const ADD_CUSTOMERS: i32 = 30112;

/// The filter that names single customers.
pub(crate) const CUSTOMER_NUMBER: &str = "Customer.number";
