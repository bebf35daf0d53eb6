//! What is kept about the subscriptions of a store.

use chrono::{DateTime, Utc};
use database::{Notice, Tx};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use shopify::webhook::Topic;

use super::entity::{Column, Entity, Model, Status};
use super::plan::TOPICS;
use crate::{Connector, Error};

/// What became of one topic.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    pub topic: Topic,
    /// The subscription's id and since when there is one, or why there is none.
    pub registered: Result<(String, DateTime<Utc>), String>,
}

/// Why nothing was done for any topic.
pub(super) fn of_none(reason: &str) -> Vec<Outcome> {
    TOPICS.into_iter().map(|topic| Outcome { topic, registered: Err(reason.to_owned()) }).collect()
}

/// Keeps what became of the topics of a store. When it was last told stays.
pub(super) async fn keep(
    connector: &Connector,
    tx: &Tx,
    store: &str,
    address: &str,
    outcomes: &[Outcome],
) -> Result<(), Error> {
    let now = connector.clock().now();
    for outcome in outcomes {
        let (status, message, subscription_id, registered_at) = match &outcome.registered {
            Ok((id, since)) => (Status::Registered, String::new(), id.clone(), Some(*since)),
            Err(reason) => (Status::NotRegistered, reason.clone(), String::new(), None),
        };
        let row = Model {
            id: connector.random().id(now),
            store: store.to_owned(),
            topic: outcome.topic.clone(),
            status,
            message,
            subscription_id,
            address: address.to_owned(),
            registered_at,
            checked_at: Some(now),
            last_delivery_at: None,
        };
        let again = OnConflict::columns([Column::Store, Column::Topic])
            .update_columns([
                Column::Status,
                Column::Message,
                Column::SubscriptionId,
                Column::Address,
                Column::RegisteredAt,
                Column::CheckedAt,
            ])
            .to_owned();
        Entity::insert(row.into_active_model()).on_conflict(again).exec_without_returning(tx).await?;
    }
    Ok(tx.notify(Notice::new("shopifyWebhookSubscriptions", "")).await?)
}

/// A topic was told.
pub(in crate::webhooks) async fn delivered(
    tx: &Tx,
    store: &str,
    topic: &Topic,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    Entity::update_many()
        .col_expr(Column::LastDeliveryAt, Expr::value(now))
        .filter(Column::Store.eq(store))
        .filter(Column::Topic.eq(topic.clone()))
        .exec(tx)
        .await?;
    Ok(())
}
