//! Companies as Shopify last told them, with their locations and those who speak for them.

pub mod company;
pub mod contact;
pub mod location;
mod read;
mod whole;
mod write;

pub(crate) use read::{by_ids, unmapped};
pub(crate) use whole::Whole;
pub(crate) use write::{companies, wholes};
