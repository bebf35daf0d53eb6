//! What Shopify has said of stock, what is on its way, and what is to be looked at.

pub mod batch;
pub mod dirty;
pub mod drift;
pub mod inventory;
pub mod standing;
