//! What the values promise to everyone who filters, schedules and counts.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test that fails should stop at once, where it fails"
)]

mod date_formulas;
mod filter_errors;
mod filter_expressions;
mod odata_filters;
mod world;
