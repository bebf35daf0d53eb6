//! Report 30104, Sync Orders from Shopify: `fetch → decide → stage`, a page at a time or all in bulk, then the orders that waited, then
//! the sales documents where the shop card wants them made at once.

mod again;
mod anew;
mod buyers;
mod decide;
mod fetch;
mod filter;
mod in_bulk;
mod look;
mod named;
mod reading;
mod stage;
mod task;
mod threshold;
mod unread;
mod waiting;

pub(in crate::orders) use again::{How, again};
pub(crate) use fetch::first_search;
pub use task::{Options, SyncOrders};
pub(crate) use threshold::{midnight, oldest_of_store};
pub(crate) use unread::{Unread, unread};
