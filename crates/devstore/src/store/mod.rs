//! What a store holds, as records in memory.

pub(crate) mod address;
mod attempt;
pub(crate) mod bulk;
pub(crate) mod country;
pub(crate) mod customer;
mod happened;
mod ids;
pub(crate) mod money;
mod old_orders;
pub(crate) mod order;
mod output;
pub(crate) mod product;
mod shop;
mod state;
mod totals;
pub(crate) mod upload;
pub(crate) mod webhook;

pub(crate) use attempt::Attempt;
pub(crate) use happened::{Happened, Topic};
pub(crate) use shop::Shop;
pub(crate) use state::State;
