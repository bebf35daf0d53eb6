use chrono::{DateTime, Utc};
use database::{Notice, Record, Tx};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Set};

use super::entity::{ActiveModel, Column, Entity, Status};
use crate::{Error, shops};

/// What a store tells of an operation that has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finished {
    /// Its id in Shopify.
    pub(crate) id: i64,
    pub(crate) status: Status,
    /// Why it failed, as Shopify calls it; blank: it has not.
    pub(crate) error_code: String,
    pub(crate) completed_at: DateTime<Utc>,
    /// How many lines it has written, where the store says so.
    pub(crate) object_count: Option<i64>,
}

/// Writes down that an operation of a store has ended, unless that is known: nobody may be waiting for it.
///
/// # Errors
/// What the database says.
pub(crate) async fn finish(tx: &Tx, store: &str, finished: &Finished) -> Result<(), Error> {
    let mut row = ActiveModel {
        status: Set(finished.status.clone()),
        error_code: Set(finished.error_code.clone()),
        completed_at: Set(Some(finished.completed_at)),
        ..Default::default()
    };
    if let Some(count) = finished.object_count {
        row.object_count = Set(count);
    }
    let cards = shops::Entity::find()
        .select_only()
        .column(shops::Column::Code)
        .filter(shops::Column::Domain.eq(store))
        .into_query();
    let update = Entity::update_many()
        .set(row)
        .filter(Column::ShopCode.in_subquery(cards))
        .filter(Column::BulkOperationId.eq(finished.id))
        .filter(Column::CompletedAt.is_null());
    if update.exec(tx).await?.rows_affected > 0 {
        tx.notify(Notice::new(Entity::NAME, "")).await?;
    }
    Ok(())
}
