//! The program as its users have it: real processes, their output, and how they end.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test that fails should stop at once, where it fails"
)]

mod bad_input;
mod batch_posting;
mod begin_stock;
mod checklist;
mod copies;
mod demo;
mod demo_company;
mod dry_run;
mod first_start;
mod first_store;
mod foreground;
mod help;
mod killed;
mod ledger;
mod paid_orders;
mod preview;
mod printed;
mod process;
mod set_up;
mod store;
mod world;
