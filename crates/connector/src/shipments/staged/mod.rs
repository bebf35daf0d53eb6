//! What is kept of how orders are sent: the parts that wait in Shopify, what is in each parcel there, and which parcels the
//! posted shipments are.

pub mod parcel_line;
pub mod shipped;
pub mod waiting;
pub mod waiting_line;
mod write;

pub(crate) use write::{keep_parcels, keep_waiting};
