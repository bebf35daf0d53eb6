//! Disputes of the payments that came by Shopify Payments: buyers whose banks want the money back, or ask about it. A page
//! holds those that are new beside those that are named, so that one call as a rule brings all that a store has to tell.

mod dispute;
mod options;
mod page;

pub use dispute::{Dispute, OrderOfDispute, ReasonDetails};
pub use options::{DisputeReason, DisputeStatus, DisputeType};
pub use page::{Asked, Disputes, DisputesPage, DisputesVariables, PAGE, page};
