use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use rust_decimal::Decimal;

use super::super::attribute::attributes;
use super::super::leaf;
use super::super::line::LineObject;
use super::super::money::bag;
use super::super::session::{Resolved, Session, not_served};
use super::discount::{CalculatedAllocation, StagedDiscount};
use crate::store::edit::{Change, Edit};
use crate::store::money::Bag;
use crate::store::order::{Line, Order};

/// `CalculatedLineItem`.
pub(crate) struct CalculatedLine<'s> {
    pub session: &'s Session,
    pub edit: Arc<Edit>,
    pub before: Arc<Order>,
    pub after: Arc<Order>,
    pub place: usize,
}

impl CalculatedLine<'_> {
    /// How many of its pieces can still be taken away, before the edit.
    fn editable_before(&self, line: &Line) -> u32 {
        self.before.unfulfilled(line.id)
    }

    /// How many of its pieces were sent and are still the buyer's.
    fn sent(&self, line: &Line) -> u32 {
        let before = self.before.lines.iter().find(|old| old.id == line.id);
        before.map_or(0, |old| self.before.current_quantity(old).saturating_sub(self.editable_before(old)))
    }

    fn discounts(&self, id: u64) -> impl Iterator<Item = &crate::store::discount::Discount> {
        self.edit.changes.iter().filter_map(move |change| match change {
            Change::AddDiscount { line_id, discount } if *line_id == id => Some(discount),
            _ => None,
        })
    }
}

impl ObjectValue for CalculatedLine<'_> {
    fn type_name(&self) -> &str {
        "CalculatedLineItem"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let after = &self.after;
        let Some(line) = after.lines.get(self.place) else { return Ok(ResolvedValue::null()) };
        let quantity = after.current_quantity(line);
        let left = after.current_line(self.place).subtotal;
        let sent = self.sent(line).min(quantity);
        let unit = left.map(|amount| amount.checked_div(Decimal::from(quantity)).unwrap_or_default());
        let of = |pieces: u32| after.decimals().round(unit.times(Decimal::from(pieces)));
        match info.field_name() {
            "id" => leaf::gid("CalculatedLineItem", line.id),
            "title" => leaf::text(&line.title),
            "variantTitle" => leaf::optional(line.variant_title.as_deref()),
            "sku" => leaf::optional(line.sku.as_deref()),
            "customAttributes" => attributes(&line.custom_attributes),
            "quantity" => leaf::number(quantity),
            "editableQuantity" => leaf::number(quantity - sent),
            "editableQuantityBeforeChanges" => leaf::number(self.editable_before(line)),
            "editableSubtotalSet" => bag(after, of(quantity - sent)),
            "uneditableSubtotalSet" => bag(after, of(sent)),
            "originalUnitPriceSet" => bag(after, line.unit_price),
            "discountedUnitPriceSet" => bag(after, after.decimals().round(unit)),
            "restockable" => leaf::flag(line.variant_id.is_some()),
            "restocking" => leaf::flag(self.edit.changes.iter().any(
                |change| matches!(change, Change::SetQuantity { line_id, restock: true, .. } if *line_id == line.id),
            )),
            "hasStagedLineItemDiscount" => leaf::flag(self.discounts(line.id).next().is_some()),
            "calculatedDiscountAllocations" => {
                let borne = line.allocations.iter().zip(after.current_line(self.place).discounts);
                Ok(ResolvedValue::list(borne.filter(|(_, amount)| *amount != Bag::ZERO).filter_map(
                    move |(part, amount)| {
                        let discount = after.discounts.get(part.discount)?;
                        let object = StagedDiscount { order: Arc::clone(after), discount: discount.clone() };
                        Some(ResolvedValue::object(CalculatedAllocation { amount, discount: object }))
                    },
                )))
            }
            "variant" => LineObject { session: self.session, order: Arc::clone(after), place: self.place }.variant(),
            _ => not_served(self, info),
        }
    }
}
