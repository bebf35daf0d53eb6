//! The numbers by which BC knows the objects of products, and the lane in which they call the store.

use job_queue::Context;
use job_queue::entry::Mode;
use shopify::Lane;

/// Report 30106, Add Item to Shopify.
pub const ADD_ITEMS: i32 = 30106;
/// Report 30107, Sync Images.
pub const SYNC_IMAGES: i32 = 30107;
/// Report 30108, Sync Products.
pub const SYNC_PRODUCTS: i32 = 30108;

/// The filter that names single items.
pub(crate) const ITEM_NUMBER: &str = "Item.number";

/// Whoever follows a run to its end goes before everything that runs by itself.
pub(crate) fn lane(cx: &Context) -> Lane {
    if cx.entry().mode == Mode::Foreground { Lane::Urgent } else { Lane::Background }
}
