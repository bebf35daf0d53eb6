//! Report 30115, Sync Catalogs: `fetch → stage`.

mod fetch;
mod relate;
mod stage;
mod task;

pub use task::{Options, SyncCatalogs};
