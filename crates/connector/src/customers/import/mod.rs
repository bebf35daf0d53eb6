//! What Shopify says of customers becomes the rows that are staged of them.

mod by_ids;
mod fetched;
mod stage;
mod tell;

pub(crate) use by_ids::read;
pub(crate) use fetched::{Fetched, newest};
pub(crate) use stage::{Which, stage};
