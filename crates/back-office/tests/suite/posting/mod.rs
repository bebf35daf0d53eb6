//! Posting, to the last digit.

pub mod books;
mod credit_memos;
mod examples;
mod journals;
mod numbers;
mod parts;
mod payments;
mod properties;
mod refusals;
mod workers;
