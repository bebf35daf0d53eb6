use access::{About, Action, Area, Principal};
use database::{Record, Tx};
use sea_orm::{EntityTrait, QuerySelect};
use uuid::Uuid;

use super::State;
use super::entity::{Entity, Model};
use super::intend::{anew, insert};
use super::looked::{put, solve};
use crate::skipped::Seen;
use crate::{Connector, Error};

/// A person has looked: the change was made in Shopify.
///
/// # Errors
/// [`Error::Chosen`] when it is not there or waits for nobody.
pub async fn was_done(connector: &Connector, by: &Principal, id: Uuid) -> Result<(), Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let now = connector.clock().now();
    let write = |tx: Tx| async move {
        let operation = waiting(&tx, id).await?;
        let seen = Seen { run: operation.job_queue_log_entry_id, at: now, random: connector.random() };
        put(&tx, &seen, &operation, State::Done, format!("{} has said that it was done", by.user_name)).await?;
        solve(&tx, &operation).await?;
        record(connector, &tx, by, "change in Shopify was done", &operation).await
    };
    connector.db().write(write).await
}

/// A person has looked: the change was not made in Shopify. The next run for the shop sends it.
///
/// # Errors
/// [`Error::Chosen`] when it is not there or waits for nobody.
pub async fn send_again(connector: &Connector, by: &Principal, id: Uuid) -> Result<(), Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let now = connector.clock().now();
    let write = |tx: Tx| async move {
        let operation = waiting(&tx, id).await?;
        let seen = Seen { run: operation.job_queue_log_entry_id, at: now, random: connector.random() };
        let said = format!("{} has said that it was not done", by.user_name);
        if operation.has_key {
            put(&tx, &seen, &operation, State::Failed, said).await?;
            insert(&tx, anew(&operation, connector.random().id(now), now)?).await?;
        } else {
            put(&tx, &seen, &operation, State::Open, said).await?;
        }
        solve(&tx, &operation).await?;
        record(connector, &tx, by, "change in Shopify sent again", &operation).await
    };
    connector.db().write(write).await
}

/// The operation, for this transaction alone: two who have looked don't both say what came of it.
async fn waiting(tx: &Tx, id: Uuid) -> Result<Model, Error> {
    let Some(operation) = Entity::find_by_id(id).lock_exclusive().one(tx).await? else {
        return Err(Error::Chosen(format!("there is no change in Shopify with the id {id}")));
    };
    if operation.state != State::ForAPerson {
        let state = operation.state.caption();
        return Err(Error::Chosen(format!("the change is {state} and waits for nobody to say whether it was done")));
    }
    Ok(operation)
}

async fn record(connector: &Connector, tx: &Tx, by: &Principal, what: &str, operation: &Model) -> Result<(), Error> {
    let detail = serde_json::json!({ "operation": operation.operation, "subject": operation.subject });
    let about = About { entity: Entity::NAME, id: operation.id, subject: &operation.document_name };
    Ok(connector.audit().record_about(tx, by, what, about, detail).await?)
}
