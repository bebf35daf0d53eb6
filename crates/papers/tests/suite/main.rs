//! Documents are printed as they were posted.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test that fails should stop at once, where it fails"
)]

#[cfg(feature = "pdf")]
mod pages;
mod sheets;
mod world;
