//! What holds for the workspace as a whole.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test that fails should stop at once, where it fails"
)]

mod dependencies;
mod lock_file;
mod manifests;
mod unused;
mod workspace;
