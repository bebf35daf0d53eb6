use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use rust_decimal::Decimal;

use super::leaf;
use super::money::bag;
use super::session::{Resolved, not_served};
use crate::store::order::{Order, TaxLine};

/// `TaxLine`.
struct TaxLineObject<'t> {
    order: Arc<Order>,
    tax: &'t TaxLine,
}

/// The taxes of a line, of shipping or of the order.
pub(super) fn taxes<'a>(order: &'a Arc<Order>, taxes: &'a [TaxLine]) -> Resolved<'a> {
    let objects = taxes.iter().map(|tax| TaxLineObject { order: Arc::clone(order), tax });
    Ok(ResolvedValue::list(objects.map(ResolvedValue::object)))
}

impl ObjectValue for TaxLineObject<'_> {
    fn type_name(&self) -> &str {
        "TaxLine"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "title" => leaf::text(&self.tax.title),
            "rate" => leaf::rate(self.tax.rate),
            "ratePercentage" => leaf::rate(self.tax.rate * Decimal::ONE_HUNDRED),
            "priceSet" => bag(&self.order, self.tax.amount),
            "channelLiable" => self.tax.channel_liable.map_or_else(|| Ok(ResolvedValue::null()), leaf::flag),
            "source" => Ok(ResolvedValue::null()),
            _ => not_served(self, info),
        }
    }
}
