//! Shopify Payments: the money that the store's orders bring, what is taken of it, and how it is paid out.
//!
//! Invariants: the net of a transaction is its amount without its fee; what the transactions of a payout come to, its own
//! transfer aside, is the payout's amount, which is the gross of its summary's groups without their fees.

mod account;
mod balance;
mod book;
mod dispute;
mod payout;
mod schedule;
mod settle;
mod summary;

pub(crate) use account::Payments;
pub(crate) use balance::{BalanceTransaction, NewBalance};
pub(crate) use book::GATEWAY;
pub(crate) use dispute::{Dispute, TIME_FOR_EVIDENCE};
pub(crate) use payout::{Payout, PayoutStatus};
pub(crate) use schedule::{Interval, Schedule};
