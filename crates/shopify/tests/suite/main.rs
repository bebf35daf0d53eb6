//! What the client asks, what it makes of answers, and what that costs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    missing_docs,
    reason = "a test that fails should stop at once, where it fails"
)]

mod documents;
mod formula;
