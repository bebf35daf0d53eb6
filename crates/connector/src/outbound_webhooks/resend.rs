use access::{Action, Area, Principal};
use database::{Notice, Record, Tx};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::json;

use super::delivery::{self, State};
use super::entity::{Entity, Model};
use super::event::Event;
use super::tell::tell;
use crate::{Connector, Error};

/// Has a delivery that the caller holds sent again, from now on as if for the first time.
///
/// # Errors
/// [`Error::Given`] for one that was delivered, that waits to be sent anyway, or whose webhook is not told of anything now.
pub async fn resend(connector: &Connector, tx: &Tx, by: &Principal, sent: &delivery::Model) -> Result<(), Error> {
    by.require(Area::Users, Action::Run)?;
    let refused = |reason: &str| Err(Error::Given { name: "state", reason: reason.to_owned() });
    match sent.state {
        State::Delivered => return refused("the other side has taken this event: nothing is left to be sent"),
        State::Waiting if sent.attempts == 0 => return refused("this event is about to be sent: wait a moment"),
        State::Waiting | State::Failed => {}
    }
    let webhook = Entity::find_by_id(sent.outbound_webhook_id).one(tx).await?;
    let Some(webhook) = webhook else { return refused("the webhook is not there any more: nobody is left to be told") };
    must_be_enabled(&webhook)?;
    let mut again = sent.clone().into_active_model();
    again.state = Set(State::Waiting);
    again.attempts = Set(0);
    again.next_attempt_at = Set(Some(connector.clock().now()));
    again.update(tx).await?;
    let detail = json!({ "event": sent.event, "eventId": sent.event_id });
    connector.audit().record_about(tx, by, "outbound webhook event sent again", webhook.about(), detail).await?;
    Ok(tx.notify(Notice::new(delivery::Entity::NAME, "")).await?)
}

/// Sends a webhook an event that says nothing, so that a person sees whether events arrive.
///
/// # Errors
/// [`Error::Given`] when it is not told of anything now.
pub async fn test(connector: &Connector, tx: &Tx, by: &Principal, webhook: &Model) -> Result<(), Error> {
    by.require(Area::Users, Action::Run)?;
    must_be_enabled(webhook)?;
    let fact = json!({ "outboundWebhookId": webhook.id, "description": webhook.description });
    let at = (connector.clock().now(), connector.random());
    Ok(tell(tx, at, Event::Test, &[webhook.id], vec![fact]).await?)
}

fn must_be_enabled(webhook: &Model) -> Result<(), Error> {
    if webhook.enabled {
        return Ok(());
    }
    let reason = "the webhook is not enabled, so nothing is sent to it: enable it first".to_owned();
    Err(Error::Given { name: "enabled", reason })
}
