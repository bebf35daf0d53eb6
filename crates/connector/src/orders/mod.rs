//! Orders: from the store to the sales order.

mod chosen;
pub mod create_sales_orders;
pub mod elsewhere;
pub mod first_sync;
pub(crate) mod import;
pub(crate) mod mapping;
pub mod mark_as_paid;
mod objects;
pub mod options;
pub(crate) mod process;
pub mod set_aside;
pub mod staged;
pub mod sync_orders;
pub mod to_import;
pub(crate) mod totals;

pub use chosen::MOST_CHOSEN;
pub(crate) use objects::lane;
pub use objects::{CREATE_SALES_ORDERS, MARK_AS_PAID, SYNC_ORDERS};
