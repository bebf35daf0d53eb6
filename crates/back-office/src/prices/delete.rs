use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::create::{lock_draft, touch};
use super::{line, list};
use crate::Result;

/// Takes a line off a list that is not active.
///
/// # Errors
/// [`crate::Error::Unknown`], [`crate::Error::ActiveList`].
pub async fn delete_line(tx: &Tx, line: &line::Model, now: DateTime<Utc>) -> Result<()> {
    let list = lock_draft(tx, &line.list_code).await?;
    line::Entity::delete_by_id(line.id).exec(tx).await?;
    touch(tx, list, now).await?;
    Ok(())
}

/// Deletes a list that is not active, with its lines.
///
/// # Errors
/// [`crate::Error::Unknown`], [`crate::Error::ActiveList`].
pub async fn delete_list(tx: &Tx, list: &list::Model) -> Result<()> {
    let list = lock_draft(tx, &list.code).await?;
    line::Entity::delete_many().filter(line::Column::ListCode.eq(list.code.clone())).exec(tx).await?;
    list::Entity::delete_by_id(list.id).exec(tx).await?;
    Ok(tx.changed::<list::Entity>(&[list.id]).await?)
}
