//! What the database seam promises, on both engines.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test that fails should stop at once, where it fails"
)]

mod article;
mod expected;
mod filters;
mod lists;
mod many;
mod reads_and_writes;
mod sample;
mod searches;
