use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;

use super::PRODUCTS;
use super::input::ProductInput;
use crate::documents::slots::{self, Argument, Complaint, Field, Slots, SlotsAnswer, ask};
use crate::{Client, Document, Error, Kind, Url};

const ARGUMENTS: [Argument; 1] = [Argument { name: "product", of_type: "ProductUpdateInput!", nothing: "{}" }];

/// Changes what products are called, what is said of them, and whether they are sold.
#[derive(Clone, Debug)]
pub struct ProductsUpdate;

/// What came of changing a product.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Updated {
    /// The product, as it is now.
    #[serde(default)]
    pub product: Option<ChangedProduct>,
    /// What Shopify has against it.
    #[serde(default)]
    pub user_errors: Vec<Complaint>,
}

/// A product that was changed.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangedProduct {
    /// When.
    pub updated_at: DateTime<Utc>,
    /// Where it is sold, if it is.
    #[serde(default)]
    pub online_store_url: Option<Url>,
    /// Where those who work on it see it.
    #[serde(default)]
    pub online_store_preview_url: Option<Url>,
}

impl Updated {
    /// The product as it is now; or why it was not changed.
    ///
    /// # Errors
    /// What Shopify has against it, without a full stop; or that it has not confirmed it.
    pub fn told(&self) -> Result<&ChangedProduct, String> {
        match (Complaint::all(&self.user_errors), &self.product) {
            (Some(why), _) => Err(why),
            (None, Some(product)) => Ok(product),
            (None, None) => Err("Shopify has not confirmed it".to_owned()),
        }
    }
}

impl ProductsUpdate {
    const FIELD: Field<'static> = Field {
        operation: Self::NAME,
        kind: "mutation",
        field: "productUpdate",
        arguments: &ARGUMENTS,
        fixed: "",
        declared: "",
        selection: "product { updatedAt onlineStoreUrl onlineStorePreviewUrl } userErrors { field message }",
        most: PRODUCTS,
    };

    pub(crate) fn largest() -> Slots {
        Slots::of(&ARGUMENTS, &vec![Value::Null; PRODUCTS], PRODUCTS)
    }
}

impl Document for ProductsUpdate {
    const NAME: &'static str = "ProductsUpdate";
    const KIND: Kind = Kind::IdempotentMutation;
    const EACH: Option<char> = slots::EACH;
    type Variables = Slots;
    type Answer = SlotsAnswer<Updated>;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| ProductsUpdate::FIELD.text());
        &TEXT
    }

    fn cost(variables: &Slots) -> u32 {
        crate::cost::MUTATION * variables.count()
    }
}

/// Changes at most [`PRODUCTS`] products; what came of each, in their order.
///
/// # Errors
/// Why there is no answer.
pub async fn update(client: &Client, products: &[ProductInput]) -> Result<Vec<Option<Updated>>, Error> {
    if products.is_empty() {
        return Ok(Vec::new());
    }
    let inputs: Vec<Value> = products.iter().map(|one| serde_json::json!({ "product": one })).collect();
    ask::<ProductsUpdate, _>(client, Slots::of(&ARGUMENTS, &inputs, PRODUCTS), products.len()).await
}
