use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use shopify_schema::gid::Gid;

use super::user_error::UserError;
use crate::store::State;

/// `InventorySetQuantitiesInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct InventorySetInput {
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

/// What has changed.
#[derive(Clone, Debug)]
pub(crate) struct InventoryGroup {
    pub id: u64,
    pub created_at: DateTime<Utc>,
    pub reason: String,
    pub reference_document_uri: Option<String>,
    /// By how much, of which quantity.
    pub changes: Vec<(&'static str, i64)>,
}

/// The most that there can be of anything.
const MOST: i64 = 1_000_000_000;

const REASONS: &[&str] = &[
    "correction",
    "cycle_count_available",
    "damaged",
    "movement_canceled",
    "movement_created",
    "movement_received",
    "movement_updated",
    "other",
    "promotion",
    "quality_control",
    "received",
    "reservation_created",
    "reservation_deleted",
    "reservation_updated",
    "restock",
    "safety_stock",
    "shrinkage",
];

/// Sets quantities, all of them or none. Nothing where nothing changes.
pub(crate) fn inventory_set(
    state: &mut State,
    input: InventorySetInput,
    now: DateTime<Utc>,
) -> Result<Option<InventoryGroup>, Vec<UserError>> {
    check(&input)?;
    let places = input
        .quantities
        .iter()
        .enumerate()
        .map(|(place, quantity)| find(state, &place.to_string(), quantity))
        .collect::<Result<Vec<_>, _>>()?;
    let mut changes = Vec::new();
    for ((product, variant), wanted) in places.into_iter().zip(&input.quantities) {
        let Some(mut product) = state.products.get(&product).map(|product| (**product).clone()) else { continue };
        let Some(variant) = product.variants.iter_mut().find(|known| known.id == variant) else { continue };
        let delta = wanted.quantity - variant.inventory_quantity;
        if delta == 0 {
            continue;
        }
        variant.inventory_quantity = wanted.quantity;
        variant.updated_at = now;
        product.updated_at = now;
        state.products.insert(product.id, Arc::new(product));
        changes.extend([("available", delta), ("on_hand", delta)]);
    }
    if changes.is_empty() {
        return Ok(None);
    }
    let InventorySetInput { reason, reference_document_uri, .. } = input;
    Ok(Some(InventoryGroup { id: state.ids.next(), created_at: now, reason, reference_document_uri, changes }))
}

fn check(input: &InventorySetInput) -> Result<(), Vec<UserError>> {
    let refused =
        |field: &str, message: &str, code| Err(vec![UserError::new(&["input", field], message).with_code(code)]);
    if !["available", "on_hand"].contains(&input.name.as_str()) {
        return refused("name", "The quantity name must be either 'available' or 'on_hand'.", "INVALID_NAME");
    }
    if !REASONS.contains(&input.reason.as_str()) {
        return refused("reason", "The specified reason is invalid.", "INVALID_REASON");
    }
    if input.reference_document_uri.as_ref().is_some_and(|uri| !uri.contains(':')) {
        let message = "The specified reference document is invalid.";
        return refused("referenceDocumentUri", message, "INVALID_REFERENCE_DOCUMENT");
    }
    let mut pairs = HashSet::new();
    if !input.quantities.iter().all(|quantity| pairs.insert((&quantity.inventory_item_id, &quantity.location_id))) {
        let message = "The combination of inventoryItemId and locationId must be unique.";
        return refused("quantities", message, "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR");
    }
    Ok(())
}

/// The product and the variant that a quantity is of.
fn find(state: &State, place: &str, wanted: &QuantityInput) -> Result<(u64, u64), Vec<UserError>> {
    let refused = |field: &str, message: &str, code| {
        Err(vec![UserError::new(&["input", "quantities", place, field], message).with_code(code)])
    };
    let number = |id: &str| id.parse::<Gid>().map(|gid| gid.number()).unwrap_or_default();
    let item = number(&wanted.inventory_item_id);
    let found = state.products.values().find_map(|product| {
        let variant = product.variants.iter().find(|variant| variant.inventory_item_id == item)?;
        Some((product.id, variant))
    });
    let Some((product, variant)) = found else {
        return refused(
            "inventoryItemId",
            "The specified inventory item could not be found.",
            "INVALID_INVENTORY_ITEM",
        );
    };
    if number(&wanted.location_id) != state.shop.location_id {
        return refused("locationId", "The specified location could not be found.", "INVALID_LOCATION");
    }
    if wanted.quantity > MOST {
        return refused("quantity", "The quantity can't be higher than 1,000,000,000.", "INVALID_QUANTITY_TOO_HIGH");
    }
    if wanted.quantity < -MOST {
        return refused("quantity", "The quantity can't be lower than -1,000,000,000.", "INVALID_QUANTITY_TOO_LOW");
    }
    if wanted.change_from_quantity.is_some_and(|known| known != variant.inventory_quantity) {
        let message = "The changeFromQuantity argument no longer matches the persisted quantity.";
        return refused("changeFromQuantity", message, "CHANGE_FROM_QUANTITY_STALE");
    }
    Ok((product, variant.id))
}
