//! What the connector promises: from an order in a store to its sales order, on both engines, against a devstore in
//! process and on a clock that stands still.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test that fails should stop at once, where it fails"
)]

mod amounts;
mod calls;
mod cost;
mod failing;
mod filters;
mod goods;
mod mapping;
mod repeating;
mod shops;
mod store;
mod toggle;
mod webhooks;
mod world;
