use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::entity::{Column, Entity, Model};
use crate::Error;
use crate::orders::chosen;

/// The orders to import that someone chose, by their ids in Shopify.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, or one is not there.
pub(super) async fn chosen(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Model>, Error> {
    let ids = chosen::ids(ids, "orders to import")?;
    let found = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).order_by_asc(Column::ShopifyOrderId);
    let rows = found.all(connection).await?;
    match ids.iter().find(|id| rows.iter().all(|row| row.id != **id)) {
        Some(id) => Err(Error::Chosen(format!("the order {id} does not wait to be imported any more"))),
        None => Ok(rows),
    }
}
