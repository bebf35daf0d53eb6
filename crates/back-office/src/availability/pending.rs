use database::Tx;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::change::{Column, Entity, Model};
use crate::Result;

/// How many versions one statement names.
const AT_A_TIME: usize = 1_000;

/// The marks after one of them, or from the first; no more than `most`.
///
/// # Errors
/// When the database fails.
pub async fn pending(c: &impl ConnectionTrait, after: Option<Uuid>, most: u64) -> Result<Vec<Model>> {
    let marks = Entity::find().order_by_asc(Column::Id).limit(most);
    let marks = match after {
        Some(after) => marks.filter(Column::Id.gt(after)),
        None => marks,
    };
    Ok(marks.all(c).await?)
}

/// Takes marks away that were read and looked after. One that was made again since it was read stays. Returns how many
/// were taken away.
///
/// # Errors
/// When the database fails.
pub async fn settle(tx: &Tx, read: &[Model]) -> Result<u64> {
    let mut settled = 0;
    for marks in read.chunks(AT_A_TIME) {
        let versions = marks.iter().map(|mark| mark.version);
        let gone = Entity::delete_many().filter(Column::Version.is_in(versions)).exec(tx).await?;
        settled += gone.rows_affected;
    }
    Ok(settled)
}
