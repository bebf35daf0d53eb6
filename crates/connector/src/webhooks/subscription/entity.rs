//! Webhook subscriptions: for each topic of a store whether it is told, since when, and when it last was.

use database::Record;
use sea_orm::entity::prelude::*;
use shopify::webhook::Topic;

values::options! {
    /// Whether a topic is told.
    pub enum Status {
        /// The store tells it.
        #[default]
        Registered => "Registered",
        /// The store does not; the next scheduled run reads what there is.
        NotRegistered => "Not Registered",
    }
}

/// A topic that a store is to tell.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_webhook_subscription")]
#[record(name = "shopifyWebhookSubscriptions", caption = "Shopify Webhook Subscription")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The store's domain.
    #[sea_orm(unique_key = "topic")]
    pub store: String,
    /// What is told.
    #[sea_orm(unique_key = "topic")]
    pub topic: Topic,
    /// Whether it is.
    pub status: Status,
    /// Why not.
    pub message: String,
    /// The id of the subscription in Shopify; blank for none.
    #[record(caption = "Subscription ID")]
    pub subscription_id: String,
    /// Where it goes.
    pub address: String,
    /// Since when it is told.
    pub registered_at: Option<ChronoDateTimeUtc>,
    /// When the store was last asked.
    pub checked_at: Option<ChronoDateTimeUtc>,
    /// When it was last told.
    pub last_delivery_at: Option<ChronoDateTimeUtc>,
}

/// A subscription has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
