//! Payouts and balance transactions as Shopify last told them.

pub mod payout;
pub mod transaction;
