use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::leaf;
use super::super::session::{Resolved, not_served};
use crate::store::fulfilment::Hold;

/// `FulfillmentHold`.
pub(crate) struct HoldObject(pub Hold);

impl ObjectValue for HoldObject {
    fn type_name(&self) -> &str {
        "FulfillmentHold"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let hold = &self.0;
        match info.field_name() {
            "id" => leaf::gid("FulfillmentHold", hold.id),
            "reason" => leaf::text(&hold.reason),
            "reasonNotes" => leaf::optional(hold.notes.as_deref()),
            "handle" => leaf::optional(hold.handle.as_deref()),
            "heldByRequestingApp" => leaf::flag(true),
            "displayReason" => leaf::text(displayed(&hold.reason)),
            _ => not_served(self, info),
        }
    }
}

fn displayed(reason: &str) -> &str {
    match reason {
        "AWAITING_PAYMENT" => "Awaiting payment",
        "AWAITING_RETURN_ITEMS" => "Exchange items awaiting return delivery",
        "HIGH_RISK_OF_FRAUD" => "High risk of fraud",
        "INCORRECT_ADDRESS" => "Incorrect address",
        "INVENTORY_OUT_OF_STOCK" => "Inventory out of stock",
        "UNKNOWN_DELIVERY_DATE" => "Unknown delivery date",
        "ONLINE_STORE_POST_PURCHASE_CROSS_SELL" => "Upsell offer",
        _ => "Other",
    }
}
