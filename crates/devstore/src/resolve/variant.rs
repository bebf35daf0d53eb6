use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::attribute::selected_options;
use super::leaf;
use super::media::shown;
use super::money::OwnMoney;
use super::product::ProductObject;
use super::session::{Resolved, Session, not_served};
use super::small::WeightObject;
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
            "inventoryItem" => Ok(ResolvedValue::object(InventoryItem { session: self.session, variant })),
            _ => not_served(self, info),
        }
    }
}

/// `InventoryItem`.
struct InventoryItem<'s> {
    session: &'s Session,
    variant: &'s Variant,
}

impl ObjectValue for InventoryItem<'_> {
    fn type_name(&self) -> &str {
        "InventoryItem"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let variant = self.variant;
        match info.field_name() {
            "id" => leaf::gid("InventoryItem", variant.inventory_item_id),
            "legacyResourceId" => leaf::legacy(variant.inventory_item_id),
            "createdAt" => leaf::time(variant.created_at),
            "updatedAt" => leaf::time(variant.updated_at),
            "sku" => leaf::optional(variant.sku.as_deref()),
            "tracked" => leaf::flag(variant.tracked),
            "requiresShipping" => leaf::flag(variant.requires_shipping),
            "countryCodeOfOrigin" => leaf::optional(variant.country_of_origin.as_deref()),
            "provinceCodeOfOrigin" => leaf::optional(variant.province_of_origin.as_deref()),
            "inventoryHistoryUrl" => {
                let shop = self.session.shop().domain;
                let shop = shop.split('.').next().unwrap_or_default();
                let item = variant.inventory_item_id;
                leaf::text(&format!(
                    "https://admin.shopify.com/store/{shop}/products/inventory/{item}/inventory_history"
                ))
            }
            "harmonizedSystemCode" => leaf::optional(variant.harmonized_system_code.as_deref()),
            "unitCost" => Ok(ResolvedValue::nullable_object(
                variant.cost.map(|amount| OwnMoney { amount, currency: self.session.shop().currency }),
            )),
            "measurement" => Ok(ResolvedValue::object(Measurement(variant))),
            _ => not_served(self, info),
        }
    }
}

/// `InventoryItemMeasurement`.
struct Measurement<'s>(&'s Variant);

impl ObjectValue for Measurement<'_> {
    fn type_name(&self) -> &str {
        "InventoryItemMeasurement"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("InventoryItemMeasurement", self.0.inventory_item_id),
            "weight" => Ok(ResolvedValue::nullable_object(self.0.weight.as_ref().map(WeightObject))),
            _ => not_served(self, info),
        }
    }
}
