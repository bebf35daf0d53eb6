use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::part::{number, refuse_with};
use super::user_error::UserError;
use crate::store::State;
use crate::store::product::Product;

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
    let mut changed: BTreeMap<u64, Product> = BTreeMap::new();
    for Change { product, variant, location, delta } in places.into_iter().filter(|change| change.delta != 0) {
        let product = changed.entry(product.id).or_insert_with(|| Product::clone(&product));
        for variant in product.variants.iter_mut().filter(|other| other.id == variant) {
            *variant.stock.entry(location).or_default() += delta;
            variant.updated_at = now;
        }
        product.updated_at = now;
        changes.extend([("available", delta), ("on_hand", delta)]);
    }
    for product in changed.into_values() {
        state.put_product(product);
    }
    if changes.is_empty() {
        return Ok(None);
    }
    let InventorySetInput { reason, reference_document_uri, .. } = input;
    Ok(Some(InventoryGroup { id: state.ids.next(), created_at: now, reason, reference_document_uri, changes }))
}

/// By how much a quantity changes, and where.
struct Change {
    product: Arc<Product>,
    variant: u64,
    location: u64,
    delta: i64,
}

fn check(input: &InventorySetInput) -> Result<(), Vec<UserError>> {
    let refused = |field: &str, message: &str, code| refuse_with(code, &["input", field], message);
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

/// What a quantity changes.
fn find(state: &State, place: &str, wanted: &QuantityInput) -> Result<Change, Vec<UserError>> {
    let refused = |field: &str, message: &str, code| refuse_with(code, &["input", "quantities", place, field], message);
    let item = number(&wanted.inventory_item_id, "InventoryItem");
    let Some((product, variant)) = item.and_then(|item| state.variant_of_item(item)) else {
        let message = "The specified inventory item could not be found.";
        return refused("inventoryItemId", message, "INVALID_INVENTORY_ITEM");
    };
    let location = number(&wanted.location_id, "Location").filter(|location| state.has_location(*location));
    let Some(location) = location else {
        return refused("locationId", "The specified location could not be found.", "INVALID_LOCATION");
    };
    if wanted.quantity > MOST {
        return refused("quantity", "The quantity can't be higher than 1,000,000,000.", "INVALID_QUANTITY_TOO_HIGH");
    }
    if wanted.quantity < -MOST {
        return refused("quantity", "The quantity can't be lower than -1,000,000,000.", "INVALID_QUANTITY_TOO_LOW");
    }
    let known = variant.stock_at(location);
    if wanted.change_from_quantity.is_some_and(|expected| expected != known) {
        let message = "The changeFromQuantity argument no longer matches the persisted quantity.";
        return refused("changeFromQuantity", message, "CHANGE_FROM_QUANTITY_STALE");
    }
    Ok(Change { product: Arc::clone(product), variant: variant.id, location, delta: wanted.quantity - known })
}
