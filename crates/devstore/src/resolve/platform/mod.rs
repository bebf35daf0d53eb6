//! What runs beside the records of a store: bulk operations, uploads, webhooks.

mod bulk;
mod bulks;
mod change;
mod read;
mod staged;
mod webhook;

pub(super) use change::change;
pub(super) use read::{object, read};
