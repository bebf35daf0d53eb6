use std::collections::BTreeMap;

use database::Tx;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect};
use uuid::Uuid;
use values::money::Quantity;

use super::blanks::blanks;
use super::{Context, LineKind, Status, header, line};
use crate::{Error, Result};

/// What became of documents that were to be released.
#[derive(Debug, Default)]
pub struct Released {
    /// How many are released.
    pub released: u64,
    /// Those that stay open because something is missing on a line, with what it is.
    pub kept_open: BTreeMap<Uuid, Error>,
}

/// Releases documents that this transaction has made or entered, as they are: their discounts and their tax were worked out
/// then. One that sells nothing stays open, and so does one that [`super::release`] would refuse. As many statements
/// for a hundred documents as for one.
///
/// # Errors
/// When the database fails.
pub async fn release_made(tx: &Tx, documents: &[Uuid], cx: &Context) -> Result<Released> {
    if documents.is_empty() {
        return Ok(Released::default());
    }
    let kept_open = blanks(tx, documents).await?;
    let mut selling: Vec<Uuid> = line::Entity::find()
        .select_only()
        .column(line::Column::DocumentId)
        .distinct()
        .filter(line::Column::DocumentId.is_in(documents.iter().copied().filter(|id| !kept_open.contains_key(id))))
        .filter(line::Column::Kind.ne(LineKind::Comment))
        .filter(line::Column::Quantity.ne(Quantity::ZERO))
        .into_tuple()
        .all(tx)
        .await?;
    selling.sort_unstable();
    tx.changed::<header::Entity>(&selling).await?;
    let released = header::Entity::update_many()
        .col_expr(header::Column::Status, Expr::value(Status::Released))
        .col_expr(header::Column::LastModifiedDateTime, Expr::value(cx.now))
        .col_expr(header::Column::Version, Expr::col(header::Column::Version).add(1))
        .filter(header::Column::Id.is_in(selling))
        .filter(header::Column::Status.eq(Status::Open))
        .exec(tx)
        .await?;
    Ok(Released { released: released.rows_affected, kept_open })
}
