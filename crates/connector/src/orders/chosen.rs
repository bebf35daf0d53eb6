//! Staged orders that someone chose on a list or a card, and the task that runs for them alone.

use std::collections::BTreeSet;

use access::{Action, Area, Principal};
use job_queue::{Filters, Queue};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;
use uuid::Uuid;
use values::Code;

use crate::orders::staged::order::{Column, Entity, Model};
use crate::skipped::{Kind, solve};
use crate::{Connector, Error, Started, Sync, sync};

/// How many orders can be chosen: more do not fit into a filter.
pub const MOST_CHOSEN: usize = 250;

/// What is chosen here.
pub(crate) const ORDERS: &str = "Shopify orders";

/// The filter that names single orders.
pub(crate) const SHOPIFY_ORDER_ID: &str = "ShopifyOrder.shopifyOrderId";

/// What is done with the orders that were chosen.
#[derive(Clone, Debug)]
pub(crate) struct Task {
    /// The object.
    pub object: i32,
    /// What its request page says; `null` for its defaults.
    pub options: Value,
    /// Which of the orders it has anything to do with.
    pub is_for: fn(&Model) -> bool,
    /// What waits for a person to say that it is done after all: whoever chooses it says so.
    pub waits_as: Option<Kind>,
    /// What is said when it has nothing to do with any of them.
    pub nothing: &'static str,
}

/// The ids of those that were chosen, each once; `what` says in the refusal what is chosen.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, or too many are.
pub(crate) fn ids(ids: &[Uuid], what: &str) -> Result<BTreeSet<Uuid>, Error> {
    let chosen: BTreeSet<Uuid> = ids.iter().copied().collect();
    if chosen.is_empty() || chosen.len() > MOST_CHOSEN {
        return Err(Error::Chosen(format!("choose 1 to {MOST_CHOSEN} {what}, not {}", chosen.len())));
    }
    Ok(chosen)
}

/// Checks that each of those that were chosen is there.
///
/// # Errors
/// [`Error::Chosen`] names one that is not.
pub(crate) fn require_all(chosen: &BTreeSet<Uuid>, orders: &[Model]) -> Result<(), Error> {
    match chosen.iter().find(|id| orders.iter().all(|order| order.id != **id)) {
        Some(id) => Err(Error::Chosen(format!("there is no Shopify order with the id {id}"))),
        None => Ok(()),
    }
}

/// Starts the task for these staged orders of one shop.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, one is not there, they are of several shops, or there is nothing
/// to do; and as [`sync()`].
pub(crate) async fn start(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    ids: &[Uuid],
    time_zone: chrono_tz::Tz,
    task: Task,
) -> Result<Started, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let refused = |reason: String| Err(Error::Chosen(reason));
    let chosen = self::ids(ids, ORDERS)?;
    let read = |r| {
        let query =
            Entity::find().filter(Column::Id.is_in(chosen.iter().copied())).order_by_asc(Column::ShopifyOrderId);
        async move { database::Result::<_>::Ok(query.all(&r).await?) }
    };
    let orders: Vec<Model> = connector.db().read(read).await?;
    require_all(&chosen, &orders)?;
    let shops: BTreeSet<&str> = orders.iter().map(|order| order.shop_code.as_str()).collect();
    let [shop] = shops.iter().collect::<Vec<_>>()[..] else {
        let shops = shops.into_iter().collect::<Vec<_>>().join(", ");
        return refused(format!("these orders are of the shops {shops}: choose orders of one shop"));
    };
    // In their order, so that asking for the same orders again is known to be the same.
    let waiting: BTreeSet<i64> =
        orders.iter().filter(|order| (task.is_for)(order)).map(|order| order.shopify_order_id).collect();
    if waiting.is_empty() {
        return refused(task.nothing.to_owned());
    }
    if let Some(kind) = task.waits_as {
        let (shop, ids) = (&Code::cut(shop), &waiting.iter().copied().collect::<Vec<_>>());
        connector.db().write(|tx| async move { solve(&tx, shop, kind, ids).await }).await?;
    }
    let task = Sync {
        shop: (*shop).to_owned(),
        object: task.object,
        options: task.options,
        filters: Filters::new()
            .with(SHOPIFY_ORDER_ID, waiting.iter().map(i64::to_string).collect::<Vec<_>>().join("|")),
        time_zone,
    };
    sync(connector, queue, by, &task).await
}
