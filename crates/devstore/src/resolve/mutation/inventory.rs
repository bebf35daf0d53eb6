use apollo_compiler::resolvers::ResolveInfo;
use apollo_compiler::response::JsonValue;

use super::super::arguments::input;
use super::super::inventory_group::InventoryGroupObject;
use super::super::payload::Payload;
use super::super::problem::Problem;
use super::super::session::{Resolved, Session};
use crate::mutate::inventory_set;

/// The mutations of quantities.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "inventorySetQuantities" => set(session, info),
        _ => return None,
    })
}

fn set<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    // Null means that nothing is compared, and is not the same as nothing.
    let quantities = info.arguments().get("input").and_then(|input| input.get("quantities"));
    let complete = |quantity: &JsonValue| quantity.get("changeFromQuantity").is_some();
    if !quantities.and_then(|quantities| quantities.as_array()).is_none_or(|items| items.iter().all(complete)) {
        let message = "InventoryQuantityInput must include the following argument: changeFromQuantity.";
        return Err(Problem::new("INVALID_FIELD_ARGUMENTS", message).into());
    }
    let input = input(info, "input")?;
    let result = session.change(|state| inventory_set(state, input, session.now));
    Payload::of("InventorySetQuantitiesPayload", result)
        .errors_are("InventorySetQuantitiesUserError")
        .nullable("inventoryAdjustmentGroup", |group| group.clone().map(InventoryGroupObject))
        .answer()
}
