//! What was posted is set right by another document: a credit memo takes an invoice back.

mod cancel;
mod credit_memo;
mod shipment;

pub use cancel::cancel;
pub use credit_memo::make_corrective_credit_memo;
pub use shipment::{ChangeShipment, change_shipment};
