use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::money::OwnMoney;
use super::super::session::{Resolved, Session, not_served};
use super::super::variant::VariantObject;
use super::quantity::price_breaks;
use crate::search::VariantRow;
use crate::store::price_list::{FixedPrice, PriceList};

/// `PriceListPrice`: what a variant costs by a price list.
pub(in crate::resolve) struct PriceObject<'s> {
    session: &'s Session,
    list: Arc<PriceList>,
    row: VariantRow,
}

/// The price of a variant by a list.
pub(in crate::resolve) const fn price_object<'s>(
    session: &'s Session,
    list: Arc<PriceList>,
    row: VariantRow,
) -> PriceObject<'s> {
    PriceObject { session, list, row }
}

impl PriceObject<'_> {
    fn money(&self, amount: rust_decimal::Decimal) -> OwnMoney {
        OwnMoney { amount, currency: self.list.currency.clone() }
    }
}

impl ObjectValue for PriceObject<'_> {
    fn type_name(&self) -> &str {
        "PriceListPrice"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let Some(variant) = self.row.variant() else { return Ok(ResolvedValue::null()) };
        let FixedPrice { price, compare_at } = self.list.price(variant);
        match info.field_name() {
            "price" => Ok(ResolvedValue::object(self.money(price))),
            "compareAtPrice" => Ok(ResolvedValue::nullable_object(compare_at.map(|amount| self.money(amount)))),
            "originType" => leaf::text(self.list.origin(variant.id)),
            "quantityPriceBreaks" => price_breaks(self.session, &self.list, variant.id, info),
            "variant" => {
                let (product, place) = (Arc::clone(&self.row.product), self.row.place);
                Ok(ResolvedValue::object(VariantObject { session: self.session, product, place }))
            }
            _ => not_served(self, info),
        }
    }
}
