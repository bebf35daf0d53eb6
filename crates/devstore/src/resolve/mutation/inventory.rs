use apollo_compiler::resolvers::ResolveInfo;
use apollo_compiler::response::JsonValue;

use super::super::arguments::{exactly, input, int, string};
use super::super::inventory::{InventoryGroupObject, InventoryItem, LevelObject};
use super::super::payload::{Part, Payload};
use super::super::problem::Problem;
use super::super::session::{Resolved, Session};
use crate::mutate::{
    ActivateInput, InventoryGroup, Place, ToggleInput, UserError, inventory_activate, inventory_adjust,
    inventory_deactivate, inventory_item_update, inventory_move, inventory_set, inventory_toggle,
};

/// The mutations of quantities.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "inventorySetQuantities" => set(session, info),
        "inventoryAdjustQuantities" => adjust(session, info),
        "inventoryMoveQuantities" => move_to(session, info),
        "inventoryActivate" => activate(session, info),
        "inventoryDeactivate" => {
            let id = string(info, "inventoryLevelId").unwrap_or_default();
            let result = session.change(|state| inventory_deactivate(state, &id, session.now));
            Payload::of("InventoryDeactivatePayload", result).answer()
        }
        "inventoryBulkToggleActivation" => toggle(session, info),
        "inventoryItemUpdate" => {
            let id = string(info, "id").unwrap_or_default();
            match exactly(info, "input") {
                Ok(change) => {
                    let result = session.change(|state| inventory_item_update(state, &id, change, session.now));
                    Payload::of("InventoryItemUpdatePayload", result)
                        .nullable("inventoryItem", move |item| InventoryItem::find(session, *item))
                        .answer()
                }
                Err(error) => Err(error),
            }
        }
        _ => return None,
    })
}

fn set<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let rows = rows(info, "quantities");
    compared("InventoryQuantityInput", rows.iter())?;
    let input = input(info, "input")?;
    let result = session.change(|state| inventory_set(state, input, session.now));
    group(session, "InventorySetQuantitiesPayload", result).errors_are("InventorySetQuantitiesUserError").answer()
}

fn adjust<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let rows = rows(info, "changes");
    compared("InventoryChangeInput", rows.iter())?;
    let input = input(info, "input")?;
    let result = session.change(|state| inventory_adjust(state, input, session.now));
    group(session, "InventoryAdjustQuantitiesPayload", result).errors_are("InventoryAdjustQuantitiesUserError").answer()
}

fn move_to<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let rows = rows(info, "changes");
    let ends = rows.iter().flat_map(|row| [row.get("from"), row.get("to")]).flatten();
    compared("InventoryMoveQuantityTerminalInput", ends)?;
    let input = input(info, "input")?;
    let result = session.change(|state| inventory_move(state, input, session.now));
    group(session, "InventoryMoveQuantitiesPayload", result).errors_are("InventoryMoveQuantitiesUserError").answer()
}

/// The rows of the input.
fn rows(info: &ResolveInfo<'_>, name: &str) -> Vec<JsonValue> {
    let rows = info.arguments().get("input").and_then(|input| input.get(name)).and_then(|rows| rows.as_array());
    rows.cloned().unwrap_or_default()
}

/// Refuses rows that do not say whether the quantity is compared. Null means that it is not, and is not the same as
/// nothing.
fn compared<'r>(ty: &str, mut rows: impl Iterator<Item = &'r JsonValue>) -> Result<(), Problem> {
    if rows.all(|row| row.get("changeFromQuantity").is_some()) {
        return Ok(());
    }
    let message = format!("{ty} must include the following argument: changeFromQuantity.");
    Err(Problem::new("INVALID_FIELD_ARGUMENTS", message))
}

/// A payload of what was changed.
fn group<'a>(
    session: &'a Session,
    type_name: &'static str,
    result: Result<Option<InventoryGroup>, Vec<UserError>>,
) -> Payload<'a, Option<InventoryGroup>> {
    Payload::of(type_name, result).nullable("inventoryAdjustmentGroup", move |group| {
        group.clone().map(|group| InventoryGroupObject { session, group })
    })
}

fn activate<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let input = ActivateInput {
        inventory_item_id: string(info, "inventoryItemId").unwrap_or_default(),
        location_id: string(info, "locationId").unwrap_or_default(),
        available: int(info, "available"),
        on_hand: int(info, "onHand"),
    };
    let result = session.change(|state| inventory_activate(state, &input, session.now));
    Payload::of("InventoryActivatePayload", result)
        .nullable("inventoryLevel", move |place| LevelObject::of(session, *place))
        .answer()
}

fn toggle<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let item = string(info, "inventoryItemId").unwrap_or_default();
    let updates: Vec<ToggleInput> = input(info, "inventoryItemUpdates")?;
    let result = session.change(|state| inventory_toggle(state, &item, &updates, session.now));
    Payload::of("InventoryBulkToggleActivationPayload", result)
        .errors_are("InventoryBulkToggleActivationUserError")
        .nullable("inventoryItem", move |(item, _): &(u64, Vec<Place>)| InventoryItem::find(session, *item))
        .part("inventoryLevels", move |(_, places)| {
            let levels = places.iter().filter_map(|place| LevelObject::of(session, *place));
            Part::Objects(levels.map(|level| Box::new(level) as Box<_>).collect())
        })
        .answer()
}
