use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::group::{InventoryGroup, Step, carry_out};
use super::place::Place;
use super::reason;
use crate::mutate::part::refuse_with;
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::level::QuantityName;

/// `InventorySetQuantitiesInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct SetInput {
    pub name: String,
    pub reason: String,
    pub reference_document_uri: Option<String>,
    pub quantities: Vec<QuantityInput>,
}

/// `InventoryQuantityInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct QuantityInput {
    pub inventory_item_id: String,
    pub location_id: String,
    pub quantity: i64,
    pub change_from_quantity: Option<i64>,
}

/// The most that there can be of anything.
pub(super) const MOST: i64 = 1_000_000_000;

/// What is said when another has changed the quantity since it was read.
pub(super) const STALE: &str = "The changeFromQuantity argument no longer matches the persisted quantity.";

/// `inventorySetQuantities`: sets quantities, all of them or none. Nothing where nothing changes.
///
/// # Errors
/// Every row that names something that is not there or can't be; only without such rows, every row whose quantity is no
/// longer what its `changeFromQuantity` says.
pub(crate) fn inventory_set(
    state: &mut State,
    input: SetInput,
    now: DateTime<Utc>,
) -> Result<Option<InventoryGroup>, Vec<UserError>> {
    let name = QuantityName::of(&input.name)
        .filter(|name| matches!(name, QuantityName::Available | QuantityName::OnHand))
        .map_or_else(
            || {
                let message = "The quantity name must be either 'available' or 'on_hand'.";
                refuse_with("INVALID_NAME", &["input", "name"], message)
            },
            Ok,
        )?;
    reason::check(&input.reason, input.reference_document_uri.as_deref())?;
    let mut pairs = HashSet::new();
    if !input.quantities.iter().all(|quantity| pairs.insert((&quantity.inventory_item_id, &quantity.location_id))) {
        let message = "The combination of inventoryItemId and locationId must be unique.";
        let code = "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR";
        return refuse_with(code, &["input", "quantities"], message);
    }
    let (mut wrong, mut stale, mut steps) = (Vec::new(), Vec::new(), Vec::new());
    for (place, row) in input.quantities.iter().enumerate() {
        match find(state, name, &place.to_string(), row) {
            Ok((found, known)) => {
                if row.change_from_quantity.is_some_and(|expected| expected != known) {
                    let field = ["input", "quantities", &place.to_string(), "changeFromQuantity"];
                    stale.push(UserError::new(&field, STALE).with_code("CHANGE_FROM_QUANTITY_STALE"));
                }
                let delta = row.quantity - known;
                steps.push(Step { place: found, name, delta, ledger_document_uri: None });
            }
            Err(error) => wrong.push(error),
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    if !stale.is_empty() {
        return Err(stale);
    }
    Ok(carry_out(state, steps, (input.reason, input.reference_document_uri), now))
}

/// What a row is about, and how many there are now.
fn find(state: &State, name: QuantityName, place: &str, row: &QuantityInput) -> Result<(Place, i64), UserError> {
    let path = ["input", "quantities", place];
    let found = Place::find(state, &row.inventory_item_id, &row.location_id, &path)?;
    let refused =
        |message: &str, code| Err(UserError::new(&["input", "quantities", place, "quantity"], message).with_code(code));
    if row.quantity > MOST {
        return refused("The quantity can't be higher than 1,000,000,000.", "INVALID_QUANTITY_TOO_HIGH");
    }
    // More may be sold than there are, but nobody has less than nothing in hand.
    if name == QuantityName::OnHand && row.quantity < 0 {
        return refused("The quantity can't be negative.", "INVALID_QUANTITY_NEGATIVE");
    }
    if row.quantity < -MOST {
        return refused("The quantity can't be lower than -1,000,000,000.", "INVALID_QUANTITY_TOO_LOW");
    }
    let known = found.quantity(state, name);
    Ok((found, known))
}
