//! What a store holds, as records in memory.

pub(crate) mod address;
pub(crate) mod country;
pub(crate) mod customer;
mod ids;
pub(crate) mod money;
pub(crate) mod order;
pub(crate) mod product;
mod shop;
mod state;
mod totals;

pub(crate) use shop::Shop;
pub(crate) use state::State;
