//! The numbers by which BC knows the objects of orders, and the lane in which they call the store.

use job_queue::Context;
use job_queue::entry::Mode;
use shopify::Lane;

/// Report 30104, Sync Orders from Shopify.
pub const SYNC_ORDERS: i32 = 30104;
/// Report 30103, Create Sales Orders.
pub const CREATE_SALES_ORDERS: i32 = 30103;
/// Codeunit 30409, Orders: mark as paid.
pub const MARK_AS_PAID: i32 = 30409;

/// Page 30160, Cancel Order.
pub const CANCEL_ORDERS: i32 = 30160;
/// Codeunit 30161, Import Order: staged orders once more.
pub const IMPORT_AGAIN: i32 = 30161;

/// Orders go before everything that runs by itself, and before them whoever follows a run to its end.
pub(crate) fn lane(cx: &Context) -> Lane {
    if cx.entry().mode == Mode::Foreground { Lane::Urgent } else { Lane::Orders }
}
