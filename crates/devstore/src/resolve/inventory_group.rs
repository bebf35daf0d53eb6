use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::leaf;
use super::session::{Resolved, not_served};
use crate::mutate::InventoryGroup;

/// `InventoryAdjustmentGroup`.
pub(super) struct InventoryGroupObject(pub InventoryGroup);

impl ObjectValue for InventoryGroupObject {
    fn type_name(&self) -> &str {
        "InventoryAdjustmentGroup"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("InventoryAdjustmentGroup", self.0.id),
            "createdAt" => leaf::time(self.0.created_at),
            "reason" => leaf::text(&self.0.reason),
            "referenceDocumentUri" => leaf::optional(self.0.reference_document_uri.as_deref()),
            "changes" => Ok(ResolvedValue::list(
                self.0.changes.iter().map(|(name, delta)| ResolvedValue::object(Change { name, delta: *delta })),
            )),
            _ => not_served(self, info),
        }
    }
}

/// `InventoryChange`.
struct Change {
    name: &'static str,
    delta: i64,
}

impl ObjectValue for Change {
    fn type_name(&self) -> &str {
        "InventoryChange"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "name" => leaf::text(self.name),
            "delta" => leaf::number(self.delta),
            _ => not_served(self, info),
        }
    }
}
