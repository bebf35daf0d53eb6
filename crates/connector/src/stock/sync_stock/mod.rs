//! Report 30102, Sync Stock to Shopify: `collect → calculate → plan → send → record`, and once a day a comparison of all.

mod batch;
mod calculate;
mod collect;
mod compare;
mod ground;
mod known;
mod options;
mod plan;
mod read;
mod reason;
mod record;
mod refused;
mod repair;
mod run;
mod send;
mod settle;
mod sold;
mod task;
mod turn;

pub use options::Options;
pub use task::{SHOPIFY_VARIANT_ID, SyncStock};

pub(super) use calculate::{Calculated, Counts};
pub(super) use collect::variants_of;
pub(super) use ground::{Ground, Place};
pub(super) use sold::{Sold, sold};
