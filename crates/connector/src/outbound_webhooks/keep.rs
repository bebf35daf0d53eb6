use access::{Action, Area, Principal};
use database::{Notice, Record, Tx};
use outbound::WebhookSecret;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter};

use super::address::checked;
use super::delivery::{self, Entity as Deliveries};
use super::entity::{Column, Entity, Model};
use super::event::is_told;
use super::secret;
use crate::{Connector, Error};

/// The most webhooks: each event is written down for each of them.
const MOST: u64 = 20;
/// The longest description.
const LONGEST: usize = 100;

/// What a person says of a webhook; what is left out stays as it is.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// What it is for.
    pub description: Option<String>,
    /// Where events are sent.
    pub url: Option<String>,
    /// Whether it is told.
    pub enabled: Option<bool>,
    /// Whether it is told of orders that are staged.
    pub order_staged: Option<bool>,
    /// Whether it is told of sales documents that are made.
    pub document_created: Option<bool>,
    /// Whether it is told of sales documents that are posted.
    pub document_posted: Option<bool>,
    /// Whether it is told of jobs that fail.
    pub job_failed: Option<bool>,
    /// Whether it is told of records that are skipped.
    pub record_skipped: Option<bool>,
}

/// A webhook with its secret, the one time that it can be read.
#[derive(Debug)]
pub struct Kept {
    /// The webhook.
    pub webhook: Model,
    /// What it is signed with.
    pub secret: WebhookSecret,
}

impl Change {
    /// Puts what is said into the webhook.
    fn put(&self, connector: &Connector, webhook: &mut Model) -> Result<(), Error> {
        let put = |from: Option<bool>, to: &mut bool| *to = from.unwrap_or(*to);
        put(self.enabled, &mut webhook.enabled);
        put(self.order_staged, &mut webhook.order_staged);
        put(self.document_created, &mut webhook.document_created);
        put(self.document_posted, &mut webhook.document_posted);
        put(self.job_failed, &mut webhook.job_failed);
        put(self.record_skipped, &mut webhook.record_skipped);
        if let Some(url) = &self.url {
            webhook.url = checked(url, connector.reach())?;
        }
        if let Some(description) = &self.description {
            webhook.description = description.trim().to_owned();
        }
        let refused = |name, reason: String| Err(Error::Given { name, reason });
        if webhook.url.is_empty() {
            return refused(
                "url",
                "the address is missing: say where events are sent, as https://host/path".to_owned(),
            );
        }
        if webhook.description.is_empty() || webhook.description.chars().count() > LONGEST {
            return refused("description", format!("say in 1 to {LONGEST} characters what the webhook is for"));
        }
        if !is_told(webhook) {
            return refused("orderStaged", "choose at least one event that it is told of".to_owned());
        }
        webhook.last_modified_at = connector.clock().now();
        Ok(())
    }
}

/// Makes a webhook, with a secret of its own.
///
/// # Errors
/// [`Error::Given`] names what will not do.
pub async fn make(connector: &Connector, tx: &Tx, by: &Principal, said: &Change) -> Result<Kept, Error> {
    by.require(Area::Users, Action::Change)?;
    if Entity::find().count(tx).await? >= MOST {
        let reason = format!("there are {MOST} outbound webhooks, and no more are kept: delete one first");
        return Err(Error::Given { name: "url", reason });
    }
    let now = connector.clock().now();
    let mut webhook = Model {
        id: connector.random().id(now),
        description: String::new(),
        url: String::new(),
        enabled: true,
        order_staged: false,
        document_created: false,
        document_posted: false,
        job_failed: false,
        record_skipped: false,
        created_at: now,
        last_modified_at: now,
    };
    said.put(connector, &mut webhook)?;
    Entity::insert(webhook.clone().into_active_model()).exec_without_returning(tx).await?;
    let secret = secret::renew(connector, tx, webhook.id).await?;
    connector.audit().changed::<Entity>(tx, by, &webhook.description, None, Some(&webhook)).await?;
    tx.changed::<Entity>(&[webhook.id]).await?;
    Ok(Kept { webhook, secret })
}

/// Changes a webhook that the caller holds.
///
/// # Errors
/// As [`make`].
pub async fn change(
    connector: &Connector,
    tx: &Tx,
    by: &Principal,
    before: &Model,
    said: &Change,
) -> Result<Model, Error> {
    by.require(Area::Users, Action::Change)?;
    let mut webhook = before.clone();
    said.put(connector, &mut webhook)?;
    let webhook = webhook.into_active_model().reset_all().update(tx).await?;
    connector.audit().changed::<Entity>(tx, by, &webhook.description, Some(before), Some(&webhook)).await?;
    if webhook.enabled && !before.enabled {
        // What waited while it was off is due.
        tx.notify(Notice::new(Deliveries::NAME, "")).await?;
    }
    tx.changed::<Entity>(&[webhook.id]).await?;
    Ok(webhook)
}

/// Deletes a webhook that the caller holds, with what was to be sent to it.
///
/// # Errors
/// When the database fails.
pub async fn remove(connector: &Connector, tx: &Tx, by: &Principal, webhook: &Model) -> Result<(), Error> {
    by.require(Area::Users, Action::Change)?;
    let of_it = delivery::Column::OutboundWebhookId.eq(webhook.id);
    Deliveries::delete_many().filter(of_it).exec(tx).await?;
    secret::Entity::delete_by_id(webhook.id).exec(tx).await?;
    Entity::delete_by_id(webhook.id).exec(tx).await?;
    connector.audit().changed::<Entity>(tx, by, &webhook.description, Some(webhook), None).await?;
    Ok(tx.changed::<Entity>(&[webhook.id]).await?)
}

/// Turns all webhooks off, and gives up what was to be sent: a database that was brought back tells nobody what others were
/// told already.
///
/// # Errors
/// When the database fails.
pub async fn turn_all_off(tx: &Tx) -> Result<(), Error> {
    let waiting = delivery::Column::State.eq(delivery::State::Waiting);
    Deliveries::delete_many().filter(waiting).exec(tx).await?;
    Entity::update_many().col_expr(Column::Enabled, Expr::value(false)).exec(tx).await?;
    Ok(())
}

/// Gives a webhook that the caller holds another secret. What is sent from now on is signed with it.
///
/// # Errors
/// When the database or the vault fails.
pub async fn renew_secret(
    connector: &Connector,
    tx: &Tx,
    by: &Principal,
    webhook: &Model,
) -> Result<WebhookSecret, Error> {
    by.require(Area::Users, Action::Change)?;
    let secret = secret::renew(connector, tx, webhook.id).await?;
    let nothing = serde_json::json!({});
    connector.audit().record_about(tx, by, "outbound webhook secret renewed", webhook.about(), nothing).await?;
    Ok(secret)
}
