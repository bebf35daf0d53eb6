use database::{Notice, Record, Tx};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Column, Entity};
use crate::Error;

/// Someone has looked at an entry: the cue counts it no longer.
///
/// # Errors
/// What the database says.
pub async fn review(tx: &Tx, id: Uuid) -> Result<(), Error> {
    let update = Entity::update_many().col_expr(Column::Reviewed, Expr::value(true)).filter(Column::Id.eq(id));
    if update.filter(Column::Reviewed.eq(false)).exec(tx).await?.rows_affected > 0 {
        tx.notify(Notice::new(Entity::NAME, id.to_string())).await?;
    }
    Ok(())
}

/// Someone has looked at all errors. Gives how many nobody had looked at.
///
/// # Errors
/// What the database says.
pub async fn review_all(tx: &Tx) -> Result<u64, Error> {
    let update = Entity::update_many()
        .col_expr(Column::Reviewed, Expr::value(true))
        .filter(Column::HasError.eq(true))
        .filter(Column::Reviewed.eq(false));
    let reviewed = update.exec(tx).await?.rows_affected;
    if reviewed > 0 {
        tx.notify(Notice::new(Entity::NAME, "")).await?;
    }
    Ok(reviewed)
}
