use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::session::{Resolved, Session, not_served};
use super::catalog::CatalogObject;
use super::prices::prices;
use super::quantity::quantity_rules;
use crate::store::price_list::PriceList;

/// `PriceList`.
pub(in crate::resolve) struct PriceListObject<'s> {
    pub session: &'s Session,
    pub list: Arc<PriceList>,
}

impl<'s> PriceListObject<'s> {
    /// The price list with this number.
    pub(in crate::resolve) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let list = session.read(|state| state.price_lists.get(&id).map(Arc::clone))?;
        Some(Self { session, list })
    }
}

impl ObjectValue for PriceListObject<'_> {
    fn type_name(&self) -> &str {
        "PriceList"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (session, list) = (self.session, &*self.list);
        match info.field_name() {
            "id" => leaf::gid("PriceList", list.id),
            "name" => leaf::text(&list.name),
            "currency" => leaf::text(&list.currency),
            "fixedPricesCount" => leaf::number(i64::try_from(list.fixed.len()).unwrap_or(i64::MAX)),
            "parent" => Ok(ResolvedValue::object(Parent { list, type_name: "PriceListParent" })),
            "catalog" => {
                let catalog = list.catalog.and_then(|id| CatalogObject::find(session, id));
                Ok(ResolvedValue::nullable_object(catalog))
            }
            "prices" => prices(session, &self.list, info),
            "quantityRules" => quantity_rules(session, list, info),
            _ => not_served(self, info),
        }
    }
}

/// `PriceListParent`, and the two objects in it.
struct Parent<'l> {
    list: &'l PriceList,
    type_name: &'static str,
}

impl ObjectValue for Parent<'_> {
    fn type_name(&self) -> &str {
        self.type_name
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let adjustment = self.list.adjustment;
        let within = |type_name| Ok(ResolvedValue::object(Parent { list: self.list, type_name }));
        match (self.type_name, info.field_name()) {
            ("PriceListParent", "adjustment") => within("PriceListAdjustment"),
            ("PriceListParent", "settings") => within("PriceListAdjustmentSettings"),
            ("PriceListAdjustment", "type") => {
                leaf::text(if adjustment.increases { "PERCENTAGE_INCREASE" } else { "PERCENTAGE_DECREASE" })
            }
            ("PriceListAdjustment", "value") => leaf::rate(adjustment.percent),
            ("PriceListAdjustmentSettings", "compareAtMode") => {
                leaf::text(if self.list.nullifies_compare_at { "NULLIFY" } else { "ADJUSTED" })
            }
            _ => not_served(self, info),
        }
    }
}
