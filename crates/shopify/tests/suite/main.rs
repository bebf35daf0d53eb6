//! What the client asks, what it makes of answers, and what that costs.

// An order has many fields, and `json!` takes a step for each.
#![recursion_limit = "512"]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    missing_docs,
    reason = "a test that fails should stop at once, where it fails"
)]

mod bulk;
mod devstore;
mod documents;
mod errors;
mod fake;
mod formula;
mod graphql_js;
mod matrix;
mod observing;
mod orders;
mod retries;
mod sharing;
mod staff;
mod tokens;
