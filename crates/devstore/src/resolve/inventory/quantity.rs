use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::session::{Resolved, not_served};
use super::level::LevelObject;
use crate::store::level::QuantityName;

/// `InventoryQuantity`.
pub(super) struct QuantityObject<'l> {
    pub owner: &'l LevelObject<'l>,
    pub name: QuantityName,
}

impl ObjectValue for QuantityObject<'_> {
    fn type_name(&self) -> &str {
        "InventoryQuantity"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (name, level) = (self.name, &self.owner.level);
        match info.field_name() {
            "id" => {
                let (number, item) = (self.owner.number, self.owner.place.item);
                let id =
                    format!("gid://shopify/InventoryQuantity/{number}?inventory_item_id={item}&name={}", name.name());
                Ok(ResolvedValue::leaf(id))
            }
            "name" => leaf::text(name.name()),
            "quantity" => leaf::number(level.get(name)),
            "updatedAt" => leaf::optional_time(level.changed_at(name)),
            _ => not_served(self, info),
        }
    }
}
