use chrono::{DateTime, Utc};

use crate::schema;
use crate::webhook::Topic;

/// A subscription of our app.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "WebhookSubscription")]
pub struct Subscription {
    /// Its id.
    pub id: cynic::Id,
    /// What it is about.
    pub topic: SubscriptionTopic,
    /// Where it goes.
    pub uri: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// What a subscription may be about. The topics that the law asks for are no subject of a subscription: they are set up
/// with the app.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "WebhookSubscriptionTopic", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum SubscriptionTopic {
    OrdersCreate,
    OrdersUpdated,
    OrdersEdited,
    OrdersCancelled,
    OrdersPaid,
    RefundsCreate,
    BulkOperationsFinish,
    AppUninstalled,
    #[cynic(fallback)]
    Other(String),
}

impl SubscriptionTopic {
    /// The topic of the deliveries; `None` for one that we do not ask for.
    pub fn topic(&self) -> Option<Topic> {
        Some(match self {
            Self::OrdersCreate => Topic::OrdersCreate,
            Self::OrdersUpdated => Topic::OrdersUpdated,
            Self::OrdersEdited => Topic::OrdersEdited,
            Self::OrdersCancelled => Topic::OrdersCancelled,
            Self::OrdersPaid => Topic::OrdersPaid,
            Self::RefundsCreate => Topic::RefundsCreate,
            Self::BulkOperationsFinish => Topic::BulkOperationsFinish,
            Self::AppUninstalled => Topic::AppUninstalled,
            Self::Other(_) => return None,
        })
    }

    /// The subject of a subscription to `topic`; `None` where there is none.
    pub fn of(topic: &Topic) -> Option<Self> {
        Some(match topic {
            Topic::OrdersCreate => Self::OrdersCreate,
            Topic::OrdersUpdated => Self::OrdersUpdated,
            Topic::OrdersEdited => Self::OrdersEdited,
            Topic::OrdersCancelled => Self::OrdersCancelled,
            Topic::OrdersPaid => Self::OrdersPaid,
            Topic::RefundsCreate => Self::RefundsCreate,
            Topic::BulkOperationsFinish => Self::BulkOperationsFinish,
            Topic::AppUninstalled => Self::AppUninstalled,
            Topic::CustomersDataRequest | Topic::CustomersRedact | Topic::ShopRedact | Topic::Other(_) => return None,
        })
    }
}
