use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use rust_decimal::Decimal;

use super::attribute::attributes;
use super::discount::allocations;
use super::leaf;
use super::money::bag;
use super::product::ProductObject;
use super::session::{Resolved, Session, not_served};
use super::small::WeightObject;
use super::tax_line::taxes;
use super::variant::VariantObject;
use crate::store::order::Order;

/// `LineItem`.
pub(super) struct LineObject<'s> {
    pub session: &'s Session,
    pub order: Arc<Order>,
    pub place: usize,
}

impl ObjectValue for LineObject<'_> {
    fn type_name(&self) -> &str {
        "LineItem"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let Some(line) = self.order.lines.get(self.place) else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("LineItem", line.id),
            "title" => leaf::text(&line.title),
            "name" => leaf::text(&line.name()),
            "variantTitle" => leaf::optional(line.variant_title.as_deref()),
            "sku" => leaf::optional(line.sku.as_deref()),
            "vendor" => leaf::optional(line.vendor.as_deref()),
            "quantity" => leaf::number(line.quantity),
            "currentQuantity" | "refundableQuantity" => leaf::number(self.order.current_quantity(line)),
            "unfulfilledQuantity" | "fulfillableQuantity" => leaf::number(self.order.unfulfilled(line.id)),
            "nonFulfillableQuantity" => leaf::number(line.quantity.saturating_sub(self.order.unfulfilled(line.id))),
            "requiresShipping" => leaf::flag(line.requires_shipping),
            "restockable" => leaf::flag(line.variant_id.is_some() && self.order.current_quantity(line) > 0),
            "taxable" => leaf::flag(line.taxable),
            "isGiftCard" => leaf::flag(line.gift_card),
            "customAttributes" => attributes(&line.custom_attributes),
            "taxLines" => taxes(&self.order, &line.taxes),
            "discountAllocations" => allocations(&self.order, &line.allocations),
            "originalUnitPriceSet" => bag(&self.order, line.unit_price),
            "originalTotalSet" => bag(&self.order, line.original_total()),
            "discountedTotalSet" => bag(&self.order, line.original_total()),
            "totalDiscountSet" => bag(&self.order, line.discount()),
            "discountedUnitPriceSet" => bag(&self.order, line.unit_price),
            "discountedUnitPriceAfterAllDiscountsSet" => {
                let quantity = Decimal::from(line.quantity);
                let unit = line.discounted_total().map(|total| total.checked_div(quantity).unwrap_or_default());
                bag(&self.order, self.order.decimals().round(unit))
            }
            "weight" => Ok(ResolvedValue::nullable_object(line.weight.as_ref().map(WeightObject))),
            "product" => {
                let product = line.product_id.and_then(|id| self.session.product(id));
                let object = product.map(|product| ProductObject { session: self.session, product });
                Ok(ResolvedValue::nullable_object(object))
            }
            "variant" => self.variant(),
            _ => not_served(self, info),
        }
    }
}

impl<'s> LineObject<'s> {
    /// The line of the order with this id.
    pub(super) fn of(session: &'s Session, order: &Arc<Order>, id: u64) -> Option<Self> {
        let place = order.lines.iter().position(|line| line.id == id)?;
        Some(Self { session, order: Arc::clone(order), place })
    }

    /// The line with this id, of whichever order.
    pub(super) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let order = session.order_of(id)?;
        Self::of(session, &order, id)
    }

    /// The variant that was ordered, when it still is in the catalogue.
    pub(super) fn variant<'a>(&self) -> Resolved<'a>
    where
        's: 'a,
    {
        let id = self.order.lines.get(self.place).and_then(|line| line.variant_id);
        let found = id.and_then(|id| self.session.variant(id));
        let object = found.map(|(product, place)| VariantObject { session: self.session, product, place });
        Ok(ResolvedValue::nullable_object(object))
    }
}
