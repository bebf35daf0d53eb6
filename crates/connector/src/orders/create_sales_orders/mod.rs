//! Report 30103, Create Sales Orders: staged orders become sales documents.

mod task;

pub use task::{CreateSalesOrders, Options};
