use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::group::{InventoryGroup, Step, carry_out};
use super::place::Place;
use super::reason::{self, is_uri};
use super::set::{MOST, STALE};
use crate::mutate::part::refuse_with;
use crate::mutate::user_error::UserError;
use crate::store::State;
use crate::store::level::QuantityName;

/// `InventoryAdjustQuantitiesInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct AdjustInput {
    pub name: String,
    pub reason: String,
    pub reference_document_uri: Option<String>,
    pub changes: Vec<ChangeInput>,
}

/// `InventoryChangeInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ChangeInput {
    pub inventory_item_id: String,
    pub location_id: String,
    pub delta: i64,
    pub change_from_quantity: Option<i64>,
    pub ledger_document_uri: Option<String>,
}

/// The quantities that can be adjusted and moved: what is committed follows from the orders.
pub(super) const ADJUSTABLE: [QuantityName; 6] = [
    QuantityName::Available,
    QuantityName::Damaged,
    QuantityName::Incoming,
    QuantityName::QualityControl,
    QuantityName::Reserved,
    QuantityName::SafetyStock,
];

/// `inventoryAdjustQuantities`: adds to quantities or takes from them, all of them or none.
pub(crate) fn inventory_adjust(
    state: &mut State,
    input: AdjustInput,
    now: DateTime<Utc>,
) -> Result<Option<InventoryGroup>, Vec<UserError>> {
    let Some(name) = ADJUSTABLE.into_iter().find(|name| name.name() == input.name) else {
        let names = ADJUSTABLE.map(QuantityName::name).join(", ");
        let message = format!("The specified quantity name is invalid. Valid values are: {names}.");
        return refuse_with("INVALID_QUANTITY_NAME", &["input", "name"], message);
    };
    reason::check(&input.reason, input.reference_document_uri.as_deref())?;
    let (mut wrong, mut stale, mut steps) = (Vec::new(), Vec::new(), Vec::new());
    for (place, row) in input.changes.iter().enumerate() {
        match find(state, name, &place.to_string(), row) {
            Ok((found, known)) => {
                if row.change_from_quantity.is_some_and(|expected| expected != known) {
                    let field = ["input", "changes", &place.to_string(), "changeFromQuantity"];
                    stale.push(UserError::new(&field, STALE).with_code("CHANGE_FROM_QUANTITY_STALE"));
                }
                let ledger_document_uri = row.ledger_document_uri.clone();
                steps.push(Step { place: found, name, delta: row.delta, ledger_document_uri });
            }
            Err(error) => wrong.push(error),
        }
    }
    let mut documents = input.changes.iter().filter_map(|row| row.ledger_document_uri.as_deref());
    let first = documents.next();
    if wrong.is_empty() && documents.any(|other| Some(other) != first) {
        let message = "All changes must have the same ledger document URI or, in the case of adjusting available, no \
                       ledger document URI.";
        return refuse_with("MAX_ONE_LEDGER_DOCUMENT", &["input", "changes"], message);
    }
    match (wrong.is_empty(), stale.is_empty()) {
        (false, _) => Err(wrong),
        (true, false) => Err(stale),
        (true, true) => Ok(carry_out(state, steps, (input.reason, input.reference_document_uri), now)),
    }
}

fn find(state: &State, name: QuantityName, place: &str, row: &ChangeInput) -> Result<(Place, i64), UserError> {
    let path = ["input", "changes", place];
    check_ledger(name, row.ledger_document_uri.as_deref(), &path)?;
    let found = Place::find(state, &row.inventory_item_id, &row.location_id, &path)?;
    let known = found.quantity(state, name);
    let refused =
        |message: &str, code| Err(UserError::new(&["input", "changes", place, "delta"], message).with_code(code));
    if known + row.delta > MOST {
        return refused("The quantity can't be higher than 1,000,000,000.", "INVALID_QUANTITY_TOO_HIGH");
    }
    if known + row.delta < -MOST {
        return refused("The quantity can't be lower than -1,000,000,000.", "INVALID_QUANTITY_TOO_LOW");
    }
    Ok((found, known))
}

/// What is wrong with the document that says where pieces are which are not to be sold.
pub(super) fn check_ledger(name: QuantityName, uri: Option<&str>, path: &[&str]) -> Result<(), UserError> {
    let refused =
        |message: &str, code| Err(UserError::new(&[path, &["ledgerDocumentUri"]].concat(), message).with_code(code));
    match uri {
        Some(_) if name == QuantityName::Available => {
            refused("A ledger document URI is not allowed when adjusting available.", "INVALID_AVAILABLE_DOCUMENT")
        }
        None if name != QuantityName::Available => {
            refused("A ledger document URI is required except when adjusting available.", "INVALID_QUANTITY_DOCUMENT")
        }
        Some(uri) if uri.starts_with("gid://shopify/") => refused(
            "Internal (gid://shopify/) ledger documents are not allowed to be adjusted via API.",
            "INTERNAL_LEDGER_DOCUMENT",
        ),
        Some(uri) if !is_uri(uri) => refused("The specified ledger document is invalid.", "INVALID_LEDGER_DOCUMENT"),
        _ => Ok(()),
    }
}
