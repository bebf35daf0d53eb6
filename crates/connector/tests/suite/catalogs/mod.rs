//! Catalogs: what companies and markets pay in a store.

mod lines;
mod prices;
mod refusals;
mod shelf;
mod terms;
