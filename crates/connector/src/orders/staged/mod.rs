//! The staged order with all that belongs to it.

mod about;
pub mod additional_fee;
pub mod attribute;
mod document;
pub mod fulfillment;
pub mod line;
pub mod line_attribute;
pub mod order;
mod read;
mod replace;
pub mod risk;
pub mod shipping_charge;
pub mod tax_line;
pub mod transaction;

pub use document::{Document, Sale, Told};
pub use read::{read, read_sales};
pub use replace::{delete, insert};
