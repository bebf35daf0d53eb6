//! The number by which BC knows the object of stock, and the lane in which it calls the store.

use job_queue::Context;
use job_queue::entry::Mode;
use shopify::Lane;

/// Report 30102, Sync Stock to Shopify.
pub const SYNC_STOCK: i32 = 30102;

/// Stock goes before what runs by itself and after orders; before all of them whoever follows a run to its end.
pub(super) fn lane(cx: &Context) -> Lane {
    if cx.entry().mode == Mode::Foreground { Lane::Urgent } else { Lane::Stock }
}
