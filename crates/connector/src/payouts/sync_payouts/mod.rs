//! Report 30105, Sync Payouts: `stand → fetch → stage`.

mod asking;
mod content;
mod rates;
mod stage;
mod stand;
mod task;

pub use task::{Options, SyncPayouts};
