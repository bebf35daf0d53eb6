//! What is done to an order as a whole.

mod cancel;
mod close;
mod risk;
mod tags;
mod update;

pub(crate) use cancel::{CancelInput, order_cancel};
pub(crate) use close::{order_close, order_open};
pub(crate) use risk::order_risk_assessment_create;
pub(crate) use tags::{tags_add, tags_remove};
pub(crate) use update::{UpdateInput, order_update};
