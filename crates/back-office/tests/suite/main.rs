//! What the back office promises, on both engines.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test that fails should stop at once, where it fails"
)]

mod audit;
mod checks;
mod customers;
mod editing;
mod items;
mod number_series;
mod posting;
mod posting_jobs;
mod prices;
mod records;
mod sales_orders;
mod sales_tax;
mod stock;
mod worked_examples;
mod world;
