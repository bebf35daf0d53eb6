//! Import: from what Shopify said about an order to the rows that stage it. Pure: it reads no table and makes no call.

mod attributes;
mod content;
mod document;
mod fees;
mod fulfillments;
mod header;
mod kept;
mod lines;
mod money;
mod name;
mod queue_row;
mod risks;
mod seen;
mod shortened;
#[cfg(test)]
mod tests;
mod text;
mod tip;
mod transactions;

pub use content::{hash, hash_of_closed};
pub use document::{Ground, Imported, document};
pub(in crate::orders) use money::both;
pub use money::{Invalid, amount, price};
pub(in crate::orders) use queue_row::option;
pub use queue_row::{Reported, queue_row, unreadable};
pub use seen::{SeenCompany, SeenCustomer, SeenVariant};
pub(crate) use shortened::EXTERNAL_DOCUMENT_NUMBER;
pub use text::cut;
pub(in crate::orders) use text::{number, or_blank};
