use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use cynic::Id;
use serde::Deserialize;
use serde_json::{Value, json};

use super::input::SetInput;
use crate::documents::WithId;
use crate::documents::slots::{self, Argument, Complaint, Field, Slots, SlotsAnswer, ask};
use crate::{Client, Document, Error, Kind, Url, cost};

/// As many products are made in a call: each takes its time.
const MOST: usize = 10;

const ARGUMENTS: [Argument; 2] = [
    Argument { name: "identifier", of_type: "ProductSetIdentifiers!", nothing: "{\"handle\": \"nothing\"}" },
    Argument { name: "input", of_type: "ProductSetInput!", nothing: "{}" },
];

/// Makes products with all their variants. A product is known by its handle: sent again, it is the same one.
#[derive(Clone, Debug)]
pub struct ProductsSet;

/// What came of making a product.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SetProduct {
    /// The product.
    #[serde(default)]
    pub product: Option<MadeProduct>,
    /// What Shopify has against it.
    #[serde(default)]
    pub user_errors: Vec<Complaint>,
}

/// A product that was made.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MadeProduct {
    /// Its id.
    pub id: Id,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Where it is sold, if it is.
    #[serde(default)]
    pub online_store_url: Option<Url>,
    /// Where those who work on it see it.
    #[serde(default)]
    pub online_store_preview_url: Option<Url>,
    /// Its variants, as many as were asked for.
    pub variants: Nodes<MadeVariant>,
}

/// What a connection holds.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Nodes<T> {
    /// That.
    pub nodes: Vec<T>,
    /// Whether there is more.
    pub page_info: PageInfo,
}

/// Whether a connection goes on.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PageInfo {
    /// Whether it does.
    pub has_next_page: bool,
    /// Behind what.
    #[serde(default)]
    pub end_cursor: Option<String>,
}

/// A variant that was made.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MadeVariant {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Its place among the variants of its product.
    pub position: i32,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Which value it has of each option.
    pub selected_options: Vec<Selected>,
    /// Its inventory item.
    pub inventory_item: WithId,
}

/// The value of an option.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Selected {
    /// The option.
    pub name: String,
    /// The value.
    pub value: String,
}

impl SetProduct {
    /// The product; or why it was not made.
    ///
    /// # Errors
    /// What Shopify has against it, without a full stop; or that it has not confirmed it.
    pub fn told(self) -> Result<MadeProduct, String> {
        match (Complaint::all(&self.user_errors), self.product) {
            (Some(why), _) => Err(why),
            (None, Some(product)) => Ok(product),
            (None, None) => Err("Shopify has not confirmed it".to_owned()),
        }
    }
}

impl ProductsSet {
    const FIELD: Field<'static> = Field {
        operation: Self::NAME,
        kind: "mutation",
        field: "productSet",
        arguments: &ARGUMENTS,
        fixed: ", synchronous: true",
        declared: ", $first: Int!",
        selection: "product { id createdAt updatedAt onlineStoreUrl onlineStorePreviewUrl variants(first: $first) { nodes { \
                    id title position updatedAt selectedOptions { name value } inventoryItem { id } } \
                    pageInfo { hasNextPage endCursor } } } userErrors { field message }",
        most: MOST,
    };

    /// The variables for those products, of which each gives as many variants.
    fn variables(inputs: &[Value], variants: usize) -> Slots {
        Slots::of(&ARGUMENTS, inputs, MOST).with("first", variants.into())
    }

    pub(crate) fn largest() -> Slots {
        Self::variables(&vec![Value::Null; MOST], super::LARGEST_INPUT)
    }
}

impl Document for ProductsSet {
    const NAME: &'static str = "ProductsSet";
    const KIND: Kind = Kind::IdempotentMutation;
    const EACH: Option<char> = slots::EACH;
    type Variables = Slots;
    type Answer = SlotsAnswer<SetProduct>;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| ProductsSet::FIELD.text());
        &TEXT
    }

    fn cost(variables: &Slots) -> u32 {
        let first = variables.named().get("first").and_then(Value::as_u64).and_then(|first| u32::try_from(first).ok());
        each(first.unwrap_or(250)) * variables.count() + variables.cost_of_variants()
    }
}

/// What making a product costs that gives so many variants.
const fn each(variants: u32) -> u32 {
    const VARIANT_OPTIONS_AND_INVENTORY: u32 = 3;
    cost::MUTATION + cost::connection(variants, VARIANT_OPTIONS_AND_INVENTORY)
}

/// How many of these products, from the first on, go into one call: as many as it may cost, and at least one.
pub fn fit(products: &[SetInput]) -> usize {
    let (mut most, mut variants) = (0, 0_usize);
    for (at, product) in products.iter().take(MOST).enumerate() {
        most = most.max(product.variants.len()).min(super::LARGEST_INPUT);
        variants += product.variants.len();
        let count = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let of_variants = u32::try_from(variants / 5).unwrap_or(u32::MAX);
        let points = each(u32::try_from(most).unwrap_or(250)).saturating_mul(count).saturating_add(of_variants);
        if at > 0 && (points > cost::GOAL || variants > super::LARGEST_INPUT) {
            return at;
        }
    }
    products.len().min(MOST)
}

/// Makes as many of these products as [`fit`] into a call; what came of each, in their order. Each gives its first
/// [`LARGEST_INPUT`](super::LARGEST_INPUT) variants at most.
///
/// # Errors
/// Why there is no answer.
pub async fn set(client: &Client, products: &[SetInput]) -> Result<Vec<Option<SetProduct>>, Error> {
    if products.is_empty() {
        return Ok(Vec::new());
    }
    let input = |one: &SetInput| json!({ "identifier": { "handle": one.handle }, "input": one });
    let inputs: Vec<Value> = products.iter().map(input).collect();
    let most = products.iter().map(|one| one.variants.len()).max().unwrap_or(1).clamp(1, super::LARGEST_INPUT);
    ask::<ProductsSet, _>(client, ProductsSet::variables(&inputs, most), products.len()).await
}
