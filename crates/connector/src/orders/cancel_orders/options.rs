use serde::{Deserialize, Serialize};
use shopify::documents::orders::{CancelVariables, OrderCancelReason, OrderCancelRefundMethod};

/// Why an order is cancelled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub enum Reason {
    /// The buyer wants it.
    Customer,
    /// It is a fraud.
    Fraud,
    /// There are no goods.
    Inventory,
    /// The payment was declined.
    Declined,
    /// The store made a mistake.
    Staff,
    /// For another reason.
    #[default]
    Other,
}

/// How orders are cancelled, as its request page says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct CancelOptions {
    /// Why.
    pub reason: Reason,
    /// Whether what was paid goes back, the way it came.
    pub refund: bool,
    /// Whether the goods are for sale again.
    pub restock: bool,
    /// Whether the buyer is told.
    pub notify_customer: bool,
    /// What the staff of the store is told; at most 255 characters.
    pub staff_note: String,
}

/// How long a note to the staff may be.
pub(super) const NOTE: usize = 255;

impl CancelOptions {
    /// What Shopify is asked for, of the order of this id.
    pub(super) fn variables(&self, id: String) -> CancelVariables {
        let way = OrderCancelRefundMethod { original_payment_methods_refund: Some(true) };
        CancelVariables {
            order_id: id.into(),
            reason: match self.reason {
                Reason::Customer => OrderCancelReason::Customer,
                Reason::Fraud => OrderCancelReason::Fraud,
                Reason::Inventory => OrderCancelReason::Inventory,
                Reason::Declined => OrderCancelReason::Declined,
                Reason::Staff => OrderCancelReason::Staff,
                Reason::Other => OrderCancelReason::Other,
            },
            restock: self.restock,
            notify_customer: Some(self.notify_customer),
            refund_method: self.refund.then_some(way),
            staff_note: Some(self.staff_note.trim().to_owned()).filter(|note| !note.is_empty()),
        }
    }
}
