//! Posting set-up: which accounts documents are posted to, by the groups of what is sold and of who buys.

pub mod general;
pub mod inventory;
