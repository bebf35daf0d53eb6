//! Posting by the job queue: batches that filters choose (reports 296, 297 and 298), and documents that a person sent to be
//! posted in the background, one or several (codeunits 88 and 1380).
//!
//! Set-up is read once for a run. Each document is posted in a transaction of its own, which the run's fence guards: a run
//! that dies leaves each document posted whole or not at all, and the next one takes up the rest. One that can't be posted
//! is written down with its cause and holds none back.

mod cancel;
mod choice;
mod failure;
mod how;
mod objects;
mod options;
mod post_one;
mod register;
pub mod result;
mod run;
mod schedule;
mod selected;
mod start;
mod tally;
mod via_job_queue;

pub use cancel::cancel_posting;
pub use objects::{BatchPostCreditMemos, BatchPostInvoices, BatchPostOrders};
pub use options::{OrderOptions, WholeOptions};
pub use register::{SourceNumber, register};
pub use schedule::post_in_background;
pub use selected::{MOST_SELECTED, Selected, Skipped, post_selected};
pub use start::{Started, start};
pub use via_job_queue::PostViaJobQueue;

/// Report 296, Batch Post Sales Orders.
pub const BATCH_POST_ORDERS: i32 = 296;
/// Report 297, Batch Post Sales Invoices.
pub const BATCH_POST_INVOICES: i32 = 297;
/// Report 298, Batch Post Sales Credit Memos.
pub const BATCH_POST_CREDIT_MEMOS: i32 = 298;
/// Codeunit 88, Sales Post via Job Queue.
pub const POST_VIA_JOB_QUEUE: i32 = 88;

/// The category in which documents are posted, one run after the other, unless an entry says another.
const CATEGORY: &str = "DOCPOST";
