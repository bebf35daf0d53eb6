//! Import: from what Shopify said about an order to the rows that stage it. Pure: it reads no table and makes no call.

mod content;
mod document;
mod header;
mod kept;
mod lines;
mod money;
mod name;
mod queue_row;
mod seen;
#[cfg(test)]
mod tests;
mod text;

pub use content::hash;
pub use document::{Ground, Imported, document};
pub use money::{Invalid, amount, price};
pub use queue_row::{Reported, queue_row, unreadable};
pub use seen::{SeenCustomer, SeenVariant};
pub use text::cut;
