//! Cancel Order (page 30160, codeunit 30409): Shopify is told to call orders off.

mod change;
mod options;
mod start;
mod task;

pub use change::CancelOrder;
pub use options::{CancelOptions, Reason};
pub use start::for_orders;
pub use task::CancelOrders;
