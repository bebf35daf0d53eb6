//! Orders: from the store to the sales order.

pub(crate) mod archive;
pub mod by_hand;
pub mod cancel_orders;
pub(crate) mod change_in_store;
mod chosen;
pub mod create_sales_orders;
pub mod document_links;
pub mod elsewhere;
pub mod first_sync;
pub mod gift_cards;
pub(crate) mod import;
pub mod import_again;
pub(crate) mod mapping;
pub mod mark_as_paid;
mod objects;
pub mod options;
pub mod order_totals;
mod paid_orders;
pub mod preview;
pub(crate) mod process;
pub mod refunds;
pub mod set_aside;
pub mod staged;
pub mod sync_orders;
pub mod to_import;
pub(crate) mod totals;
pub mod updates;
pub(crate) mod write_back;

pub use chosen::MOST_CHOSEN;
pub(crate) use chosen::ids as chosen_ids;
pub(crate) use objects::lane;
pub use objects::{CANCEL_ORDERS, CREATE_SALES_ORDERS, IMPORT_AGAIN, MARK_AS_PAID, SYNC_ORDERS};
pub use paid_orders::{PaidOrder, paid_orders};
pub(crate) use process::SOURCE_KIND;
