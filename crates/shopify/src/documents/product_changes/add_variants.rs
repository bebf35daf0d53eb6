use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

use super::PRODUCTS;
use super::set::MadeVariant;
use super::variants::ProductVariants;
use crate::documents::slots::{self, Argument, Complaint, Field, Slots, SlotsAnswer, ask};
use crate::{Client, Document, Error, Kind};

const ARGUMENTS: [Argument; 2] = [
    Argument { name: "productId", of_type: "ID!", nothing: "\"gid://shopify/Product/1\"" },
    Argument { name: "variants", of_type: "[ProductVariantsBulkInput!]!", nothing: "[]" },
];

/// Adds variants to products. One of the same values of options is not made twice: Shopify refuses it.
#[derive(Clone, Debug)]
pub struct VariantsAdd;

/// What came of adding variants to a product: all of them or none.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AddedVariants {
    /// Those that were made, in the order in which they were given.
    #[serde(default)]
    pub product_variants: Option<Vec<MadeVariant>>,
    /// What Shopify has against it.
    #[serde(default)]
    pub user_errors: Vec<Complaint>,
}

impl AddedVariants {
    /// Those that were made; or why none was.
    ///
    /// # Errors
    /// What Shopify has against it, without a full stop; or that it has not confirmed it.
    pub fn told(self) -> Result<Vec<MadeVariant>, String> {
        match (Complaint::all(&self.user_errors), self.product_variants) {
            (Some(why), _) => Err(why),
            (None, Some(made)) => Ok(made),
            (None, None) => Err("Shopify has not confirmed it".to_owned()),
        }
    }
}

impl VariantsAdd {
    const FIELD: Field<'static> = Field {
        operation: Self::NAME,
        kind: "mutation",
        field: "productVariantsBulkCreate",
        arguments: &ARGUMENTS,
        fixed: ", strategy: DEFAULT",
        declared: "",
        selection: "productVariants { id title position updatedAt selectedOptions { name value } inventoryItem { id } } \
                    userErrors { field message }",
        most: PRODUCTS,
    };

    pub(crate) fn largest() -> Slots {
        Slots::of(&ARGUMENTS, &vec![Value::Null; PRODUCTS], PRODUCTS)
    }
}

impl Document for VariantsAdd {
    const NAME: &'static str = "VariantsAdd";
    const KIND: Kind = Kind::IdempotentMutation;
    const EACH: Option<char> = slots::EACH;
    type Variables = Slots;
    type Answer = SlotsAnswer<AddedVariants>;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| VariantsAdd::FIELD.text());
        &TEXT
    }

    fn cost(variables: &Slots) -> u32 {
        const OPTIONS_AND_INVENTORY: u32 = 2;
        (crate::cost::MUTATION + OPTIONS_AND_INVENTORY) * variables.count() + variables.cost_of_variants()
    }
}

/// Adds variants to at most [`PRODUCTS`] products; what came of each, in their order.
///
/// # Errors
/// Why there is no answer.
pub async fn add_variants(client: &Client, products: &[ProductVariants]) -> Result<Vec<Option<AddedVariants>>, Error> {
    if products.is_empty() {
        return Ok(Vec::new());
    }
    let inputs: Vec<Value> = products.iter().filter_map(|one| serde_json::to_value(one).ok()).collect();
    ask::<VariantsAdd, _>(client, Slots::of(&ARGUMENTS, &inputs, PRODUCTS), products.len()).await
}
