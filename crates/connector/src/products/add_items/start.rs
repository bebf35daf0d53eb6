use access::{Action, Area, Principal};
use back_office::items::{Column, Entity};
use job_queue::Queue;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use values::Code;

use crate::orders::chosen_ids;
use crate::products::{ADD_ITEMS, ITEM_NUMBER};
use crate::sync::{Adding, add};
use crate::{Connector, Error, Started};

/// Adds these items to the store of a shop, in the background or at once as the shop card says.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, or one is not there; and as [`crate::sync()`].
pub async fn for_items(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    shop: &str,
    ids: &[Uuid],
    time_zone: chrono_tz::Tz,
) -> Result<Started, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let chosen = &chosen_ids(ids, "items")?;
    let read = |r| async move {
        let query = Entity::find().select_only().columns([Column::Id, Column::Number]);
        let query = query.filter(Column::Id.is_in(chosen.iter().copied())).order_by_asc(Column::Number);
        Ok::<_, Error>(query.into_tuple::<(Uuid, Code<20>)>().all(&r).await?)
    };
    let found = connector.db().read(read).await?;
    let adding = Adding { shop, object: ADD_ITEMS, filter: ITEM_NUMBER, one: "item", time_zone };
    add(connector, queue, by, adding, chosen, &found).await
}
