use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A subscription to a topic.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Webhook {
    pub id: u64,
    /// As `WebhookSubscriptionTopic` names it.
    pub topic: String,
    pub uri: String,
    /// What must be true of a payload, in the syntax of searches.
    pub filter: Option<String>,
    /// The fields of a payload that are sent; all when there are none.
    pub include_fields: Vec<String>,
    pub metafield_namespaces: Vec<String>,
    pub metafields: Vec<MetafieldKey>,
    pub name: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// A metafield that is sent along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct MetafieldKey {
    #[serde(default)]
    pub namespace: Option<String>,
    pub key: String,
}

/// Something that is to be told to an address.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Delivery {
    pub id: u64,
    /// The subscription that asked for it; none for what the law asks for.
    pub subscription: Option<u64>,
    /// As the header names it.
    pub topic: String,
    pub uri: String,
    pub name: Option<String>,
    /// The same for every try, and for a duplicate.
    pub webhook_id: String,
    /// The same for everything that one change has set off.
    pub event_id: String,
    pub triggered_at: DateTime<Utc>,
    pub body: String,
    /// When it is tried next, and how often it was tried.
    pub due: DateTime<Utc>,
    pub tries: u32,
}
