//! What variants cost by quantity, and in which quantities they are sold.

mod breaks;
mod change;
mod input;
mod prices;
mod rules;
mod update;

pub(crate) use update::quantity_pricing_by_variant_update;
