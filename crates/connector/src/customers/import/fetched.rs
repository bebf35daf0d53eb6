use chrono::{DateTime, Utc};
use serde_json::Value;
use shopify::Kept;
use shopify::documents::customers::Customer;

use crate::products::import::digest;

/// One customer, as Shopify said it.
#[derive(Clone, Debug)]
pub(crate) struct Fetched {
    /// Its id in Shopify.
    pub shopify_customer_id: i64,
    /// The digest of what was said, without the time of its change.
    pub content_hash: String,
    /// What the import reads of it; or why it can't be read, as a sentence.
    pub customer: Result<Customer, String>,
}

impl Fetched {
    /// A customer as it came; `None` for one without an id, which is none and can't be kept under any.
    pub(crate) fn new(kept: &Kept<Customer>) -> Option<Self> {
        let Some(shopify_customer_id) = kept.id().and_then(|id| i64::try_from(id).ok()) else {
            tracing::warn!("Shopify gave a customer that has no id: it is left out");
            return None;
        };
        let told: Value = serde_json::from_str(kept.json()).unwrap_or_default();
        Some(Self {
            shopify_customer_id,
            content_hash: digest(&told),
            customer: kept.read().map_err(|why| format!("Shopify's answer can't be read: {why}.")),
        })
    }

    /// Those of a page.
    pub(crate) fn all(customers: &[Kept<Customer>]) -> Vec<Self> {
        customers.iter().filter_map(Self::new).collect()
    }
}

/// When the last of them changed; `None` when none can be read.
pub(crate) fn newest(customers: &[Fetched]) -> Option<DateTime<Utc>> {
    let readable = customers.iter().filter_map(|fetched| fetched.customer.as_ref().ok());
    readable.map(|customer| customer.updated_at).max()
}
