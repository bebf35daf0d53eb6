//! Stock: what comes, goes, moves and is counted, what it costs, and what of it is available.

mod availability;
mod costing;
mod counting;
mod journal;
mod marks;
mod properties;
mod refusals;
mod reservations;
pub mod warehouse;
