//! Staged refunds and returns with all that belongs to them.

pub mod adjustment;
mod read;
pub mod refund;
pub mod refund_line;
pub mod refund_shipping_line;
mod replace;
pub mod return_line;
pub mod returned;

pub use read::{Back, Refunded, read_back, read_refunds};
pub use replace::{forget, replace};
