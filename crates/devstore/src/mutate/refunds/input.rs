use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::Deserialize;

/// `RefundInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct RefundInput {
    pub allow_over_refunding: bool,
    pub currency: Option<String>,
    pub discrepancy_reason: Option<String>,
    pub note: Option<String>,
    pub order_id: String,
    pub processed_at: Option<DateTime<Utc>>,
    pub refund_line_items: Option<Vec<RefundLineInput>>,
    pub shipping: Option<ShippingRefundInput>,
    pub transactions: Option<Vec<RefundTransactionInput>>,
}

/// `RefundLineItemInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct RefundLineInput {
    pub line_item_id: String,
    pub location_id: Option<String>,
    pub quantity: i64,
    pub restock_type: Option<String>,
}

/// `ShippingRefundInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ShippingRefundInput {
    pub amount: Option<Decimal>,
    pub full_refund: bool,
}

/// `OrderTransactionInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct RefundTransactionInput {
    pub amount: Decimal,
    pub gateway: String,
    pub kind: String,
    pub order_id: String,
    pub parent_id: Option<String>,
}
