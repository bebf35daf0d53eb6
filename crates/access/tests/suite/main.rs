//! What users, tokens and the vault promise, on both engines.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test that fails should stop at once, where it fails"
)]

mod permissions;
mod sessions;
mod settings;
mod tokens;
mod users;
mod vault;
mod world;
