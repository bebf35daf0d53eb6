//! Shopify Payments: what the store is owed for what was sold, what Shopify keeps of it, and what has come to the bank.
//!
//! Report 30105 ([`sync_payouts`]) reads payouts and the transactions of which they are made, and *splits* each payout
//! ([`split`]): sales, refunds, fees and so on, which come to the deposit to the cent, or the difference is named. A person has
//! the journal of a payout suggested ([`journal`]): bank, fees and adjustments against the account on which payments wait until
//! they are paid out. Report 30118 ([`suggest_payments`]) suggests what customers have paid, for a cash receipt journal. The
//! month's end ([`month_end`]) puts both sides beside each other and says what explains the rest.
//!
//! Invariants: a payout and a transaction are staged once per store; the parts of a payout and what is unexplained come to its
//! amount; a payout stands in a journal once and is posted once; a payment of an order is suggested once and is posted once.

mod currency;
pub mod journal;
pub mod month_end;
mod objects;
pub mod options;
pub(crate) mod scopes;
mod source;
pub mod split;
pub mod staged;
pub mod suggest_payments;
pub mod sync_payouts;
pub mod types;

pub use objects::{SUGGEST_PAYMENTS, SYNC_PAYOUTS};

/// By what the back office knows a payout: entries and journal lines that come from one carry it.
pub const PAYOUT_SOURCE: &str = "Shopify Payout";
/// By what it knows a payment of an order.
pub const TRANSACTION_SOURCE: &str = "Shopify Transaction";
/// By this gateway Shopify Payments takes payments.
pub(crate) const GATEWAY: &str = "shopify_payments";
/// The category of what concerns payments.
pub(crate) const CATEGORY: &str = "SHPFYPAY";
