//! The back office: items, stock, customers, sales documents, the set-up that decides their amounts, and the ledgers to
//! which they are posted.
//!
//! It behaves as Business Central does wherever its user can see it: codes, number series without gaps, amounts rounded
//! per document and VAT identifier. It is one company per database.
//!
//! A document may come from elsewhere. It then carries where from, in neutral words: kind, id and number of the source.
//! Kind and id are unique, so making a document twice changes nothing.
//!
//! What it refuses to do: name the place a document came from; guess at a missing set-up. A code that is not there, a
//! blocked customer, a VAT set-up that is missing: an error says which, and where to mend it.
//!
//! Invariants: the lines of a document add up to its totals, to the last decimal; a number series gives each number
//! once, and gives it back when the transaction fails; what is posted adds up to nothing in the general ledger, what
//! customers owe there is what the customer ledger says, and what goods are worth there is what value entries say; what
//! is left of goods that came is what is on hand; whatever changes what is available leaves a mark. [`mod@audit`] checks
//! them.

pub mod accounts;
pub mod audit;
pub mod availability;
pub mod bank_accounts;
mod chosen;
pub mod company;
pub mod countries;
pub mod currencies;
pub mod customer_discount_groups;
pub mod customer_ledger;
pub mod customer_price_groups;
pub mod customers;
mod error;
pub mod expected_receipts;
mod find_entries;
pub mod general_journal;
pub mod general_ledger;
pub mod inventory_setup;
pub mod invoice_discounts;
pub mod item_categories;
pub mod item_discount_groups;
pub mod item_journal;
pub mod item_ledger;
pub mod items;
pub mod locations;
mod migration;
pub mod number_series;
pub mod payment_methods;
pub mod payment_terms;
pub mod posting;
pub mod posting_groups;
pub mod posting_jobs;
pub mod posting_setup;
pub mod prices;
pub mod sales;
pub mod sales_setup;
pub mod sales_tax;
pub mod salespeople;
pub mod setup;
pub mod shipment_methods;
pub mod shipping_agents;
pub mod tariff_numbers;
pub mod told;
pub mod units_of_measure;
pub mod upkeep;
pub mod user_setup;
pub mod vat;
pub mod vendors;

pub use error::{Error, Result};
pub use find_entries::{Found, find_entries};
pub use migration::migrations;
