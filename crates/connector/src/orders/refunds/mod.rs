//! Refunds and returns: read behind the orders, staged, and made into credit memos or return orders.

pub(in crate::orders) mod credit;
pub mod options;
pub(in crate::orders) mod reading;
pub mod staged;
mod start;
#[cfg(test)]
mod told;

pub use credit::Refusal;
pub(crate) use credit::SHOPIFY_REFUND_ID;
pub use start::for_refunds;
