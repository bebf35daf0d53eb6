//! Report 30118, Suggest Shopify Payments: `read → apply → lines`. What buyers have paid and were given back, for a cash receipt
//! journal, applied to the posted documents of their orders.
//!
//! Orders are found by what is open in the customer ledger, so that a run costs the same however many orders were settled
//! before; and by what was given back otherwise than it was paid, where a credit memo has settled the invoice. What a payment was
//! posted with, or stands in a journal with, is taken off it: nothing is suggested twice, and what is left of it is suggested
//! when the next part of its order is invoiced.

mod apply;
mod lines;
mod read;
mod taken_back;
mod task;
mod used;

pub use task::{Options, SuggestPayments};
pub use used::used_of;
