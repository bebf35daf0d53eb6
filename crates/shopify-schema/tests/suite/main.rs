//! The subset against Shopify's own schema.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    missing_docs,
    reason = "a test that fails should stop at once, where it fails"
)]

mod full_schema;
mod subset;
