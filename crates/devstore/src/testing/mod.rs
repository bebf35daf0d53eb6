//! What buyers and merchants do in a store, for tests: through its API, as any client of Shopify would.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that fails should stop at once, where it fails"
)]

mod ask;
mod orders;
pub mod paid_back;

pub use ask::{done, graphql, graphql_as};
pub use orders::{cancel, complete_draft, kroner, line, order, pay, place, tax, with};
