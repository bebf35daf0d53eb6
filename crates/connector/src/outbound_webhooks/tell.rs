use chrono::{DateTime, SecondsFormat, Utc};
use database::{Notice, Record, Tx, insert_many};
use runtime::Random;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, NotSet, QueryFilter, QuerySelect, Set};
use serde_json::{Value, json};
use uuid::Uuid;

use super::delivery::{self, State};
use super::entity::{Column, Entity};
use super::event::Event;

/// The webhooks that are told of such an event. Most installations have none, and then that is all it costs.
///
/// # Errors
/// When the database fails.
pub(crate) async fn listeners(connection: &impl ConnectionTrait, event: Event) -> database::Result<Vec<Uuid>> {
    let Some(wants) = event.column() else { return Ok(Vec::new()) };
    let told = Entity::find().select_only().column(Column::Id).filter(Column::Enabled.eq(true)).filter(wants.eq(true));
    Ok(told.into_tuple().all(connection).await?)
}

/// Writes down what is to be told to whom, in the transaction in which it happens: an event for each fact, all of them with
/// one statement.
///
/// # Errors
/// When the database fails.
pub(crate) async fn tell(
    tx: &Tx,
    (now, random): (DateTime<Utc>, &Random),
    event: Event,
    listeners: &[Uuid],
    facts: Vec<Value>,
) -> database::Result<()> {
    let mut rows = Vec::with_capacity(facts.len() * listeners.len());
    for fact in facts {
        let event_id = random.id(now);
        let body = body(event_id, event, now, &fact);
        rows.extend(listeners.iter().map(|webhook| delivery::ActiveModel {
            entry_number: NotSet,
            id: Set(random.id(now)),
            outbound_webhook_id: Set(*webhook),
            event_id: Set(event_id),
            event: Set(event),
            created_at: Set(now),
            state: Set(State::Waiting),
            attempts: Set(0),
            next_attempt_at: Set(Some(now)),
            delivered_at: Set(None),
            status_code: Set(0),
            error_message: Set(String::new()),
            body: Set(body.clone()),
        }));
    }
    if rows.is_empty() {
        return Ok(());
    }
    insert_many(tx, rows).await?;
    tx.notify(Notice::new(delivery::Entity::NAME, "")).await
}

/// What is sent: the same to everyone, and each time it is sent.
fn body(id: Uuid, event: Event, at: DateTime<Utc>, data: &Value) -> String {
    let timestamp = at.to_rfc3339_opts(SecondsFormat::Millis, true);
    json!({ "id": id, "type": event.caption(), "timestamp": timestamp, "data": data }).to_string()
}
