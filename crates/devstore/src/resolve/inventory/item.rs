use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::arguments::{flag, string};
use super::super::connection::of_places;
use super::super::leaf;
use super::super::money::OwnMoney;
use super::super::session::{Resolved, Session, not_served};
use super::super::small::{Count, WeightObject};
use super::super::variant::VariantObject;
use super::level::LevelObject;
use super::levels::{LevelsOf, levels};
use crate::store::product::{Product, Variant};

/// `InventoryItem`.
pub(crate) struct InventoryItem<'s> {
    pub session: &'s Session,
    pub product: Arc<Product>,
    pub place: usize,
}

impl<'s> InventoryItem<'s> {
    /// The one with this number.
    pub(crate) fn find(session: &'s Session, item: u64) -> Option<Self> {
        let variant = session.read(|state| state.variant_of_item(item).map(|(_, variant)| variant.id))?;
        let (product, place) = session.variant(variant)?;
        Some(Self { session, product, place })
    }

    fn variant(&self) -> Option<&Variant> {
        self.product.variants.get(self.place)
    }

    fn owner(&self) -> VariantObject<'s> {
        VariantObject { session: self.session, product: Arc::clone(&self.product), place: self.place }
    }
}

impl ObjectValue for InventoryItem<'_> {
    fn type_name(&self) -> &str {
        "InventoryItem"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let session = self.session;
        let Some(variant) = self.variant() else { return Ok(ResolvedValue::null()) };
        match info.field_name() {
            "id" => leaf::gid("InventoryItem", variant.inventory_item_id),
            "legacyResourceId" => leaf::legacy(variant.inventory_item_id),
            "createdAt" => leaf::time(variant.created_at),
            "updatedAt" => leaf::time(variant.item_updated_at()),
            "sku" => leaf::optional(variant.sku.as_deref()),
            "duplicateSkuCount" => {
                let same = |other: &&Variant| other.sku.is_some() && other.sku == variant.sku && other.id != variant.id;
                let count = session
                    .read(|state| state.products.values().flat_map(|product| &product.variants).filter(same).count());
                leaf::number(i64::try_from(count).unwrap_or(i64::MAX))
            }
            "tracked" => leaf::flag(variant.tracked),
            "requiresShipping" => leaf::flag(variant.requires_shipping),
            "countryCodeOfOrigin" => leaf::optional(variant.country_of_origin.as_deref()),
            "provinceCodeOfOrigin" => leaf::optional(variant.province_of_origin.as_deref()),
            "inventoryHistoryUrl" => {
                let shop = session.shop().domain;
                let shop = shop.split('.').next().unwrap_or_default();
                let item = variant.inventory_item_id;
                leaf::text(&format!(
                    "https://admin.shopify.com/store/{shop}/products/inventory/{item}/inventory_history"
                ))
            }
            "harmonizedSystemCode" => leaf::optional(variant.harmonized_system_code.as_deref()),
            "unitCost" => Ok(ResolvedValue::nullable_object(
                variant.cost.map(|amount| OwnMoney { amount, currency: session.shop().currency }),
            )),
            "measurement" => Ok(ResolvedValue::object(Measurement(variant))),
            "inventoryLevels" => levels(session, info, LevelsOf::Item(variant.inventory_item_id)),
            "inventoryLevel" => {
                let location = string(info, "locationId").unwrap_or_default();
                let inactive = flag(info, "includeInactive");
                let level = LevelObject::at(session, variant.inventory_item_id, &location, inactive);
                Ok(ResolvedValue::nullable_object(level))
            }
            "locationsCount" => {
                let count = variant.stock.values().filter(|level| level.active).count();
                Ok(ResolvedValue::object(Count(count)))
            }
            "variant" => Ok(ResolvedValue::object(self.owner())),
            "variants" => {
                of_places("ProductVariantConnection", "ProductVariantEdge", [variant.id], info, move |_| self.owner())
            }
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
