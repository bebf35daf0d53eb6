//! What Shopify changes of an order after its document was made (BC: Has Order State Error): it is told part by part, and
//! a person takes it over into the document, closes the document of an order that was cancelled, or says that it is
//! settled.
//!
//! An order's document is a function of what is staged of the order. So what has changed is the difference between the
//! document that would have been made of it before and the one that would be made now: a payment or a parcel changes
//! nothing, and no rule is written twice.
//!
//! Invariant: an order has updates exactly as long as [`has_order_state_error`](super::staged::order::Model) says so.

mod apply;
mod close;
mod entity;
mod entry;
mod note;
mod on_document;
mod part;
mod resolve;
mod settlement;
#[cfg(test)]
mod tests;
mod told;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub(crate) use note::{forget, note};
pub use part::Part;
pub use settlement::{Settlement, settle, settle_in};
pub use told::{Update, told};
