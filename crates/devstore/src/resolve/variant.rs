use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::attribute::selected_options;
use super::inventory::InventoryItem;
use super::leaf;
use super::media::shown;
use super::product::ProductObject;
use super::session::{Resolved, Session, not_served};
use crate::store::product::{Product, Variant};

/// `ProductVariant`.
pub(super) struct VariantObject<'s> {
    pub session: &'s Session,
    pub product: Arc<Product>,
    pub place: usize,
}

impl VariantObject<'_> {
    fn variant(&self) -> Option<&Variant> {
        self.product.variants.get(self.place)
    }
}

impl ObjectValue for VariantObject<'_> {
    fn type_name(&self) -> &str {
        "ProductVariant"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let Some(variant) = self.variant() else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("ProductVariant", variant.id),
            "legacyResourceId" => leaf::legacy(variant.id),
            "createdAt" => leaf::time(variant.created_at),
            "updatedAt" => leaf::time(variant.updated_at),
            "title" => leaf::text(&variant.title()),
            "displayName" => leaf::text(&format!("{} - {}", self.product.title, variant.title())),
            "sku" => leaf::optional(variant.sku.as_deref()),
            "barcode" => leaf::optional(variant.barcode.as_deref()),
            "price" => leaf::money(variant.price),
            "compareAtPrice" => variant.compare_at_price.map_or_else(|| Ok(ResolvedValue::null()), leaf::money),
            "taxable" => leaf::flag(variant.taxable),
            "position" => leaf::number(i64::try_from(self.place + 1).unwrap_or(i64::MAX)),
            "inventoryPolicy" => leaf::text(&variant.inventory_policy),
            "inventoryQuantity" => leaf::number(variant.inventory_quantity()),
            "availableForSale" => leaf::flag(
                !variant.tracked || variant.inventory_policy == "CONTINUE" || variant.inventory_quantity() > 0,
            ),
            "selectedOptions" => selected_options(&variant.options),
            "media" => shown(self.session, variant.media.as_slice(), info),
            "product" => {
                let product = Arc::clone(&self.product);
                Ok(ResolvedValue::object(ProductObject { session: self.session, product }))
            }
            "inventoryItem" => {
                let product = Arc::clone(&self.product);
                Ok(ResolvedValue::object(InventoryItem { session: self.session, product, place: self.place }))
            }
            _ => not_served(self, info),
        }
    }
}
