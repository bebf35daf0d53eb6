//! Pieces that are taken out of an order again, and money that goes back.

mod create;
mod input;
mod pay_back;
mod suggest;
mod take_out;

pub(crate) use create::refund_create;
pub(crate) use input::{RefundInput, RefundLineInput, ShippingRefundInput};
pub(super) use pay_back::{BackInput, checked, pay_back, whole_payments};
pub(crate) use suggest::{Suggestion, suggest};
pub(super) use suggest::{shipping_amount, too_much};
pub(super) use take_out::{Pieces, restock, take_out};
