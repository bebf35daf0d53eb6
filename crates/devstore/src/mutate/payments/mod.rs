//! Money that comes in for an order that is there already.

mod capture;
mod manual;
mod void;

pub(crate) use capture::{CaptureInput, order_capture};
pub(crate) use manual::{ManualPaymentInput, order_create_manual_payment};
pub(crate) use void::transaction_void;
