use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use cynic::Id;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::PRODUCTS;
use super::input::VariantInput;
use crate::bulk::BulkMutation;
use crate::documents::slots::{self, Argument, Complaint, Field, Slots, SlotsAnswer, ask};
use crate::{Client, Document, Error, Kind};

/// So many records may be in a list that is given to Shopify.
pub const LARGEST_INPUT: usize = 250;

const ARGUMENTS: [Argument; 2] = [
    Argument { name: "productId", of_type: "ID!", nothing: "\"gid://shopify/Product/1\"" },
    Argument { name: "variants", of_type: "[ProductVariantsBulkInput!]!", nothing: "[]" },
];

const SELECTION: &str = "productVariants { id updatedAt } userErrors { field message }";

/// Changes variants of many products. Of those of a product that are refused the others are changed all the same.
#[derive(Clone, Debug)]
pub struct VariantsUpdate;

/// Variants of a product that are changed, at most [`LARGEST_INPUT`]. Written as JSON it is also a line of the bulk
/// mutation [`in_bulk`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProductVariants {
    /// The product.
    pub product_id: String,
    /// What is changed.
    pub variants: Vec<VariantInput>,
}

/// What came of changing variants of a product.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VariantsUpdated {
    /// Those that were changed.
    #[serde(default)]
    pub product_variants: Option<Vec<Option<ChangedVariant>>>,
    /// What Shopify has against the others.
    #[serde(default)]
    pub user_errors: Vec<Complaint>,
}

/// A variant that was changed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangedVariant {
    /// Its id.
    pub id: Id,
    /// When.
    pub updated_at: DateTime<Utc>,
}

impl VariantsUpdated {
    /// When a variant was changed, which had this place among those that were given; or why it was not.
    ///
    /// # Errors
    /// What Shopify has against it, without a full stop; or that it has not confirmed it.
    pub fn of(&self, place: usize, id: &str) -> Result<DateTime<Utc>, String> {
        let about_it = |one: &&Complaint| one.place().is_none_or(|at| at == place);
        if let Some(why) = Complaint::all(self.user_errors.iter().filter(about_it)) {
            return Err(why);
        }
        let changed = self.product_variants.iter().flatten().flatten().find(|one| one.id.inner() == id);
        changed.map(|one| one.updated_at).ok_or_else(|| "Shopify has not confirmed it".to_owned())
    }
}

impl VariantsUpdate {
    const FIELD: Field<'static> = Field {
        operation: Self::NAME,
        kind: "mutation",
        field: "productVariantsBulkUpdate",
        arguments: &ARGUMENTS,
        fixed: ", allowPartialUpdates: true",
        declared: "",
        selection: SELECTION,
        most: PRODUCTS,
    };

    pub(crate) fn largest() -> Slots {
        Slots::of(&ARGUMENTS, &vec![Value::Object(serde_json::Map::new()); PRODUCTS], PRODUCTS)
    }
}

impl Document for VariantsUpdate {
    const NAME: &'static str = "VariantsUpdate";
    const KIND: Kind = Kind::IdempotentMutation;
    const EACH: Option<char> = slots::EACH;
    type Variables = Slots;
    type Answer = SlotsAnswer<VariantsUpdated>;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| VariantsUpdate::FIELD.text());
        &TEXT
    }

    fn cost(variables: &Slots) -> u32 {
        crate::cost::MUTATION * variables.count() + variables.cost_of_variants()
    }
}

/// Changes variants of at most [`PRODUCTS`] products; what came of each, in their order.
///
/// # Errors
/// Why there is no answer.
pub async fn update_variants(
    client: &Client,
    products: &[ProductVariants],
) -> Result<Vec<Option<VariantsUpdated>>, Error> {
    if products.is_empty() {
        return Ok(Vec::new());
    }
    let inputs: Vec<Value> = products.iter().filter_map(|one| serde_json::to_value(one).ok()).collect();
    ask::<VariantsUpdate, _>(client, Slots::of(&ARGUMENTS, &inputs, PRODUCTS), products.len()).await
}

/// What came of a line of the same mutation as a bulk operation.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VariantsInBulk {
    /// None when the line was not run.
    #[serde(default)]
    pub product_variants_bulk_update: Option<VariantsUpdated>,
}

/// The same as a bulk operation, a line for each [`ProductVariants`]; the data of each answer is a [`VariantsInBulk`].
pub fn in_bulk() -> BulkMutation {
    BulkMutation::text(format!(
        "mutation VariantsInBulk($productId: ID!, $variants: [ProductVariantsBulkInput!]!) {{ \
         productVariantsBulkUpdate(productId: $productId, variants: $variants, allowPartialUpdates: true) {{ \
         {SELECTION} }} }}"
    ))
}
