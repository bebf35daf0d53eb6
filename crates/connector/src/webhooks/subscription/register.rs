use std::collections::{BTreeSet, HashSet};
use std::time::Duration;

use runtime::Shutdown;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shopify::Client;
use shopify::documents::webhooks::{NewSubscription, create, delete, list, move_to};
use shopify::webhook::Topic;

use super::entity::{Column, Entity, Model};
use super::outcome::{self, Outcome};
use super::plan::{Plan, Step, TOPICS, plan};
use crate::webhooks::receive::cards_of;
use crate::webhooks::{forget, kept_secret};
use crate::{Connector, Error, shops};

/// How often the subscriptions are looked at: a store deletes those that did not answer for some hours.
const EVERY: Duration = Duration::from_secs(24 * 60 * 60);
/// What is said where nobody could verify what the store tells.
const NO_SECRET: &str = "The shop has no webhook secret: give it the API secret key of its app.";
/// What is sent of a body, where the topic lets us choose: the rest is read from the store.
const FIELDS: [&str; 3] = ["id", "admin_graphql_api_id", "updated_at"];

/// What a round is about.
struct Ground {
    /// The enabled card with which the store is asked.
    card: Option<shops::Model>,
    known: Vec<Model>,
    has_secret: bool,
}

/// Looks after the subscriptions of every store: at once, then every day, until the end. Old webhooks are forgotten.
pub async fn look_after(connector: Connector, shutdown: Shutdown) {
    loop {
        if let Err(error) = register_all(&connector).await {
            tracing::warn!(%error, "the webhook subscriptions could not be looked at");
        }
        if let Err(error) = forget(&connector).await {
            tracing::warn!(%error, "old webhooks could not be forgotten");
        }
        tokio::select! {
            () = shutdown.requested() => return,
            () = connector.clock().sleep(EVERY) => {}
        }
    }
}

/// Makes the subscriptions of every store what they should be.
///
/// # Errors
/// What the database says. What a store says is kept with its subscriptions.
pub async fn register_all(connector: &Connector) -> Result<(), Error> {
    let stores = |r| async move {
        let cards = shops::list(&r).await?;
        Ok::<_, Error>(cards.into_iter().map(|shop| shop.domain).collect::<BTreeSet<_>>())
    };
    for store in connector.db().read(stores).await? {
        register(connector, &store).await?;
    }
    Ok(())
}

/// Does that for one store after something of its cards has changed, in a process that has a public address. One without
/// leaves alone what another has registered: it may be a command beside the server.
///
/// # Errors
/// As [`register`].
pub(crate) async fn refresh(connector: &Connector, store: &str) -> Result<(), Error> {
    match connector.webhook_address() {
        Some(_) => register(connector, store).await,
        None => Ok(()),
    }
}

/// Makes the subscriptions of a store what they should be: each topic goes to this server once if it has a public address
/// and the store an enabled shop; else none of ours is left. Doing it again changes nothing.
///
/// # Errors
/// What the database says. What the store says is kept with its subscriptions.
pub async fn register(connector: &Connector, store: &str) -> Result<(), Error> {
    let ground = connector.db().read(|r| async move { ground(connector, &r, store).await }).await?;
    let address = connector.webhook_address().filter(|_| ground.card.is_some() && ground.has_secret);
    let has_ours = ground.known.iter().any(|one| !one.subscription_id.is_empty());
    if address.is_none() && !has_ours {
        return without(connector, store, &ground).await;
    }
    let outcomes = match round(connector, store, &ground, address.as_deref()).await {
        Ok(outcomes) => outcomes,
        Err(error) => {
            tracing::warn!(store, %error, "the webhook subscriptions could not be looked at");
            return unreached(connector, store, &ground, &error.to_string()).await;
        }
    };
    if address.is_none() {
        return without(connector, store, &ground).await;
    }
    let (address, outcomes) = (address.as_deref().unwrap_or_default(), &outcomes);
    connector.db().write(|tx| async move { outcome::keep(connector, &tx, store, address, outcomes).await }).await
}

async fn ground(connector: &Connector, read: &database::Read, store: &str) -> Result<Ground, Error> {
    let cards = cards_of(read, store).await?;
    let secrets = kept_secret::good(connector, read, &cards, connector.clock().now()).await?;
    let known = Entity::find().filter(Column::Store.eq(store)).all(read).await?;
    Ok(Ground { card: cards.into_iter().find(|shop| shop.enabled), known, has_secret: !secrets.is_empty() })
}

/// There is nothing to be told: the shop card says that the next scheduled run reads what there is, or why.
async fn without(connector: &Connector, store: &str, ground: &Ground) -> Result<(), Error> {
    let wants = connector.webhook_address().is_some() && ground.card.is_some();
    if ground.known.is_empty() && !wants {
        return Ok(());
    }
    let outcomes = &outcome::of_none(NO_SECRET);
    let write = |tx| async move {
        if wants {
            return outcome::keep(connector, &tx, store, "", outcomes).await;
        }
        Entity::delete_many().filter(Column::Store.eq(store)).exec(&tx).await?;
        Ok(tx.notify(database::Notice::new("shopifyWebhookSubscriptions", "")).await?)
    };
    connector.db().write(write).await
}

/// The store did not answer: what is known of it stays, and what is not yet there says why.
async fn unreached(connector: &Connector, store: &str, ground: &Ground, reason: &str) -> Result<(), Error> {
    let registered: HashSet<&Topic> =
        ground.known.iter().filter(|one| !one.subscription_id.is_empty()).map(|one| &one.topic).collect();
    let mut outcomes = outcome::of_none(reason);
    outcomes.retain(|outcome| !registered.contains(&outcome.topic));
    let outcomes = &outcomes;
    connector.db().write(|tx| async move { outcome::keep(connector, &tx, store, "", outcomes).await }).await
}

async fn round(
    connector: &Connector,
    store: &str,
    ground: &Ground,
    address: Option<&str>,
) -> Result<Vec<Outcome>, Error> {
    let card = match &ground.card {
        Some(card) => card.clone(),
        None => {
            let cards = connector.db().read(|r| async move { cards_of(&r, store).await }).await?;
            let Some(card) = cards.into_iter().next() else { return Ok(Vec::new()) };
            card
        }
    };
    let client = &connector.client(&card).await?;
    let known = ground.known.iter().map(|one| one.subscription_id.clone()).filter(|id| !id.is_empty()).collect();
    let Plan { steps, delete: stale } = plan(list(client).await?, &known, address);
    let mut outcomes = Vec::with_capacity(TOPICS.len());
    for step in steps {
        outcomes.push(take(client, step, address.unwrap_or_default()).await);
    }
    // Last, so that no topic is untold for a moment.
    for id in stale {
        delete(client, &id).await?;
    }
    Ok(outcomes)
}

async fn take(client: &Client, step: Step, address: &str) -> Outcome {
    let (topic, made) = match step {
        Step::Keep(topic, one) => (topic, Ok(one)),
        Step::Move(topic, id) => (topic, move_to(client, &id, address).await),
        Step::Create(topic, subject) => {
            let fields = topic.is_of_orders().then(|| FIELDS.map(str::to_owned).to_vec());
            let wanted = NewSubscription { uri: Some(address.to_owned()), include_fields: fields };
            (topic, create(client, subject, wanted).await)
        }
    };
    let registered = made.map(|one| (one.id.inner().to_owned(), one.created_at)).map_err(|error| error.to_string());
    Outcome { topic, registered }
}
