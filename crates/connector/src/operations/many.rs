//! Changes of which many go in one request: what is said of one in [`super::send()`] and [`super::settle()`] is done here for
//! all of them at once.

use database::{Tx, insert_many};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde_json::Value;
use uuid::Uuid;
use values::Code;

use super::entity::{Column, Entity, Model};
use super::looked::put;
use super::{State, intend};
use crate::Error;
use crate::skipped::Seen;

/// A kind of change of which many go in one request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sort {
    /// The mutation, as `FulfillmentCreate`.
    pub operation: &'static str,
    /// What people call it.
    pub description: &'static str,
    /// What one costs, in points.
    pub cost: u32,
}

/// One of many changes that are about to be sent.
#[derive(Clone, Debug)]
pub(crate) struct Intended {
    /// Its id.
    pub id: Uuid,
    /// What it is about: a global id in Shopify.
    pub subject: String,
    /// What people call that.
    pub document_name: String,
    /// What it is sent with.
    pub variables: Value,
}

/// Writes down changes that are sent as soon as this is committed, and at no other time: from then on each may have been made.
/// There must be no unfinished one of any of their subjects.
///
/// # Errors
/// When the database fails.
pub(crate) async fn begin_all(
    tx: &Tx,
    seen: &Seen<'_>,
    (sort, shop): (Sort, &Code<20>),
    intended: &[Intended],
) -> Result<(), Error> {
    let row = |one: &Intended| Model {
        id: one.id,
        shop_code: shop.clone(),
        operation: sort.operation.to_owned(),
        description: sort.description.to_owned(),
        subject: one.subject.clone(),
        document_name: one.document_name.clone(),
        state: State::Sent,
        attempts: 1,
        message: String::new(),
        created_at: seen.at,
        first_sent_at: Some(seen.at),
        sent_at: Some(seen.at),
        finished_at: None,
        job_queue_log_entry_id: seen.run,
        variables: one.variables.to_string(),
        cost: i32::try_from(sort.cost).unwrap_or(i32::MAX),
        has_key: false,
    };
    let rows = intended.iter().map(|one| row(one).into_active_model()).collect();
    insert_many(tx, rows).await?;
    Ok(tx.changed::<Entity>(&intended.iter().map(|one| one.id).collect::<Vec<_>>()).await?)
}

/// The unfinished changes of a kind in a shop, the oldest first.
///
/// # Errors
/// When the database fails.
pub(crate) async fn unfinished(c: &impl ConnectionTrait, sort: Sort, shop: &Code<20>) -> Result<Vec<Model>, Error> {
    let all = Entity::find()
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::Operation.eq(sort.operation))
        .filter(Column::FinishedAt.is_null());
    Ok(all.order_by_asc(Column::Id).all(c).await?)
}

/// Says how far a change is; false when it was finished meanwhile.
///
/// # Errors
/// When the database fails.
pub(crate) async fn say(tx: &Tx, seen: &Seen<'_>, change: &Model, state: State, why: &str) -> Result<bool, Error> {
    put(tx, seen, change, state, why.to_owned()).await
}

/// Takes back changes that the store has certainly not looked at.
///
/// # Errors
/// When the database fails.
pub(crate) async fn withdraw(tx: &Tx, ids: &[Uuid]) -> Result<(), Error> {
    Entity::delete_many().filter(Column::Id.is_in(ids.iter().copied())).exec(tx).await?;
    Ok(tx.changed::<Entity>(ids).await?)
}

/// Forgets what was finished long ago.
///
/// # Errors
/// When the database fails.
pub(crate) async fn forget_finished(tx: &Tx, seen: &Seen<'_>) -> Result<(), Error> {
    intend::forget(tx, seen.at).await
}
