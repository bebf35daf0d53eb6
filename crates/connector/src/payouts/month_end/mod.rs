//! The month's end: what Shopify says of a month beside what the ledger says, and what explains the rest.
//!
//! Each section compares record by record, order by order, payout by payout: where the two differ there is a *reason*, and the
//! records that make it up. So a section ends in nothing, or shows precisely what the rest is. Amounts are in the company's own
//! currency; what a foreign currency has won or lost meanwhile is a reason of its own.
//!
//! The *clearing account* is where payments wait between the customer's ledger and the bank. Its balance is put beside what
//! Shopify still owes at the end of the month, whenever that came about.

mod clearing;
mod documents;
mod ledger;
mod money;
mod orders;
mod payments;
mod payouts;
mod period;
mod run;
mod section;

pub use period::Period;
pub use run::{MonthEnd, month_end};
pub use section::{Explained, Figure, Item, MOST_ITEMS, Reason, RecordKind, Section, SectionKind};
