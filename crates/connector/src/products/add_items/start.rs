use access::{Action, Area, Principal};
use back_office::items::{Column, Entity};
use job_queue::{Filters, Queue};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;
use uuid::Uuid;

use crate::orders::chosen_ids;
use crate::products::{ADD_ITEMS, ITEM_NUMBER};
use crate::{Connector, Error, Started, Sync, sync};

/// Adds these items to the store of a shop, in the background or at once as the shop card says.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, or one is not there; and as [`sync()`].
pub async fn for_items(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    shop: &str,
    ids: &[Uuid],
    time_zone: chrono_tz::Tz,
) -> Result<Started, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let chosen = chosen_ids(ids, "items")?;
    let read = |r| {
        let query = Entity::find().filter(Column::Id.is_in(chosen.iter().copied())).order_by_asc(Column::Number);
        async move { database::Result::<_>::Ok(query.all(&r).await?) }
    };
    let items = connector.db().read(read).await?;
    if let Some(id) = chosen.iter().find(|id| items.iter().all(|item| item.id != **id)) {
        return Err(Error::Chosen(format!("there is no item with the id {id}")));
    }
    let numbers: Vec<String> =
        items.iter().map(|item| format!("'{}'", item.number.as_str().replace('\'', "''"))).collect();
    let task = Sync {
        shop: shop.to_owned(),
        object: ADD_ITEMS,
        options: Value::Null,
        filters: Filters::new().with(ITEM_NUMBER, numbers.join("|")),
        time_zone,
    };
    sync(connector, queue, by, &task).await
}
