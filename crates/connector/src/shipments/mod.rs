//! Shipments: what was posted here is sent in Shopify (report 30109), and the other way round where the shop card says so.
//!
//! A posted shipment of a Shopify order carries the *Shopify Fulfillment ID* (field 30103): 0 as long as it is to be sent,
//! the fulfilment's id once it is, −1 where something of it could not be sent and a person is to say what becomes of it, −2
//! where nothing of it is. A shipment may be several fulfilments, one for each place and way and 250 lines; all of them are in
//! [`staged::shipped`], and the number is that of the last.
//!
//! ```text
//! settle   what was asked for and not answered is looked for on its order, a minute later
//! collect  the posted shipments, a page of them, with all that is known of them here
//! there    what Shopify says at this moment of how their orders are sent, 250 orders a call
//! plan     which pieces of which fulfilment orders become which parcels (pure)
//! send     the parcels, 25 a call; each is a row before it is asked for
//! tell     how each shipment stands then, and why it is not sent
//! ```
//!
//! `fulfillmentCreate` takes no key by which Shopify would know a repeated one. So each is an outbound operation
//! ([`crate::operations`]) with the ids of the order's fulfilments before it and the pieces that are in it: whoever got no answer
//! looks for a fulfilment that is none of these and has the very same pieces. What is not there is never sent again as it was,
//! but planned anew, on what the order says then. Two parcels of one fulfilment order are never asked for at once: what Shopify
//! says after the first is looked at before the second.
//!
//! What it refuses to do: register a fulfillment service; send what a service sends; send more than Shopify still waits for.

mod access;
mod already;
mod collect;
mod freight;
mod need;
pub mod number;
mod objects;
mod person;
mod plan;
mod reason;
pub(crate) mod receive;
mod run;
mod send;
mod settle;
pub mod staged;
mod task;
mod tell;
pub(crate) mod there;
mod tracking;
pub mod tracking_company;

pub use objects::SYNC_SHIPMENTS;
pub use person::{leave_out, send_again, send_now, set_number};
pub(crate) use task::SHIPMENT_NUMBER;
pub use task::SyncShipments;
