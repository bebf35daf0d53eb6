use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::arguments::input;
use super::leaf;
use super::payload::ErrorObject;
use super::problem::Problem;
use super::session::{Resolved, Session, not_served};
use crate::mutate::{InventoryGroup, UserError, inventory_set};

/// The mutation `inventorySetQuantities`.
pub(super) fn inventory_set_quantities<'a>(session: &Session, info: &ResolveInfo<'_>) -> Resolved<'a> {
    // Null means that nothing is compared, and is not the same as nothing.
    let quantities = info.arguments().get("input").and_then(|input| input.get("quantities"));
    let complete = |quantity: &apollo_compiler::response::JsonValue| quantity.get("changeFromQuantity").is_some();
    if !quantities.and_then(|quantities| quantities.as_array()).is_none_or(|items| items.iter().all(complete)) {
        let message = "InventoryQuantityInput must include the following argument: changeFromQuantity.";
        return Err(Problem::new("INVALID_FIELD_ARGUMENTS", message).into());
    }
    let input = input(info, "input")?;
    let now = session.now;
    let result = session.change(|state| inventory_set(state, input, now));
    Ok(ResolvedValue::object(SetPayload(result)))
}

/// `InventorySetQuantitiesPayload`.
struct SetPayload(Result<Option<InventoryGroup>, Vec<UserError>>);

impl ObjectValue for SetPayload {
    fn type_name(&self) -> &str {
        "InventorySetQuantitiesPayload"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match (info.field_name(), &self.0) {
            ("userErrors", Ok(_)) => Ok(ResolvedValue::list([])),
            ("userErrors", Err(errors)) => Ok(ResolvedValue::list(errors.iter().map(|error| {
                ResolvedValue::object(ErrorObject { type_name: "InventorySetQuantitiesUserError", error })
            }))),
            ("inventoryAdjustmentGroup", result) => {
                let group = result.as_ref().ok().and_then(Option::as_ref);
                Ok(ResolvedValue::nullable_object(group.map(Group)))
            }
            _ => not_served(self, info),
        }
    }
}

/// `InventoryAdjustmentGroup`.
struct Group<'g>(&'g InventoryGroup);

impl ObjectValue for Group<'_> {
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
