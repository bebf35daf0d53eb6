//! Posting, to the last digit.

pub mod books;
mod credit_memos;
mod currencies;
pub mod examples;
mod journals;
mod missing;
mod numbers;
mod parts;
mod payers;
mod payment_discounts;
mod payments;
mod properties;
mod mandatory;
mod refusals;
mod taken_back;
mod workers;
