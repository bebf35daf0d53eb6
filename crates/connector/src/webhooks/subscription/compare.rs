//! Whether a store still tells what it is kept here to tell.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shopify::Client;
use shopify::documents::webhooks::list;
use shopify::webhook::Topic;

use super::entity::{Column, Entity, Model, Status};
use super::plan::TOPICS;
use super::register::register;
use crate::{Connector, Error};

/// What a look at the subscriptions in a store has found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// The topics that are kept as registered, and whose subscription the store does not have, or sends elsewhere.
    pub untold: Vec<Topic>,
    /// Whether those that were lost are registered again: only a server that stores reach can do that.
    pub is_mended: bool,
}

/// Compares the subscriptions that are kept of a store with those that it has, by their ids and addresses, and has those
/// made again that are missing, and those made that never were. A call, and none where nothing is kept; the making
/// costs more.
pub(crate) async fn compare(connector: &Connector, client: &Client, store: &str) -> Result<Compared, Error> {
    let untold = untold(connector, client, store).await?;
    let Some(here) = connector.webhook_address() else { return Ok(Compared { untold, is_mended: false }) };
    let before = registered(connector, store).await?;
    let is_told = |topic: &Topic| before.iter().any(|one| one.topic == *topic && one.address == here);
    if untold.is_empty() && TOPICS.iter().all(is_told) {
        return Ok(Compared::default());
    }
    register(connector, store).await?;
    let after = registered(connector, store).await?;
    let is_there = |topic: &Topic| after.iter().any(|one| one.topic == *topic);
    Ok(Compared { is_mended: !untold.is_empty() && untold.iter().all(is_there), untold })
}

/// What is kept as registered.
async fn registered(connector: &Connector, store: &str) -> Result<Vec<Model>, Error> {
    let registered = |r| async move {
        let kept = Entity::find().filter(Column::Store.eq(store)).filter(Column::Status.eq(Status::Registered));
        Ok::<_, Error>(kept.all(&r).await?)
    };
    connector.db().read(registered).await
}

async fn untold(connector: &Connector, client: &Client, store: &str) -> Result<Vec<Topic>, Error> {
    let kept = |r| async move {
        let kept = Entity::find().filter(Column::Store.eq(store)).filter(Column::SubscriptionId.ne(""));
        Ok::<_, Error>(kept.order_by_asc(Column::Topic).all(&r).await?)
    };
    let kept = connector.db().read(kept).await?;
    if kept.is_empty() {
        return Ok(Vec::new());
    }
    let there: HashMap<String, String> =
        list(client).await?.into_iter().map(|one| (one.id.inner().to_owned(), one.uri)).collect();
    let is_untold = |one: &Model| there.get(&one.subscription_id).is_none_or(|uri| *uri != one.address);
    Ok(kept.into_iter().filter(is_untold).map(|one| one.topic).collect())
}
