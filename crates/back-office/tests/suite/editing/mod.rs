//! Changing documents before they are posted.

mod deleting;
mod editor;
mod headers;
mod lines;
mod properties;
mod refusals;
mod salespeople;
mod shipping;
