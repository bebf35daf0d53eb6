//! Catalogs: what companies and markets pay in a store.

mod lines;
mod prices;
mod refusals;
pub mod shelf;
mod terms;
