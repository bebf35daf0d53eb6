//! Webhooks as they arrive: what their headers say, and whether they are signed by the app that the store knows.
//!
//! A webhook is a hint that something has changed, never the change itself: what it is about is read by GraphQL. It may
//! come twice, late, in another order, or not at all.

mod delivery;
mod signature;
mod topic;

pub use delivery::{Delivery, NotADelivery};
pub use signature::{SIGNATURE, is_signed, signature};
pub use topic::Topic;
