use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde_json::Value;
use shopify::Kept;
use shopify::documents::products::Product;
use shopify_schema::gid::Gid;

use super::digest::digest;

/// One product, as Shopify said it.
#[derive(Clone, Debug)]
pub(crate) struct Fetched {
    /// Its id in Shopify.
    pub shopify_product_id: i64,
    /// The digest of what was said.
    pub content_hash: String,
    /// The digests of what was said of its variants, by their ids.
    pub variant_hashes: HashMap<i64, String>,
    /// What the import reads of it.
    pub product: Result<Product, Invalid>,
}

/// Why a product can't be staged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Invalid {
    /// It is not what the schema promises.
    #[error("Shopify's answer can't be read: {0}.")]
    Json(String),
    /// A number of it can't be kept.
    #[error("The {what} of the variant '{variant}' can't be kept: {why}.")]
    Number {
        /// Which.
        what: &'static str,
        /// Of which variant.
        variant: String,
        /// What is wrong with it.
        why: String,
    },
    /// An id that is none.
    #[error("'{0}' is no id of Shopify.")]
    Id(String),
}

impl Fetched {
    /// A product as it came; `None` for one without an id, which is none and can't be kept under any.
    pub fn new(kept: &Kept<Product>) -> Option<Self> {
        let Some(shopify_product_id) = kept.id().and_then(|id| i64::try_from(id).ok()) else {
            tracing::warn!(json = kept.json(), "Shopify gave a product that has no id: it is left out");
            return None;
        };
        let told: Value = serde_json::from_str(kept.json()).unwrap_or_default();
        let variants = told.pointer("/variants/nodes").and_then(Value::as_array);
        let variant_hashes =
            variants.into_iter().flatten().filter_map(|variant| Some((id_of(variant)?, digest(variant))));
        Some(Self {
            shopify_product_id,
            content_hash: digest(&told),
            variant_hashes: variant_hashes.collect(),
            product: kept.read().map_err(|why| Invalid::Json(why.to_string())),
        })
    }

    /// Those of a page.
    pub fn all(products: &[Kept<Product>]) -> Vec<Self> {
        products.iter().filter_map(Self::new).collect()
    }
}

fn id_of(told: &Value) -> Option<i64> {
    number(told.get("id")?.as_str()?).ok()
}

/// The number in a global id.
pub(crate) fn number(id: &str) -> Result<i64, Invalid> {
    let gid: Option<Gid> = id.parse().ok();
    gid.and_then(|gid| i64::try_from(gid.number()).ok()).ok_or_else(|| Invalid::Id(id.to_owned()))
}

/// When the last of them changed; `None` when none can be read.
pub(crate) fn newest(products: &[Fetched]) -> Option<DateTime<Utc>> {
    products.iter().filter_map(|fetched| fetched.product.as_ref().ok()).map(|product| product.updated_at).max()
}
