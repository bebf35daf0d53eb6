use serde::Deserialize;

use crate::mutate::order_input::MoneyInput;

/// `ReturnInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ReturnInput {
    pub exchange_line_items: Option<Vec<ExchangeInput>>,
    pub order_id: String,
    pub return_line_items: Vec<ReturnLineInput>,
}

/// `ReturnRequestInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct RequestInput {
    pub order_id: String,
    pub return_line_items: Vec<ReturnLineInput>,
}

/// `ReturnLineItemInput` and `ReturnRequestLineItemInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ReturnLineInput {
    pub customer_note: Option<String>,
    pub fulfillment_line_item_id: String,
    pub quantity: i64,
    pub return_reason: Option<String>,
    pub return_reason_definition_id: Option<String>,
    pub return_reason_note: Option<String>,
}

/// `ExchangeLineItemInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ExchangeInput {
    pub quantity: i64,
    pub variant_id: Option<String>,
}

/// `ReturnProcessInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ProcessInput {
    pub exchange_line_items: Vec<ProcessExchangeInput>,
    pub financial_transfer: Option<TransferInput>,
    pub note: Option<String>,
    pub refund_shipping: Option<ProcessShippingInput>,
    pub return_id: String,
    pub return_line_items: Vec<ProcessLineInput>,
}

/// `ReturnProcessReturnLineItemInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ProcessLineInput {
    pub dispositions: Option<Vec<DispositionInput>>,
    pub id: String,
    pub quantity: i64,
}

/// `ReverseFulfillmentOrderDisposeInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct DispositionInput {
    pub disposition_type: String,
    pub location_id: Option<String>,
    pub quantity: i64,
    pub reverse_fulfillment_order_line_item_id: String,
}

/// `ReturnProcessExchangeLineItemInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ProcessExchangeInput {
    pub id: String,
    pub quantity: i64,
}

/// `ReturnProcessFinancialTransferInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct TransferInput {
    pub issue_refund: Option<IssueRefundInput>,
}

/// `ReturnProcessRefundInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct IssueRefundInput {
    pub allow_over_refunding: bool,
    pub order_transactions: Vec<ReturnTransactionInput>,
}

/// `ReturnRefundOrderTransactionInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ReturnTransactionInput {
    pub parent_id: String,
    pub transaction_amount: MoneyInput,
}

/// `RefundShippingInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ProcessShippingInput {
    pub full_refund: bool,
    pub shipping_refund_amount: Option<MoneyInput>,
}
