//! What is known of a change becomes its state, and what follows from it is written in the same transaction.

use chrono::{DateTime, Utc};
use database::Tx;
use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use shopify::Client;

use super::entity::{ActiveModel, Column, Entity, Model};
use super::intend::{anew, insert};
use super::{Change, ReadBack, State};
use crate::Error;
use crate::skipped::{self, Kind, Seen, Skipped};

/// What is known of a change.
#[derive(Clone, Debug)]
pub(super) enum Finish {
    /// It was made: then, where the store has said when.
    Made(Option<DateTime<Utc>>),
    /// It was refused, for this reason.
    Refused(String),
    /// It was not made, and may be sent again.
    NotMade(String),
    /// It may have been made or not; one will look.
    Unclear(String),
    /// One has looked, and does not know.
    Unknown,
    /// It was not made, and its key is used up: another takes its place.
    Replaced,
}

/// Looks whether a change was made, and writes down what that shows.
pub(super) async fn look<C: Change>(
    cx: &Context,
    client: &Client,
    seen: &Seen<'_>,
    operation: &Model,
) -> Result<State, JobError> {
    let found = cx.send(C::read_back(client, operation)).await?.map_err(Error::Shopify)?;
    let finish = &match found {
        ReadBack::Found => Finish::Made(None),
        ReadBack::Absent if operation.has_key => Finish::Replaced,
        ReadBack::Absent => Finish::NotMade("it was looked for and is not there".to_owned()),
        ReadBack::Unknown => Finish::Unknown,
    };
    let at = &Seen { at: cx.clock().now(), ..*seen };
    Ok(cx.write(|tx| async move { record::<C>(&tx, at, operation, finish).await }).await?)
}

/// Writes down what is known of a change.
pub(super) async fn record<C: Change>(
    tx: &Tx,
    seen: &Seen<'_>,
    operation: &Model,
    finish: &Finish,
) -> Result<State, Error> {
    let (state, message) = match finish {
        Finish::Made(_) => (State::Done, String::new()),
        Finish::Refused(why) => (State::Failed, why.clone()),
        Finish::NotMade(why) => (State::Open, why.clone()),
        Finish::Unclear(why) => (State::Sent, why.clone()),
        Finish::Unknown => {
            (State::ForAPerson, "whether it was made can't be told from what the store shows".to_owned())
        }
        Finish::Replaced => (State::Failed, "it was not made, and another took its place".to_owned()),
    };
    if !put(tx, seen, operation, state, message.clone()).await? {
        return Ok(operation.state);
    }
    match finish {
        Finish::Made(at) => {
            C::made(tx, operation, *at).await?;
            solve(tx, operation).await?;
        }
        Finish::Refused(_) => {
            let cause = format!("{} was refused: {message}.", operation.description);
            let remedy = "It is not sent again by itself. Correct what Shopify refuses, then try again.";
            tell::<C>(tx, seen, operation, cause, remedy).await?;
        }
        Finish::Unknown => {
            let cause = format!("{}: it was sent, no answer came, and {message}.", operation.description);
            let remedy = "Look in Shopify, then choose It Was Done or Send Again on the page Changes in Shopify.";
            tell::<C>(tx, seen, operation, cause, remedy).await?;
        }
        Finish::Replaced => {
            insert(tx, anew(operation, seen.random.id(seen.at), seen.at)?).await?;
        }
        Finish::NotMade(_) | Finish::Unclear(_) => {}
    }
    Ok(state)
}

/// Gives an unfinished change its state; false when it was finished meanwhile.
pub(super) async fn put(
    tx: &Tx,
    seen: &Seen<'_>,
    operation: &Model,
    state: State,
    message: String,
) -> Result<bool, Error> {
    let is_finished = matches!(state, State::Done | State::Failed);
    let changed = ActiveModel {
        state: Set(state),
        message: Set(message),
        finished_at: Set(is_finished.then_some(seen.at)),
        ..Default::default()
    };
    let put =
        Entity::update_many().set(changed).filter(Column::Id.eq(operation.id)).filter(Column::FinishedAt.is_null());
    let put = put.exec(tx).await?.rows_affected == 1;
    tx.changed::<Entity>(&[operation.id]).await?;
    Ok(put)
}

/// Takes away what was told of the change's subject.
pub(super) async fn solve(tx: &Tx, operation: &Model) -> Result<(), Error> {
    skipped::solve(tx, &operation.shop_code, Kind::Change, &[operation.number()]).await
}

async fn tell<C: Change>(
    tx: &Tx,
    seen: &Seen<'_>,
    operation: &Model,
    cause: String,
    remedy: &str,
) -> Result<(), Error> {
    let told = Skipped {
        shop_code: operation.shop_code.clone(),
        kind: Kind::Change,
        shopify_id: operation.number(),
        document_name: operation.document_name.clone(),
        cause,
        remedy: remedy.to_owned(),
        retry_object_id: C::OBJECT,
    };
    skipped::record(tx, seen, vec![told]).await
}
