//! What Shopify says of a product becomes the rows that are staged of it. Pure: no table, no call.

mod digest;
mod fetched;
mod tell;

pub(crate) use digest::digest;
pub(crate) use fetched::{Fetched, Invalid, newest, number};
pub(crate) use tell::{status, tell_product, tell_variant};
