//! Order Totals (page 30172): what an order comes to in Shopify, line by line and in both its moneys, beside what its
//! document comes to.
//!
//! The document is the open order or invoice; when that is posted whole and gone, what was posted of it.

mod compare;
mod document;
mod read;
#[cfg(test)]
mod tests;

pub use compare::{Compared, OrderTotals, Part};
pub use document::{Document, DocumentKind};
pub use read::order_totals;
