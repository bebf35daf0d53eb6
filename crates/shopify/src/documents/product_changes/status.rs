use serde::{Deserialize, Serialize};

use super::input::ProductInput;
use super::update::Updated;
use crate::{Document, Kind};

/// Gives one product another status. Where no answer comes one looks at the product.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProductSetStatus {
    /// What came of it.
    pub product_update: Option<Updated>,
}

/// Which product gets which status.
#[derive(Clone, Debug, Serialize)]
pub struct StatusVariables {
    /// The product.
    pub product: ProductInput,
}

impl StatusVariables {
    /// A call like any other.
    pub(crate) fn example() -> Self {
        let id = "gid://shopify/Product/1".to_owned();
        Self { product: ProductInput { id, status: Some("ARCHIVED"), ..ProductInput::default() } }
    }
}

impl Document for ProductSetStatus {
    const NAME: &'static str = "ProductSetStatus";
    const KIND: Kind = Kind::Mutation;
    type Variables = StatusVariables;
    type Answer = Self;

    fn text() -> &'static str {
        "mutation ProductSetStatus($product: ProductUpdateInput!) {
  productUpdate(product: $product) {
    product { updatedAt onlineStoreUrl onlineStorePreviewUrl }
    userErrors { field message }
  }
}
"
    }

    fn cost(_: &StatusVariables) -> u32 {
        crate::cost::MUTATION
    }
}
