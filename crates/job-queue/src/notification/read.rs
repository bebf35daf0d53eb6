use database::{Notice, Record, Tx};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Column, Entity};
use crate::Result;

/// The user has seen a notification.
///
/// # Errors
/// What the database says.
pub async fn mark_read(tx: &Tx, id: Uuid) -> Result<()> {
    let seen = Entity::update_many().col_expr(Column::IsRead, Expr::value(true)).filter(Column::Id.eq(id));
    seen.exec(tx).await?;
    Ok(tx.notify(Notice::new(Entity::NAME, id.to_string())).await?)
}
