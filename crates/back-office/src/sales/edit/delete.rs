use database::{Tx, search};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::Draft;
use super::delete_line::check_invoiced;
use super::gap;
use crate::sales::{Context, header, line};
use crate::{Result, availability};

/// Deletes a document, released or not. Numbers of posted documents that were drawn for it stay given: a posted
/// document without amounts, which says so, fills each gap.
///
/// # Errors
/// [`crate::Error::Unknown`], [`crate::Error::Changed`], [`crate::Error::Queued`]; [`crate::Error::NotInvoiced`] when
/// something of it is shipped and not invoiced.
pub async fn delete(tx: &Tx, id: Uuid, seen: Option<i64>, cx: &Context) -> Result<()> {
    let draft = Draft::lock(tx, id, seen).await?;
    draft.lines.iter().try_for_each(check_invoiced)?;
    gap::fill(tx, &draft.header, cx).await?;
    if draft.header.is_promised() {
        availability::mark(tx, draft.lines.iter().filter_map(line::Model::place), cx).await?;
    }
    line::Entity::delete_many().filter(line::Column::DocumentId.eq(id)).exec(tx).await?;
    header::Entity::delete_by_id(id).exec(tx).await?;
    search::forget::<header::Entity>(tx, &[id]).await?;
    Ok(tx.changed::<header::Entity>(&[id]).await?)
}
