//! Signatures: of webhooks, and of addresses that allow one thing for a while, as those of Shopify's storage do.

mod file;
mod signature;
mod upload;

pub(crate) use file::{file_address, file_is_permitted};
pub(crate) use signature::{permits, signature};
pub(crate) use upload::{Policy, Target, parameters, target};
