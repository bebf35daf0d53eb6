//! Products: what a store sells, and the items they are here.

pub mod add_items;
pub mod channels;
pub(crate) mod export;
mod objects;
pub mod options;
pub mod prices;
pub mod staged;

pub use objects::{ADD_ITEMS, SYNC_PRODUCTS};
pub(crate) use objects::{ITEM_NUMBER, lane};
