//! Which payments of orders are posted.

use std::collections::{HashMap, HashSet};

use back_office::customer_ledger::entry;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::Error;
use crate::orders::staged::transaction;
use crate::payouts::TRANSACTION_SOURCE;

/// Whether each of these payments is used: an entry of a customer comes from it. They are named by their public ids.
///
/// # Errors
/// When the database fails.
pub async fn used_of(c: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, bool>, Error> {
    use transaction::{Column, Entity};
    let named: Vec<(Uuid, i64)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::TransactionId])
        .filter(Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(c)
        .await?;
    let posted: Vec<Option<String>> = entry::Entity::find()
        .select_only()
        .column(entry::Column::SourceId)
        .filter(entry::Column::SourceId.is_in(named.iter().map(|(_, transaction)| transaction.to_string())))
        .filter(entry::Column::SourceKind.eq(TRANSACTION_SOURCE))
        .into_tuple()
        .all(c)
        .await?;
    let posted: HashSet<i64> = posted.iter().flatten().filter_map(|id| id.parse().ok()).collect();
    Ok(named.into_iter().map(|(id, transaction)| (id, posted.contains(&transaction))).collect())
}
