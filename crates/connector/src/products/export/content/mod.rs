//! What an item says of itself in a store: its title, its description, its numbers. Pure.

mod barcode;
mod body;
mod handle;
mod origin;
mod sku;
mod title;
mod weight;

pub(super) use barcode::barcode;
pub(super) use body::{Texts, body};
pub(super) use handle::handle;
pub(super) use origin::{country, digits};
pub(super) use sku::sku;
pub(super) use title::{product_type, title, vendor};
pub(super) use weight::{unit_of, weight};
