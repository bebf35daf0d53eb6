//! What the job queue promises: its conformance suite on both engines, and the vectors of its schedules.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test that fails should stop at once, where it fails"
)]

mod conformance;
mod guide;
mod killed;
mod schedule;
mod world;
