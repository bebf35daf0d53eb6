//! The VAT check: the rates at which a store has charged VAT, against those that the documents of its orders would bear.
//!
//! [`check`] looks at what was sold in the last ninety days and compares, country by country, Shopify's rate of each line
//! and shipping charge with the VAT posting set-up that it would meet: the VAT business posting group of its customer, or
//! of the template from which one would be made, and the VAT product posting group of its item or account. Nothing is asked
//! of the store, and it takes as many statements for a hundred thousand orders as for one.
//!
//! What is not compared: orders that were cancelled, buyers who are exempt, what a sales channel pays itself, and sales
//! tax, whose rate is that of a tax area.

mod check;
mod finding;
mod ground;
mod one_stop_shop;
mod seen;
mod templates;

pub use check::{CountryCheck, DAYS, VatCheck, check, check_shop};
pub use finding::{Finding, Reason, Subject};
pub use one_stop_shop::{create, preview};
