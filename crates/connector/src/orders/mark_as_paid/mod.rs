//! Mark as Paid (codeunit 30409): Shopify is told that orders are paid.

mod change;
mod start;
mod task;

pub use change::MarkAsPaid;
pub use start::for_orders;
pub use task::{MarkOrdersAsPaid, Options};
