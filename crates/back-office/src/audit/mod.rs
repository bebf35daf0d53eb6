//! The audit of the ledgers: whether what must always hold of them does, on whatever database.
//!
//! Posting makes entries that hold, and the tests see to that. The audit reads what is there, as after a restore or a
//! change by hand, and says of each deviation which entries it is about. It changes nothing.

mod customers;
mod finding;
mod general;
mod goods;
mod inventory;
mod numbers;
mod run;
mod sums;
mod vat;

pub use finding::{Check, Finding};
pub use run::{Audit, audit};
