use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Value, json};

use super::PRODUCTS;
use crate::documents::slots::{self, Argument, Complaint, Field, Slots, SlotsAnswer, ask};
use crate::{Client, Document, Error, Kind};

const ARGUMENTS: [Argument; 2] = [
    Argument { name: "id", of_type: "ID!", nothing: "\"gid://shopify/Product/1\"" },
    Argument { name: "input", of_type: "[PublicationInput!]!", nothing: "[]" },
];

/// Publishes products to sales channels. One that is published already stays so.
#[derive(Clone, Debug)]
pub struct ProductsPublish;

/// What came of publishing a product.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Published {
    /// What Shopify has against it.
    #[serde(default)]
    pub user_errors: Vec<Complaint>,
}

impl ProductsPublish {
    const FIELD: Field<'static> = Field {
        operation: Self::NAME,
        kind: "mutation",
        field: "publishablePublish",
        arguments: &ARGUMENTS,
        fixed: "",
        declared: "",
        selection: "userErrors { field message }",
        most: PRODUCTS,
    };

    pub(crate) fn largest() -> Slots {
        Slots::of(&ARGUMENTS, &vec![Value::Null; PRODUCTS], PRODUCTS)
    }
}

impl Document for ProductsPublish {
    const NAME: &'static str = "ProductsPublish";
    const KIND: Kind = Kind::IdempotentMutation;
    const EACH: Option<char> = slots::EACH;
    type Variables = Slots;
    type Answer = SlotsAnswer<Published>;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| ProductsPublish::FIELD.text());
        &TEXT
    }

    fn cost(variables: &Slots) -> u32 {
        crate::cost::MUTATION * variables.count()
    }
}

/// Publishes at most [`PRODUCTS`] products to these publications; what came of each, in their order.
///
/// # Errors
/// Why there is no answer.
pub async fn publish(
    client: &Client,
    products: &[String],
    publications: &[String],
) -> Result<Vec<Option<Published>>, Error> {
    if products.is_empty() || publications.is_empty() {
        return Ok(Vec::new());
    }
    let to: Vec<Value> = publications.iter().map(|id| json!({ "publicationId": id })).collect();
    let inputs: Vec<Value> = products.iter().map(|id| json!({ "id": id, "input": to })).collect();
    ask::<ProductsPublish, _>(client, Slots::of(&ARGUMENTS, &inputs, PRODUCTS), products.len()).await
}
