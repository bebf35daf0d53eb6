//! The other way: a fulfilment that was made in Shopify posts the shipment of its sales order, where the shop card says so.
//!
//! Orders come with their fulfilments ([`crate::orders::staged::fulfillment`]); what is in one is read once. It is posted in one
//! transaction with the row that says so ([`crate::shipments::staged::shipped`]), whose index lets no fulfilment be posted twice,
//! and the shipment carries its id from the beginning, so that it is never sent back. What this program has asked for itself is
//! told apart: as long as it is not known which fulfilment that is, nothing of the order is posted.

mod due;
mod lines;
mod plan;
mod post;
mod reason;
mod run;

pub(crate) use run::{run, run_with};
