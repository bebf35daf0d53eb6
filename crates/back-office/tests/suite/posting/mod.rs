//! Posting, to the last digit.

mod before;
pub mod books;
mod credit_memos;
mod currencies;
pub mod examples;
mod journals;
mod mandatory;
mod missing;
mod numbers;
mod parts;
mod payers;
mod payment_discounts;
mod payments;
mod properties;
mod refusals;
mod taken_back;
mod workers;
