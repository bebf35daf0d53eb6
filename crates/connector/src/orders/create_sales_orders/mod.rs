//! Report 30103, Create Sales Orders: staged orders become sales documents.

mod start;
mod task;

pub use start::for_orders;
pub use task::{CreateSalesOrders, Options};
