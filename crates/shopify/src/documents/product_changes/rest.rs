use serde::Deserialize;
use serde_json::{Value, json};

use super::set::{MadeVariant, Nodes, PageInfo};
use crate::{Client, Document, Error, cost};

const PAGE: u32 = 250;

const TEXT: &str = "query ProductVariantsAfter($id: ID!, $after: String) { product(id: $id) { \
    variants(first: 250, after: $after) { nodes { id title position updatedAt selectedOptions { name value } \
    inventoryItem { id } } pageInfo { hasNextPage endCursor } } } }";

/// A query for the variants of a product, by pages.
#[derive(Clone, Debug, Deserialize)]
pub struct ProductVariantsAfter {
    product: Option<OfProduct>,
}

#[derive(Clone, Debug, Deserialize)]
struct OfProduct {
    variants: Nodes<MadeVariant>,
}

impl ProductVariantsAfter {
    pub(crate) fn largest() -> Value {
        json!({ "id": "gid://shopify/Product/1", "after": "" })
    }
}

impl Document for ProductVariantsAfter {
    const NAME: &'static str = "ProductVariantsAfter";
    type Variables = Value;
    type Answer = Self;

    fn text() -> &'static str {
        TEXT
    }

    fn cost(_: &Value) -> u32 {
        const VARIANT_OPTIONS_AND_INVENTORY: u32 = 3;
        1 + cost::connection(PAGE, VARIANT_OPTIONS_AND_INVENTORY)
    }
}

/// All variants of a product that is there; none where it is not.
///
/// # Errors
/// Why there is no answer.
pub async fn all_variants_of(client: &Client, id: &str) -> Result<Vec<MadeVariant>, Error> {
    let (mut variants, mut next) = (Vec::new(), Some(PageInfo { has_next_page: true, end_cursor: None }));
    while let Some(page) = next {
        let variables = json!({ "id": id, "after": page.end_cursor });
        let Some(of_product) = client.run::<ProductVariantsAfter>(variables).await?.product else { break };
        variants.extend(of_product.variants.nodes);
        next = Some(of_product.variants.page_info).filter(|page| page.has_next_page);
    }
    Ok(variants)
}
