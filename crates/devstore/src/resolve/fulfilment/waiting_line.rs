use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::line::LineObject;
use super::super::session::{Resolved, Session, not_served};
use super::super::small::WeightObject;
use crate::store::order::Order;

/// `FulfillmentOrderLineItem`.
pub(super) struct WaitingLine<'s> {
    pub session: &'s Session,
    pub order: Arc<Order>,
    /// The place of the fulfilment order in the order.
    pub waiting: usize,
    pub place: usize,
}

impl ObjectValue for WaitingLine<'_> {
    fn type_name(&self) -> &str {
        "FulfillmentOrderLineItem"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let session = self.session;
        let waiting = self.order.fulfillment_orders.get(self.waiting).and_then(|other| other.lines.get(self.place));
        let Some(waiting) = waiting else { return Ok(ResolvedValue::null()) };
        let object = LineObject::of(session, &self.order, waiting.line_id);
        let Some(line) = self.order.lines.iter().find(|line| line.id == waiting.line_id) else {
            return Ok(ResolvedValue::null());
        };
        match info.field_name() {
            "id" => leaf::gid("FulfillmentOrderLineItem", waiting.id),
            "totalQuantity" => leaf::number(waiting.total),
            "remainingQuantity" => leaf::number(waiting.remaining),
            "lineItem" => Ok(ResolvedValue::nullable_object(object)),
            "productTitle" => leaf::text(&line.title),
            "variantTitle" => leaf::optional(line.variant_title.as_deref()),
            "sku" => leaf::optional(line.sku.as_deref()),
            "vendor" => leaf::optional(line.vendor.as_deref()),
            "requiresShipping" => leaf::flag(line.requires_shipping),
            "weight" => Ok(ResolvedValue::nullable_object(line.weight.as_ref().map(WeightObject))),
            "inventoryItemId" => {
                let item = line.variant_id.and_then(|id| {
                    session.read(|state| state.variant(id).map(|(_, variant)| variant.inventory_item_id))
                });
                item.map_or_else(|| Ok(ResolvedValue::null()), |id| leaf::gid("InventoryItem", id))
            }
            "variant" => object.map_or_else(|| Ok(ResolvedValue::null()), |object| object.variant()),
            _ => not_served(self, info),
        }
    }
}
