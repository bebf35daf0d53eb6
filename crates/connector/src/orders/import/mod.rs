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
mod places;
mod queue_row;
mod risks;
mod seen;
mod shortened;
mod taken;
#[cfg(test)]
mod tests;
mod text;
mod tip;
mod transactions;

pub(in crate::orders) use content::digest;
pub use content::{hash, hash_of_closed};
pub use document::{Ground, Imported, document};
pub(in crate::orders) use money::both;
pub use money::{Invalid, amount, price};
pub(crate) use queue_row::option;
pub use queue_row::{Reported, queue_row, unreadable};
pub use seen::{SeenCompany, SeenCustomer, SeenVariant};
pub(crate) use shortened::EXTERNAL_DOCUMENT_NUMBER;
pub(crate) use taken::{TakenLine, taken};
pub use text::cut;
pub(crate) use text::number;
pub(in crate::orders) use text::or_blank;
