//! Shop card, staging, mapping and the sync tasks.

mod error;
pub mod links;
mod migration;
pub mod orders;
pub mod shops;
pub mod skipped;
pub mod watermark;

pub use error::Error;
pub use migration::migrations;
