//! Report 30103, Create Sales Orders: staged orders become sales documents.

mod start;
mod task;

pub use start::for_orders;
pub(super) use task::table;
pub use task::{CreateSalesOrders, Options};
