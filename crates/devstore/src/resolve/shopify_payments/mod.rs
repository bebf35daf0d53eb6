//! Shopify Payments: the account, what moved on it, its payouts and its disputes.

mod account;
mod balance;
mod dispute;
mod found;
mod payout;

pub(super) use account::{AccountObject, account};
pub(super) use balance::BalanceObject;
pub(super) use dispute::{DisputeObject, DisputeSummary};
pub(super) use found::disputes;
pub(super) use payout::{BusinessEntity, PayoutObject};
