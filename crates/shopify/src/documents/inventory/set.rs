use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::cost::MUTATION;
use crate::{Document, Kind};

/// As many quantities go into a call.
pub const MANY: usize = 250;

/// The reason that the history of a store's inventory shows.
pub const REASON: &str = "correction";

/// The name of the quantity that can be sold.
pub const NAME: &str = "available";

/// Sets quantities: all of a call, or none.
#[derive(Clone, Copy, Debug)]
pub struct InventorySetQuantities;

/// What is set, and by which key the store knows the request again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetVariables {
    /// The key.
    pub key: String,
    /// The quantities.
    pub input: SetInput,
}

/// `InventorySetQuantitiesInput`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SetInput {
    /// Which quantity: `available` or `on_hand`.
    pub name: String,
    /// Why, one of Shopify's words.
    pub reason: String,
    /// Which of our runs it was.
    pub reference_document_uri: String,
    /// How many there are, where.
    pub quantities: Vec<QuantityInput>,
}

/// How many there are of an item at a location, and how many there were when that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct QuantityInput {
    /// The item.
    pub inventory_item_id: String,
    /// The location.
    pub location_id: String,
    /// How many there are.
    pub quantity: i64,
    /// How many there must be before: otherwise nothing of the call is set. Always said, so that nothing is overwritten
    /// that is not known.
    pub change_from_quantity: i64,
}

/// A quantity that is to be set, by ids in Shopify.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The item.
    pub inventory_item_id: i64,
    /// The location.
    pub location_id: i64,
    /// How many there are.
    pub quantity: i64,
    /// How many there must be before.
    pub change_from: i64,
}

impl From<&Quantity> for QuantityInput {
    fn from(quantity: &Quantity) -> Self {
        Self {
            inventory_item_id: format!("gid://shopify/InventoryItem/{}", quantity.inventory_item_id),
            location_id: format!("gid://shopify/Location/{}", quantity.location_id),
            quantity: quantity.quantity,
            change_from_quantity: quantity.change_from,
        }
    }
}

impl SetVariables {
    pub(crate) fn example() -> Self {
        let quantity = Quantity { inventory_item_id: 1, location_id: 1, quantity: 1, change_from: 0 };
        Self {
            key: String::new(),
            input: SetInput {
                name: NAME.to_owned(),
                reason: REASON.to_owned(),
                reference_document_uri: "gid://kobling/StockSync/1".to_owned(),
                quantities: vec![(&quantity).into()],
            },
        }
    }
}

/// What came of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SetQuantities {
    inventory_set_quantities: Option<SetPayload>,
}

/// What the store says of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SetPayload {
    /// What was changed; none where nothing was.
    pub inventory_adjustment_group: Option<Group>,
    user_errors: Vec<UserError>,
}

/// What was changed, as one entry of the history.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Group {
    /// When, by the store's clock.
    pub created_at: DateTime<Utc>,
}

#[derive(Clone, Debug, Deserialize)]
struct UserError {
    code: Option<String>,
    field: Option<Vec<String>>,
    message: String,
}

/// What Shopify has against what was to be set. Then nothing of the call was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which of the quantities, counted from 0; `None`: the whole.
    pub at: Option<usize>,
    /// Its code.
    pub code: Code,
    /// Why, in a sentence without a full stop.
    pub why: String,
}

/// The codes that ask for something else than a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Code {
    /// There are not as many as was thought.
    Stale,
    /// The same is being set at this moment.
    UnderWay,
    /// The key stands for something else, or for an attempt that failed for good.
    KeyIsUsedUp,
    /// The store does not have the item any more.
    NoItem,
    /// The store does not have the location any more, or the item is not stocked there.
    NoLocation,
    /// Its quantity is that of others, as of a bundle.
    NotMutable,
    /// Anything else.
    Other(String),
}

impl SetQuantities {
    /// When it was set, or why nothing was; `Ok(None)` where there was nothing to change.
    ///
    /// # Errors
    /// What Shopify has against it.
    pub fn came(self) -> Result<Option<DateTime<Utc>>, Vec<Refused>> {
        let Some(payload) = self.inventory_set_quantities else {
            let why = "the store says nothing of it".to_owned();
            return Err(vec![Refused { at: None, code: Code::Other(String::new()), why }]);
        };
        if payload.user_errors.is_empty() {
            return Ok(payload.inventory_adjustment_group.map(|group| group.created_at));
        }
        Err(payload.user_errors.iter().map(refused).collect())
    }
}

/// The place of a quantity stands in the path of its input, as `input, quantities, 3, quantity`.
fn refused(error: &UserError) -> Refused {
    let path = error.field.iter().flatten();
    let at = path.flat_map(|step| step.split('.')).find_map(|step| step.parse().ok());
    let code = match error.code.as_deref().unwrap_or_default() {
        "CHANGE_FROM_QUANTITY_STALE" | "COMPARE_QUANTITY_STALE" => Code::Stale,
        "IDEMPOTENCY_CONCURRENT_REQUEST" => Code::UnderWay,
        "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED" | "IDEMPOTENCY_KEY_PARAMETER_MISMATCH" => Code::KeyIsUsedUp,
        "INVALID_INVENTORY_ITEM" => Code::NoItem,
        "INVALID_LOCATION" => Code::NoLocation,
        "NON_MUTABLE_INVENTORY_ITEM" => Code::NotMutable,
        other => Code::Other(other.to_owned()),
    };
    Refused { at, code, why: error.message.trim().trim_end_matches('.').to_owned() }
}

impl Document for InventorySetQuantities {
    const NAME: &'static str = "InventorySetQuantities";
    const KIND: Kind = Kind::IdempotentMutation;
    type Variables = SetVariables;
    type Answer = SetQuantities;

    fn text() -> &'static str {
        "mutation InventorySetQuantities($key: String!, $input: InventorySetQuantitiesInput!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) {
    inventoryAdjustmentGroup {
      createdAt
    }
    userErrors {
      code
      field
      message
    }
  }
}
"
    }

    fn cost(_: &SetVariables) -> u32 {
        MUTATION
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_refusal_says_of_which_quantity_it_is() {
        let answer = json!({ "inventorySetQuantities": { "inventoryAdjustmentGroup": null, "userErrors": [
            { "code": "CHANGE_FROM_QUANTITY_STALE", "field": ["input", "quantities", "3", "changeFromQuantity"], "message": "Stale." },
            { "code": "INVALID_NAME", "field": ["input", "name"], "message": "Bad name" },
        ] } });
        let refused = serde_json::from_value::<SetQuantities>(answer).unwrap().came().unwrap_err();
        assert_eq!(refused[0], Refused { at: Some(3), code: Code::Stale, why: "Stale".into() });
        assert_eq!((refused[1].at, &refused[1].code), (None, &Code::Other("INVALID_NAME".into())));
    }

    #[test]
    fn what_is_set_always_says_what_it_changes_from() {
        let written = serde_json::to_value(SetVariables::example()).unwrap();
        assert_eq!(written["input"]["quantities"][0]["changeFromQuantity"], json!(0));
    }
}
