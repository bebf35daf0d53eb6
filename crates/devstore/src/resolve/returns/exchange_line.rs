use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::line::LineObject;
use super::super::session::{Resolved, Session, not_served};
use crate::store::order::Order;
use crate::store::returns::ExchangeLine;

/// `ExchangeLineItem`.
pub(super) struct ExchangeLineObject<'s> {
    pub session: &'s Session,
    pub order: Arc<Order>,
    pub line: Option<&'s ExchangeLine>,
}

impl ObjectValue for ExchangeLineObject<'_> {
    fn type_name(&self) -> &str {
        "ExchangeLineItem"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let session = self.session;
        let Some(line) = self.line else { return Ok(ResolvedValue::null()) };
        let found = session.variant(line.variant_id);
        let variant = found.as_ref().and_then(|(product, place)| product.variants.get(*place));
        match info.field_name() {
            "id" => leaf::gid("ExchangeLineItem", line.id),
            "quantity" => leaf::number(line.quantity),
            "processedQuantity" => leaf::number(line.processed),
            "processableQuantity" | "unprocessedQuantity" => leaf::number(line.quantity - line.processed),
            "variantId" => leaf::gid("ProductVariant", line.variant_id),
            "variantSku" => leaf::optional(variant.and_then(|variant| variant.sku.as_deref())),
            "variantTitle" => leaf::optional(variant.map(|variant| variant.title()).as_deref()),
            "title" => leaf::optional(found.as_ref().map(|(product, _)| product.title.as_str())),
            "productId" => match &found {
                Some((product, _)) => leaf::gid("Product", product.id),
                None => Ok(ResolvedValue::null()),
            },
            "lineItems" => Ok(ResolvedValue::list(
                line.line_ids
                    .iter()
                    .map(move |id| ResolvedValue::nullable_object(LineObject::of(session, &self.order, *id))),
            )),
            _ => not_served(self, info),
        }
    }
}
