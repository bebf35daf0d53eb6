use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::adjust::{ADJUSTABLE, check_ledger};
use super::group::{InventoryGroup, Step, carry_out};
use super::place::Place;
use super::reason;
use super::set::{MOST, STALE};
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::level::QuantityName;

/// `InventoryMoveQuantitiesInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct MoveInput {
    pub reason: String,
    pub reference_document_uri: String,
    pub changes: Vec<MoveChangeInput>,
}

/// `InventoryMoveQuantityChange`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct MoveChangeInput {
    pub inventory_item_id: String,
    pub quantity: i64,
    pub from: TerminalInput,
    pub to: TerminalInput,
}

/// `InventoryMoveQuantityTerminalInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct TerminalInput {
    pub location_id: String,
    pub name: String,
    pub change_from_quantity: Option<i64>,
    pub ledger_document_uri: Option<String>,
}

/// `inventoryMoveQuantities`: pieces of a location change their state, as when they are found to be damaged; all of the
/// changes are made or none.
pub(crate) fn inventory_move(
    state: &mut State,
    input: MoveInput,
    now: DateTime<Utc>,
) -> Result<Option<InventoryGroup>, Vec<UserError>> {
    reason::check(&input.reason, Some(&input.reference_document_uri))?;
    let (mut wrong, mut stale, mut steps) = (Vec::new(), Vec::new(), Vec::new());
    for (place, row) in input.changes.iter().enumerate() {
        match find(state, &place.to_string(), row) {
            Ok(ends) => {
                for (side, (step, terminal)) in
                    ["from", "to"].into_iter().zip(ends.into_iter().zip([&row.from, &row.to]))
                {
                    let known = step.place.quantity(state, step.name);
                    if terminal.change_from_quantity.is_some_and(|expected| expected != known) {
                        let field = ["input", "changes", &place.to_string(), side, "changeFromQuantity"];
                        stale.push(UserError::new(&field, STALE).with_code("CHANGE_FROM_QUANTITY_STALE"));
                    }
                    steps.push(step);
                }
            }
            Err(error) => wrong.push(error),
        }
    }
    match (wrong.is_empty(), stale.is_empty()) {
        (false, _) => Err(wrong),
        (true, false) => Err(stale),
        (true, true) => Ok(carry_out(state, steps, (input.reason, Some(input.reference_document_uri)), now)),
    }
}

/// What is taken away, and what comes instead.
fn find(state: &State, place: &str, row: &MoveChangeInput) -> Result<[Step; 2], UserError> {
    let path = ["input", "changes", place];
    let refused = |steps: &[&str], message: &str, code| {
        Err(UserError::new(&[path.as_slice(), steps].concat(), message).with_code(code))
    };
    let name = |terminal: &TerminalInput| ADJUSTABLE.into_iter().find(|name| name.name() == terminal.name);
    let (Some(from), Some(to)) = (name(&row.from), name(&row.to)) else {
        let side = if name(&row.from).is_none() { "from" } else { "to" };
        return refused(&[side, "name"], "The specified quantity name is invalid.", "INVALID_QUANTITY_NAME");
    };
    if row.quantity < 0 {
        return refused(&["quantity"], "The quantity can't be negative.", "INVALID_QUANTITY_NEGATIVE");
    }
    if row.quantity > MOST {
        let message = "The quantity can't be higher than 1,000,000,000.";
        return refused(&["quantity"], message, "INVALID_QUANTITY_TOO_HIGH");
    }
    if row.from.location_id != row.to.location_id {
        return refused(&[], "The quantities can't be moved between different locations.", "DIFFERENT_LOCATIONS");
    }
    if from == to {
        return refused(&[], "The quantity names for each change can't be the same.", "SAME_QUANTITY_NAME");
    }
    let end = |side: &str, terminal: &TerminalInput, name: QuantityName, delta: i64| -> Result<Step, UserError> {
        let path = ["input", "changes", place, side];
        check_ledger(name, terminal.ledger_document_uri.as_deref(), &path)?;
        let found = Place::find(state, &row.inventory_item_id, &terminal.location_id, &path)?;
        Ok(Step { place: found, name, delta, ledger_document_uri: terminal.ledger_document_uri.clone() })
    };
    Ok([end("from", &row.from, from, -row.quantity)?, end("to", &row.to, to, row.quantity)?])
}
