//! What an order would become by an edit that is not committed.

mod calculated_line;
mod calculated_order;
mod calculated_shipping;
mod discount;
mod session;

pub(super) use calculated_order::CalculatedOrder;
pub(super) use calculated_shipping::CalculatedShipping;
pub(super) use discount::StagedDiscount;
pub(super) use session::EditSession;
