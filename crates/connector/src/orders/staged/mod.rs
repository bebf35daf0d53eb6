//! The staged order with all that belongs to it.

pub mod attribute;
mod document;
pub mod line;
pub mod order;
mod read;
mod replace;
pub mod shipping_charge;
pub mod tax_line;

pub use document::{Document, Sale};
pub use read::{read, read_sales};
pub use replace::{delete, insert};
