//! Received webhooks: what a store has told, and what became of it.

use database::Record;
use sea_orm::entity::prelude::*;
use shopify::webhook::Topic;

values::options! {
    /// What became of a webhook.
    pub enum State {
        /// A job will read what it is about.
        #[default]
        Waiting => "Waiting",
        /// What it is about was read, or done.
        Done => "Done",
        /// There was nothing to do.
        Ignored => "Ignored",
        /// It could not be put into the job queue; the next scheduled run makes up for it.
        Failed => "Failed",
    }
}

/// A received webhook.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_webhook")]
#[record(name = "shopifyWebhooks", caption = "Shopify Webhook")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The store's domain.
    #[sea_orm(unique_key = "webhook")]
    pub store: String,
    /// Its id in Shopify: the same when it is sent again.
    #[sea_orm(unique_key = "webhook")]
    #[record(caption = "Webhook ID")]
    pub webhook_id: String,
    /// The id of what has happened: the same in all webhooks that it set off.
    #[record(caption = "Event ID")]
    pub event_id: String,
    /// What it is about.
    pub topic: Topic,
    /// The global id of what it is about; blank where there is none.
    #[sea_orm(indexed)]
    pub subject: String,
    /// When it happened, as Shopify says.
    pub triggered_at: Option<ChronoDateTimeUtc>,
    /// When it was received.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub received_at: ChronoDateTimeUtc,
    /// The version of the API that wrote it.
    #[record(caption = "API Version")]
    pub api_version: String,
    /// What became of it.
    pub state: State,
    /// Why.
    pub reason: String,
    /// The job queue entry that reads what it is about; all zeros is none.
    #[record(caption = "Job Queue Entry ID")]
    pub job_queue_entry_id: Uuid,
    /// When it was done.
    pub settled_at: Option<ChronoDateTimeUtc>,
    /// The digest of its body.
    #[record(skip)]
    pub payload_digest: String,
}

/// A received webhook has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
