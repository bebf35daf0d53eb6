use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::PARCELS;
use crate::documents::slots::{self, Argument, Complaint, Field, Slots, SlotsAnswer, ask};
use crate::{Client, Document, Error, Id, Kind};

const ARGUMENTS: [Argument; 1] =
    [Argument { name: "fulfillment", of_type: "FulfillmentInput!", nothing: r#"{"lineItemsByFulfillmentOrder":[]}"# }];

/// Makes parcels. Shopify does not know a repeated one: whoever got no answer looks at the order before another is made.
#[derive(Clone, Debug)]
pub struct FulfillmentsCreate;

/// A parcel that is to be made, of parts of one order that are sent from one place in one way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FulfillmentInput {
    /// Whether the buyer is told.
    pub notify_customer: bool,
    /// By what it is followed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tracking_info: Option<Tracking>,
    /// What is in it.
    pub line_items_by_fulfillment_order: Vec<OfFulfillmentOrder>,
}

/// By what a parcel is followed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tracking {
    /// The carrier. One by a name that Shopify knows needs no address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// The number there.
    pub number: String,
    /// The page of the carrier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// What of a part of an order is in a parcel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OfFulfillmentOrder {
    /// The part.
    pub fulfillment_order_id: String,
    /// Its lines.
    pub fulfillment_order_line_items: Vec<Piece>,
}

/// Pieces of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The line.
    pub id: String,
    /// How many.
    pub quantity: i64,
}

/// What came of making a parcel.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Created {
    /// The parcel.
    pub fulfillment: Option<CreatedParcel>,
    /// What Shopify has against it.
    #[serde(default)]
    user_errors: Vec<Complaint>,
}

/// A parcel that was made.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreatedParcel {
    /// The id.
    pub id: Id,
    /// Its number, as `#1001.1`.
    pub name: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

impl Created {
    /// What Shopify has against it, without a full stop; none when it has nothing.
    pub fn refusal(&self) -> Option<String> {
        Complaint::all(&self.user_errors)
    }
}

impl FulfillmentsCreate {
    const FIELD: Field<'static> = Field {
        operation: Self::NAME,
        kind: "mutation",
        field: "fulfillmentCreate",
        arguments: &ARGUMENTS,
        fixed: "",
        declared: "",
        selection: "fulfillment { id name createdAt } userErrors { field message }",
        most: PARCELS,
    };

    pub(crate) fn largest() -> Slots {
        Slots::of(&ARGUMENTS, &vec![Value::Null; PARCELS], PARCELS)
    }
}

impl Document for FulfillmentsCreate {
    const NAME: &'static str = "FulfillmentsCreate";
    const KIND: Kind = Kind::Mutation;
    const EACH: Option<char> = slots::EACH;
    type Variables = Slots;
    type Answer = SlotsAnswer<Created>;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| FulfillmentsCreate::FIELD.text());
        &TEXT
    }

    fn cost(variables: &Slots) -> u32 {
        crate::cost::MUTATION * variables.count()
    }
}

/// Makes at most [`PARCELS`] parcels; what came of each, in their order. Nothing where the store has not said it: that one may
/// have been made.
///
/// # Errors
/// Why there is no answer.
pub async fn create(client: &Client, parcels: &[FulfillmentInput]) -> Result<Vec<Option<Created>>, Error> {
    if parcels.is_empty() {
        return Ok(Vec::new());
    }
    let inputs: Vec<Value> = parcels.iter().map(|parcel| json!({ "fulfillment": parcel })).collect();
    ask::<FulfillmentsCreate, _>(client, Slots::of(&ARGUMENTS, &inputs, PARCELS), parcels.len()).await
}
