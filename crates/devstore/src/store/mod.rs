//! What a store holds, as records in memory.

pub(crate) mod address;
pub(crate) mod bulk;
pub(crate) mod country;
pub(crate) mod customer;
mod happened;
mod ids;
pub(crate) mod money;
pub(crate) mod order;
mod output;
pub(crate) mod product;
mod shop;
mod state;
mod totals;
pub(crate) mod upload;
pub(crate) mod webhook;

pub(crate) use happened::{Happened, Topic};
pub(crate) use shop::Shop;
pub(crate) use state::State;
