use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{Column, Entity, Model};
use crate::{Error, Result};

/// The entry of that id.
pub(crate) async fn find(connection: &impl ConnectionTrait, id: Uuid) -> Result<Model> {
    Entity::find().filter(Column::Id.eq(id)).one(connection).await?.ok_or(Error::NoEntry(id))
}

/// The entry of that id, kept from others until the transaction ends.
pub(crate) async fn locked(tx: &database::Tx, id: Uuid) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::Id.eq(id)).lock_exclusive().one(tx).await?)
}

/// Whether a worker may take an entry when its time has come. A literal, because a partial index serves a condition only
/// when the engine sees in the text of the query that it is the index's own.
pub(crate) fn runnable() -> SimpleExpr {
    Expr::cust("\"runnable\" = TRUE")
}

/// Whether it is ready, so that it may have to wait. A literal for the same reason.
pub(crate) fn ready() -> SimpleExpr {
    Expr::cust("\"status\" = 'Ready'")
}

/// Whether it excludes others than itself. A literal for the same reason.
pub(crate) fn in_line() -> SimpleExpr {
    Expr::cust("\"job_queue_category_code\" <> ''")
}

/// Whether it excludes nobody but itself.
pub(crate) fn alone() -> SimpleExpr {
    Expr::cust("\"job_queue_category_code\" = ''")
}
