//! Bulk operations: a query that Shopify runs by itself and answers with a file of lines, and a mutation that it runs
//! once for each line of a file.
//!
//! ```text
//! query:    start -> wait -> Lines, one after the other, in a memory that does not grow with them
//! mutation: stage -> upload -> start -> wait -> Answers, one for each line
//! ```
//!
//! A bulk query costs ten points however much it reads, but takes its time: [`plan()`] says whether pages or a bulk
//! operation are the better way. It is found to have ended by looking ([`wait`]), more and more seldom; a webhook that
//! arrives at a [`Finish`] makes it look at once.
//!
//! Whoever observes the client ([`Observer`](crate::Observer)) hears of each operation: that it was started and with what,
//! how it stood whenever it was looked at, and the beginning of what was read of its result.
//!
//! What fails inside Shopify is started anew, if it only reads. What was written before a failure is not thrown away
//! and is never taken for the whole: [`Outcome`] tells them apart.

mod answers;
mod cancel;
mod copy;
mod find;
mod finish;
mod heard;
mod input;
mod lines;
mod mutate;
mod outcome;
mod plan;
mod query;
mod regroup;
mod start;
mod upload;
mod wait;

pub use answers::{Answer, Answers};
pub use cancel::cancel;
pub use find::find;
pub use finish::Finish;
pub use heard::{Beginning, Heard, KEPT, Reading};
pub use lines::{Line, Lines};
pub use mutate::{BulkMutation, mutate};
pub use outcome::{Finished, Outcome};
pub use plan::{Bucket, Bulk, Forecast, Pages, Plan, Way, plan};
pub use query::{BulkQuery, query};
pub use regroup::{Branch, regroup};
pub use start::start;
pub use wait::{look, wait};
