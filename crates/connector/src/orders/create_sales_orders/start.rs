use std::collections::BTreeSet;

use access::{Action, Area, Principal};
use job_queue::{Filters, Queue};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;
use uuid::Uuid;

use super::task::SHOPIFY_ORDER_ID;
use crate::orders::CREATE_SALES_ORDERS;
use crate::orders::staged::order::{Column, Entity, Model};
use crate::{Connector, Error, Started, Sync, sync};

/// How many orders can be chosen: more do not fit into a filter.
pub const MOST_CHOSEN: usize = 250;

/// Creates the sales documents of these staged orders of one shop: report 30103 runs for them alone, in the background or
/// at once as the shop card says. Orders that have their document are passed over.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, one is not there, they are of several shops, or all have their
/// document; and as [`sync()`].
pub async fn for_orders(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    ids: &[Uuid],
    time_zone: chrono_tz::Tz,
) -> Result<Started, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let refused = |reason: String| Err(Error::Chosen(reason));
    let chosen: BTreeSet<Uuid> = ids.iter().copied().collect();
    if chosen.is_empty() || chosen.len() > MOST_CHOSEN {
        return refused(format!("choose 1 to {MOST_CHOSEN} Shopify orders, not {}", chosen.len()));
    }
    let read = |r| {
        let query =
            Entity::find().filter(Column::Id.is_in(chosen.iter().copied())).order_by_asc(Column::ShopifyOrderId);
        async move { database::Result::<_>::Ok(query.all(&r).await?) }
    };
    let orders: Vec<Model> = connector.db().read(read).await?;
    if let Some(id) = chosen.iter().find(|id| orders.iter().all(|order| order.id != **id)) {
        return refused(format!("there is no Shopify order with the id {id}"));
    }
    let shops: BTreeSet<&str> = orders.iter().map(|order| order.shop_code.as_str()).collect();
    let [shop] = shops.iter().collect::<Vec<_>>()[..] else {
        let shops = shops.into_iter().collect::<Vec<_>>().join(", ");
        return refused(format!("these orders are of the shops {shops}: choose orders of one shop"));
    };
    // In their order, so that asking for the same orders again is known to be the same.
    let waiting: BTreeSet<i64> =
        orders.iter().filter(|order| !order.processed).map(|order| order.shopify_order_id).collect();
    if waiting.is_empty() {
        return refused("these orders have their sales documents already".to_owned());
    }
    let task = Sync {
        shop: (*shop).to_owned(),
        object: CREATE_SALES_ORDERS,
        options: Value::Null,
        filters: Filters::new()
            .with(SHOPIFY_ORDER_ID, waiting.iter().map(i64::to_string).collect::<Vec<_>>().join("|")),
        time_zone,
    };
    sync(connector, queue, by, &task).await
}
