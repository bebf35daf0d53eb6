//! Pieces that come back.

mod disposition;
mod exchange_line;
mod reason;
mod return_line;
mod return_object;
mod reverse_order;

pub(super) use reason::return_reasons;
pub(super) use return_object::{ReturnObject, returns};
pub(super) use reverse_order::ReverseOrder;
