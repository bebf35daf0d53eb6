//! What a store holds, as records in memory.

pub(crate) mod address;
mod attempt;
pub(crate) mod bulk;
pub(crate) mod country;
pub(crate) mod customer;
pub(crate) mod discount;
pub(crate) mod draft;
pub(crate) mod edit;
pub(crate) mod fulfilment;
mod happened;
pub(crate) mod ids;
pub(crate) mod location;
pub(crate) mod money;
mod old_orders;
pub(crate) mod order;
mod output;
pub(crate) mod payment_terms;
pub(crate) mod product;
pub(crate) mod refund;
mod return_reason;
pub(crate) mod returns;
pub(crate) mod risk;
mod shop;
pub(crate) mod special;
mod state;
mod stock;
mod totals;
pub(crate) mod transaction;
pub(crate) mod upload;
pub(crate) mod webhook;

pub(crate) use attempt::Attempt;
pub(crate) use happened::{Happened, Topic};
pub(crate) use return_reason::{RETURN_REASONS, ReturnReason};
pub(crate) use shop::Shop;
pub(crate) use state::State;
