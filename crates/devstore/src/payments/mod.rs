//! What happens to the account of a store with Shopify Payments, and no mutation does: its conditions, adjustments,
//! payouts and disputes.

mod account;
mod adjustment;
mod catch_up;
mod dispute;
mod known;
mod payout;
mod settings;

pub use account::PaymentsAccount;
pub use adjustment::Adjustment;
pub(crate) use catch_up::catch_up;
pub use dispute::{DisputeChange, NewDispute};
pub use payout::PayoutChange;
pub use settings::PaymentsSettings;
