use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use rust_decimal::Decimal;

use super::super::fulfilment::parcel_line;
use super::super::leaf;
use super::super::money::{OwnMoney, bag};
use super::super::session::{Resolved, Session, not_served};
use super::reason::ReasonObject;
use crate::store::order::Order;
use crate::store::returns::ReturnLine;

/// The type of a line that names no line of a parcel.
const UNVERIFIED: &str = "UnverifiedReturnLineItem";

/// `ReturnLineItem`, or `UnverifiedReturnLineItem`.
pub(super) struct ReturnLineObject<'s> {
    pub session: &'s Session,
    pub order: Arc<Order>,
    pub line: Option<&'s ReturnLine>,
}

impl ObjectValue for ReturnLineObject<'_> {
    fn type_name(&self) -> &str {
        match self.line {
            Some(line) if line.unverified => UNVERIFIED,
            _ => "ReturnLineItem",
        }
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let order = &self.order;
        let Some(back) = self.line else { return Ok(ResolvedValue::null()) };
        let left = back.quantity - back.processed;
        match info.field_name() {
            "id" => leaf::gid(self.type_name(), back.id),
            "quantity" => leaf::number(back.quantity),
            "processedQuantity" | "refundedQuantity" => leaf::number(back.processed),
            "processableQuantity" | "unprocessedQuantity" | "refundableQuantity" => leaf::number(left),
            "returnReason" => leaf::text(&back.reason),
            "returnReasonNote" => leaf::text(&back.reason_note),
            "returnReasonDefinition" => Ok(ResolvedValue::nullable_object(ReasonObject::of(&back.reason))),
            "customerNote" => leaf::optional(back.customer_note.as_deref()),
            "fulfillmentLineItem" => {
                let object = parcel_line(self.session, order, back.fulfillment_line_id);
                Ok(ResolvedValue::nullable_object(object))
            }
            "withCodeDiscountedTotalPriceSet" => {
                let Some(line) = order.lines.iter().find(|line| line.id == back.line_id) else {
                    return Ok(ResolvedValue::null());
                };
                let (pieces, all) = (Decimal::from(back.quantity), Decimal::from(line.quantity));
                let part = |amount: Decimal| (amount * pieces).checked_div(all).unwrap_or_default();
                bag(order, order.decimals().round(line.discounted_total().map(part)))
            }
            "unitPrice" => {
                let Some(line) = order.lines.iter().find(|line| line.id == back.line_id) else {
                    return Ok(ResolvedValue::null());
                };
                let (amount, currency) = (line.unit_price.shop, order.currency.clone());
                Ok(ResolvedValue::object(OwnMoney { amount, currency }))
            }
            _ => not_served(self, info),
        }
    }
}
