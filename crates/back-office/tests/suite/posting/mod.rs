//! Posting, to the last digit.

pub mod books;
mod credit_memos;
mod currencies;
mod examples;
mod journals;
mod missing;
mod numbers;
mod parts;
mod payers;
mod payments;
mod properties;
mod refusals;
mod workers;
