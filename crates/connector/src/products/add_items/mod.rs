//! Report 30106, Add Item to Shopify: items become products that are not there yet.
//!
//! `collect → check → find → send → record`. An item that is a product of the shop already is passed over. One that a variant
//! in the store has the SKU or the bar code of becomes that product. Each other is made with all its variants in one go, known
//! by an address that only it has, so that one whose answer was lost is found again. What was added and is not known to be
//! published is published by the next run.

pub(crate) mod address;
mod allowed;
mod check;
mod collect;
mod find;
mod link;
mod new_product;
mod publish;
mod record;
mod run;
mod send;
mod start;
mod stock;
mod task;

pub use start::for_items;
pub use task::{AddItems, Options};
