//! What an item says of itself in a store: its title, its description, its numbers. Pure.

mod barcode;
mod body;
mod handle;
mod origin;
mod sku;
mod title;
mod weight;

pub(crate) use barcode::barcode;
pub(crate) use body::{Texts, body, unframed};
pub(crate) use handle::handle;
pub(crate) use origin::{country, digits};
pub(crate) use sku::sku;
pub(crate) use title::{product_type, title, vendor};
pub(crate) use weight::{in_unit, unit_of, weight};
