use access::{Action, Area, Principal};
use back_office::customers::{Column, Entity};
use job_queue::{Filters, Queue};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;
use uuid::Uuid;

use crate::customers::{ADD_CUSTOMERS, CUSTOMER_NUMBER};
use crate::orders::chosen_ids;
use crate::{Connector, Error, Started, Sync, sync};

/// Adds these customers to the store of a shop, in the background or at once as the shop card says.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, or one is not there; and as [`sync()`].
pub async fn for_customers(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    shop: &str,
    ids: &[Uuid],
    time_zone: chrono_tz::Tz,
) -> Result<Started, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let chosen = chosen_ids(ids, "customers")?;
    let read = |r| {
        let query = Entity::find().filter(Column::Id.is_in(chosen.iter().copied())).order_by_asc(Column::Number);
        async move { database::Result::<_>::Ok(query.all(&r).await?) }
    };
    let customers = connector.db().read(read).await?;
    if let Some(id) = chosen.iter().find(|id| customers.iter().all(|customer| customer.id != **id)) {
        return Err(Error::Chosen(format!("there is no customer with the id {id}")));
    }
    let numbers: Vec<String> =
        customers.iter().map(|customer| format!("'{}'", customer.number.as_str().replace('\'', "''"))).collect();
    let task = Sync {
        shop: shop.to_owned(),
        object: ADD_CUSTOMERS,
        options: Value::Null,
        filters: Filters::new().with(CUSTOMER_NUMBER, numbers.join("|")),
        time_zone,
    };
    sync(connector, queue, by, &task).await
}
