use chrono::{DateTime, TimeDelta, Utc};
use database::Tx;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::Value;
use shopify::{Document, Kind};
use uuid::Uuid;
use values::Code;

use super::entity::{Column, Entity, Model};
use super::{Change, KEY, State};
use crate::Error;
use crate::skipped::Seen;

/// Changes that are finished are kept for so long.
const KEPT: TimeDelta = TimeDelta::days(30);

/// A change that is intended.
#[derive(Clone, Debug)]
pub struct Intent<V> {
    /// The shop.
    pub shop_code: Code<20>,
    /// What it is about: a global id in Shopify.
    pub subject: String,
    /// What people call that.
    pub document_name: String,
    /// What the mutation is sent with; its key is added.
    pub variables: V,
}

/// Writes down a change that is to be sent. Where one of its kind is unfinished for the same subject, that one is
/// returned, with `false`: it is settled first.
///
/// # Errors
/// [`Error::Unwritable`] when the variables are no JSON object.
pub async fn intend<C: Change>(
    tx: &Tx,
    seen: &Seen<'_>,
    intent: Intent<<C::Mutation as Document>::Variables>,
) -> Result<(Model, bool), Error> {
    let cost = i32::try_from(C::Mutation::cost(&intent.variables)).unwrap_or(i32::MAX);
    let variables = serde_json::to_value(&intent.variables).map_err(|error| Error::Unwritable(error.to_string()))?;
    let id = seen.random.id(seen.at);
    let has_key = C::Mutation::KIND == Kind::IdempotentMutation;
    let row = Model {
        id,
        shop_code: intent.shop_code,
        operation: C::Mutation::NAME.to_owned(),
        description: C::DESCRIPTION.to_owned(),
        subject: intent.subject,
        document_name: intent.document_name,
        state: State::Open,
        attempts: 0,
        message: String::new(),
        created_at: seen.at,
        first_sent_at: None,
        sent_at: None,
        finished_at: None,
        job_queue_log_entry_id: seen.run,
        variables: written(variables, has_key.then_some(id))?,
        cost,
        has_key,
    };
    insert(tx, row).await
}

/// Forgets what was finished long ago.
pub(super) async fn forget(tx: &Tx, now: DateTime<Utc>) -> Result<(), Error> {
    Entity::delete_many().filter(Column::FinishedAt.lt(now - KEPT)).exec(tx).await?;
    Ok(())
}

/// Inserts a change unless one of its kind is unfinished for its subject.
pub(super) async fn insert(tx: &Tx, row: Model) -> Result<(Model, bool), Error> {
    let new = Entity::insert(row.clone().into_active_model()).on_conflict(OnConflict::new().do_nothing().to_owned());
    if new.exec_without_returning(tx).await? == 1 {
        tx.changed::<Entity>(&[row.id]).await?;
        return Ok((row, true));
    }
    let unfinished = Entity::find()
        .filter(Column::ShopCode.eq(row.shop_code.clone()))
        .filter(Column::Operation.eq(row.operation.as_str()))
        .filter(Column::Subject.eq(row.subject.as_str()))
        .filter(Column::FinishedAt.is_null());
    Ok((unfinished.one(tx).await?.unwrap_or(row), false))
}

/// The same change with another key: a new intent.
pub(super) fn anew(operation: &Model, id: Uuid, at: DateTime<Utc>) -> Result<Model, Error> {
    let variables = serde_json::from_str(&operation.variables).map_err(|error| Error::Unwritable(error.to_string()))?;
    Ok(Model {
        id,
        state: State::Open,
        attempts: 0,
        message: String::new(),
        created_at: at,
        first_sent_at: None,
        sent_at: None,
        finished_at: None,
        variables: written(variables, operation.has_key.then_some(id))?,
        ..operation.clone()
    })
}

fn written(mut variables: Value, key: Option<Uuid>) -> Result<String, Error> {
    let Value::Object(named) = &mut variables else {
        return Err(Error::Unwritable("they have no names".to_owned()));
    };
    if let Some(key) = key {
        named.insert(KEY.to_owned(), key.to_string().into());
    }
    Ok(variables.to_string())
}
