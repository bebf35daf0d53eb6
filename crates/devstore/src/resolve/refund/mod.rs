//! Refunds, and what one would come to.

mod adjustment;
mod line;
mod refund_object;
mod shipping;
mod suggested;

pub(super) use refund_object::{RefundObject, refunds, refunds_of_return};
pub(super) use suggested::suggested_refund;
