//! The numbers by which BC knows the objects of payouts.

/// Report 30105, Sync Payouts.
pub const SYNC_PAYOUTS: i32 = 30105;
/// Report 30118, Suggest Shopify Payments.
pub const SUGGEST_PAYMENTS: i32 = 30118;
