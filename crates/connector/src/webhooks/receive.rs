use database::{Notice, Tx};
use job_queue::Queue;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};
use sha2::{Digest, Sha256};
use shopify::webhook::{Delivery, is_signed};
use uuid::Uuid;

use super::act::{Done, act};
use super::kept_secret;
use super::received::{Column, Entity, Model, State};
use super::trigger::Trigger;
use crate::{Connector, Error, shops};

/// What became of a delivery that is to be acknowledged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// It is stored, with what it asks for.
    Stored(Uuid),
    /// It was stored before; nothing has changed.
    Duplicate,
}

/// Why a delivery is not taken.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// No shop card is of that store.
    #[error("there is no shop of {0}")]
    UnknownStore(String),
    /// No app of that store has signed it.
    #[error("the webhook is not signed by the app of {0}; give the shop the API secret key of its app")]
    Signature(String),
    /// It is signed, and its body is no object in JSON.
    #[error("the body of the webhook from {0} can't be read")]
    Body(String),
    /// It could not be stored.
    #[error(transparent)]
    Failed(#[from] Error),
}

/// Takes a delivery in: verifies it, stores it with what it asks for, once. When this returns it can be acknowledged.
///
/// # Errors
/// [`Refused`]: then nothing is stored, and the store sends it again.
pub async fn receive(
    connector: &Connector,
    queue: &Queue,
    delivery: &Delivery,
    signature: &str,
    body: &[u8],
) -> Result<Receipt, Refused> {
    let (store, now) = (delivery.shop.as_str(), connector.clock().now());
    let of_store = |r| async move {
        let cards = cards_of(&r, store).await?;
        let secrets = kept_secret::good(connector, &r, &cards, now).await?;
        Ok::<_, Error>((cards.len(), secrets))
    };
    let (cards, secrets) = connector.db().read(of_store).await?;
    if cards == 0 {
        return Err(Refused::UnknownStore(store.to_owned()));
    }
    if !is_signed(body, signature, &secrets) {
        return Err(Refused::Signature(store.to_owned()));
    }
    let trigger = &Trigger::read(body).ok_or_else(|| Refused::Body(store.to_owned()))?;
    let row = &Model {
        id: connector.random().id(now),
        store: store.to_owned(),
        webhook_id: delivery.webhook_id.clone(),
        event_id: delivery.event_id.clone(),
        topic: delivery.topic.clone(),
        subject: trigger.subject().to_owned(),
        triggered_at: delivery.triggered_at,
        received_at: now,
        api_version: delivery.api_version.clone(),
        state: State::Waiting,
        reason: String::new(),
        job_queue_entry_id: Uuid::nil(),
        settled_at: None,
        payload_digest: digest(body),
    };
    let take = |tx| async move {
        if !store_once(&tx, row).await? {
            return Ok(Receipt::Duplicate);
        }
        let done = act(connector, queue, &tx, row, trigger).await?;
        write_down(&tx, row, done).await?;
        tx.notify(Notice::new("shopifyWebhooks", row.id.to_string())).await?;
        Ok::<_, Error>(Receipt::Stored(row.id))
    };
    Ok(connector.db().write(take).await?)
}

/// The shop cards of a store, enabled or not, always in the same order.
pub(super) async fn cards_of(
    connection: &impl sea_orm::ConnectionTrait,
    store: &str,
) -> Result<Vec<shops::Model>, Error> {
    let cards = shops::Entity::find().filter(shops::Column::Domain.eq(store)).order_by_asc(shops::Column::Code);
    Ok(cards.all(connection).await?)
}

/// False for one that was stored before.
async fn store_once(tx: &Tx, row: &Model) -> Result<bool, Error> {
    let again = OnConflict::columns([Column::Store, Column::WebhookId]).do_nothing().to_owned();
    let insert = Entity::insert(row.clone().into_active_model()).on_conflict(again);
    Ok(insert.exec_without_returning(tx).await? == 1)
}

async fn write_down(tx: &Tx, row: &Model, done: Done) -> Result<(), Error> {
    let settled_at = (done.state != State::Waiting).then_some(row.received_at);
    let mut row = row.clone().into_active_model();
    row.state = Set(done.state);
    row.reason = Set(done.reason);
    row.job_queue_entry_id = Set(done.entry.unwrap_or_default());
    row.settled_at = Set(settled_at);
    row.update(tx).await?;
    Ok(())
}

fn digest(body: &[u8]) -> String {
    Sha256::digest(body).iter().map(|byte| format!("{byte:02x}")).collect()
}
