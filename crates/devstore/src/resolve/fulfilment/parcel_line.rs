use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use rust_decimal::Decimal;

use super::super::leaf;
use super::super::line::LineObject;
use super::super::money::bag;
use super::super::session::{Resolved, Session, not_served};
use crate::store::order::Order;

/// `FulfillmentLineItem`.
pub(crate) struct ParcelLineObject<'s> {
    pub session: &'s Session,
    pub order: Arc<Order>,
    /// The place of the parcel in the order.
    pub parcel: usize,
    pub place: usize,
}

/// The line of a parcel with this id.
pub(crate) fn parcel_line<'s>(session: &'s Session, order: &Arc<Order>, id: u64) -> Option<ParcelLineObject<'s>> {
    order.fulfillments.iter().enumerate().find_map(|(parcel, fulfillment)| {
        let place = fulfillment.lines.iter().position(|line| line.id == id)?;
        Some(ParcelLineObject { session, order: Arc::clone(order), parcel, place })
    })
}

impl ObjectValue for ParcelLineObject<'_> {
    fn type_name(&self) -> &str {
        "FulfillmentLineItem"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let order = &self.order;
        let sent = order.fulfillments.get(self.parcel).and_then(|parcel| parcel.lines.get(self.place));
        let Some(sent) = sent else { return Ok(ResolvedValue::null()) };
        let Some(line) = order.lines.iter().find(|line| line.id == sent.line_id) else {
            return Ok(ResolvedValue::null());
        };
        let quantity = Decimal::from(sent.quantity);
        match info.field_name() {
            "id" => leaf::gid("FulfillmentLineItem", sent.id),
            "quantity" => leaf::number(sent.quantity),
            "lineItem" => Ok(ResolvedValue::nullable_object(LineObject::of(self.session, order, line.id))),
            "originalTotalSet" => bag(order, line.unit_price.times(quantity)),
            "discountedTotalSet" => {
                let whole = Decimal::from(line.quantity);
                let part = |amount: Decimal| (amount * quantity).checked_div(whole).unwrap_or_default();
                bag(order, order.decimals().round(line.discounted_total().map(part)))
            }
            _ => not_served(self, info),
        }
    }
}
