//! How many there are of what a store sells, at which location: read for some, read for all in bulk, and set.

mod in_bulk;
mod level;
mod of_items;
mod set;

pub use in_bulk::{InBulk, in_bulk, query as bulk_query};
pub use level::{InventoryItem, Level, quantity};
pub use of_items::{AT_ONCE, InventoryOfItems, of_items};
pub use set::{
    Code, InventorySetQuantities, MANY, NAME, Quantity, QuantityInput, REASON, Refused, SetInput, SetPayload,
    SetQuantities, SetVariables,
};
