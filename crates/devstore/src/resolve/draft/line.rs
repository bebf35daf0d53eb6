use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use rust_decimal::Decimal;

use super::super::attribute::attributes;
use super::super::leaf;
use super::super::line::LineObject;
use super::super::money::{Money, bag};
use super::super::product::ProductObject;
use super::super::session::{Resolved, Session, not_served};
use super::super::small::WeightObject;
use super::super::tax_line::taxes;
use super::applied_discount::AppliedDiscountObject;
use crate::store::draft::Offer;

/// `DraftOrderLineItem`, or `CalculatedDraftOrderLineItem` of what is not kept.
pub(crate) struct DraftLine<'s> {
    pub session: &'s Session,
    pub offer: Arc<Offer>,
    pub place: usize,
    pub calculated: bool,
}

impl<'s> DraftLine<'s> {
    /// The line with this number, of whichever draft.
    pub(crate) fn find(session: &'s Session, id: u64) -> Option<Self> {
        session.read(|state| {
            state.drafts.values().find_map(|draft| {
                let place = draft.offer.order.lines.iter().position(|line| line.id == id)?;
                Some(Self { session, offer: Arc::clone(&draft.offer), place, calculated: false })
            })
        })
    }

    /// An amount without a bag: an object of what is calculated, else the scalar of older versions.
    fn plain<'a>(&'a self, amount: Decimal) -> Resolved<'a> {
        if self.calculated { self.object(Some(amount)) } else { leaf::money(amount) }
    }

    fn object<'a>(&'a self, amount: Option<Decimal>) -> Resolved<'a> {
        let money = amount.map(|amount| Money::new(amount, &self.offer.order.currency));
        Ok(ResolvedValue::nullable_object(money))
    }
}

impl ObjectValue for DraftLine<'_> {
    fn type_name(&self) -> &str {
        if self.calculated { "CalculatedDraftOrderLineItem" } else { "DraftOrderLineItem" }
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let order = &self.offer.order;
        let (Some(line), Some(offered)) = (order.lines.get(self.place), self.offer.lines.get(self.place)) else {
            return Ok(ResolvedValue::null());
        };
        let custom = line.variant_id.is_none();
        let discount = self.offer.own_discount(self.place);
        let discounted = line.original_total() - discount;
        match info.field_name() {
            "id" => leaf::gid("DraftOrderLineItem", line.id),
            "uuid" => leaf::text(&offered.uuid),
            "title" => leaf::text(&line.title),
            "name" => leaf::text(&line.name()),
            "variantTitle" => leaf::optional(line.variant_title.as_deref()),
            "sku" => leaf::optional(line.sku.as_deref()),
            "vendor" => leaf::optional(line.vendor.as_deref()),
            "quantity" => leaf::number(line.quantity),
            "custom" => leaf::flag(custom),
            "isGiftCard" => leaf::flag(line.gift_card),
            "requiresShipping" => leaf::flag(line.requires_shipping),
            "taxable" => leaf::flag(line.taxable),
            "customAttributes" => attributes(&line.custom_attributes),
            "appliedDiscount" => {
                let of = |applied| AppliedDiscountObject { order, applied, amount: discount };
                Ok(ResolvedValue::nullable_object(offered.discount.as_ref().map(of)))
            }
            "approximateDiscountedUnitPriceSet" => {
                let quantity = Decimal::from(line.quantity);
                let unit = discounted.map(|total| total.checked_div(quantity).unwrap_or_default());
                bag(order, order.decimals().round(unit))
            }
            "originalUnitPrice" => self.plain(line.unit_price.shop),
            "originalUnitPriceSet" => bag(order, line.unit_price),
            "originalUnitPriceWithCurrency" => self.object(custom.then_some(line.unit_price.presentment)),
            "originalTotal" => self.plain(line.original_total().shop),
            "originalTotalSet" => bag(order, line.original_total()),
            "discountedTotal" => self.plain(discounted.shop),
            "discountedTotalSet" => bag(order, discounted),
            "totalDiscount" => self.plain(discount.shop),
            "totalDiscountSet" => bag(order, discount),
            "priceOverride" => self.object(offered.price_override),
            "taxLines" => taxes(order, &line.taxes),
            "weight" => Ok(ResolvedValue::nullable_object(line.weight.as_ref().map(WeightObject))),
            "product" => {
                let product = line.product_id.and_then(|id| self.session.product(id));
                let object = product.map(|product| ProductObject { session: self.session, product });
                Ok(ResolvedValue::nullable_object(object))
            }
            "variant" => LineObject { session: self.session, order: Arc::clone(order), place: self.place }.variant(),
            _ => not_served(self, info),
        }
    }
}
