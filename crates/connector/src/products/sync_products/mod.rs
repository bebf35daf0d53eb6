//! Report 30108, Sync Products, as far as products become items: `fetch → stage → map → apply`.
//!
//! What is read again because a person named it, because it failed, or because the store has fewer products than are
//! staged here goes by ids, and never through the watermark.

mod by_id;
mod counts;
mod decide;
mod fetch;
mod import;
mod in_bulk;
mod options;
mod reading;
mod stage;
mod take_up;
mod task;
mod vanished;

pub(crate) use by_id::read;
pub use options::Options;
pub use task::{SHOPIFY_PRODUCT_ID, SyncProducts};
