//! What is told to whom: the outbox.

use database::Record;
use sea_orm::entity::prelude::*;
use sea_orm_migration::sea_query::{ConditionalStatement, Index, IndexCreateStatement};

use super::Event;

values::options! {
    /// How far a delivery is.
    pub enum State {
        /// It is to be sent, for the first time or again.
        #[default]
        Waiting => "Waiting",
        /// The other side has taken it.
        Delivered => "Delivered",
        /// It was given up: a person has to look at it.
        Failed => "Failed",
    }
}

/// An event that is told to one webhook.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "outbound_webhook_delivery")]
#[record(name = "outboundWebhookDeliveries", caption = "Outbound Webhook Delivery")]
pub struct Model {
    /// In the order in which things happened.
    #[sea_orm(primary_key)]
    #[record(caption = "Entry No.")]
    pub entry_number: i64,
    /// The public id.
    #[sea_orm(unique)]
    pub id: Uuid,
    /// To whom.
    #[sea_orm(indexed)]
    #[record(caption = "Outbound Webhook ID")]
    pub outbound_webhook_id: Uuid,
    /// The event, which is the same for all who are told of it.
    #[record(caption = "Event ID")]
    pub event_id: Uuid,
    /// What has happened.
    pub event: Event,
    /// When it happened.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub created_at: ChronoDateTimeUtc,
    /// How far it is.
    pub state: State,
    /// How often it was sent.
    pub attempts: i32,
    /// When it is sent next.
    pub next_attempt_at: Option<ChronoDateTimeUtc>,
    /// When the other side took it.
    pub delivered_at: Option<ChronoDateTimeUtc>,
    /// The status of the last answer; 0 when there was none.
    pub status_code: i32,
    /// Why it was not taken the last time.
    #[sea_orm(column_type = "Text")]
    pub error_message: String,
    /// What is sent, in JSON.
    #[sea_orm(column_type = "Text")]
    #[record(nofilter)]
    pub body: String,
}

/// None in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What is to be sent is little among what was: the messenger reads only this.
pub(crate) fn waiting() -> IndexCreateStatement {
    Index::create()
        .name("ix_outbound_webhook_delivery_waiting")
        .table(Entity)
        .col(Column::NextAttemptAt)
        .cond_where(Column::State.eq(State::Waiting))
        .to_owned()
}
