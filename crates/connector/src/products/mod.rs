//! Products: what a store sells, and the items they are here.

pub mod add_items;
pub mod channels;
pub(crate) mod chosen;
pub mod edit;
pub(crate) mod export;
pub mod images;
pub(crate) mod import;
pub mod items;
pub mod map;
pub(crate) mod mapping;
pub mod matches;
mod objects;
pub mod options;
pub mod prices;
pub mod removal;
pub mod staged;
pub mod sync_products;
pub(crate) mod write;

pub use mapping::Reason;
pub use objects::{ADD_ITEMS, SYNC_IMAGES, SYNC_PRODUCTS};
pub(crate) use objects::{ITEM_NUMBER, lane};
