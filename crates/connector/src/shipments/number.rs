//! The Shopify Fulfillment ID of a posted shipment that is none yet (field 30103): how the shipment stands.

/// It is to be sent to Shopify, or waits for something that passes by itself.
pub const READY: i64 = 0;
/// Something of it could not be sent, and a person is to say what becomes of it.
pub const FAILED: i64 = -1;
/// Nothing of it is sent.
pub const LEFT_OUT: i64 = -2;
