use std::collections::{BTreeMap, BTreeSet, HashMap};

use access::{Action, Area, Principal};
use job_queue::{Filters, Queue};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;
use uuid::Uuid;
use values::Code;

use super::chosen::chosen;
use super::entity::Model;
use super::set_aside::put;
use crate::orders::SYNC_ORDERS;
use crate::orders::options::SetAside;
use crate::{Connector, Error, Started, Sync, shops, sync};

/// The filter that names single orders to import.
pub(crate) const SHOPIFY_ORDER_ID: &str = "OrdersToImport.shopifyOrderId";

/// Imports these orders of one shop, whatever its filters say: report 30104 reads them alone, in the background or at
/// once as the shop card says. What was set aside is taken back, unless the run is refused. An order that no shop has taken on yet goes to `shop`,
/// or to the only card of its store.
///
/// # Errors
/// [`Error::Chosen`] when one of them does not wait any more, or they are of several shops; [`Error::Given`] when several
/// cards of one store could take one and none is named, or the one that is named is of another store; and as
/// [`sync()`].
pub async fn import(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    ids: &[Uuid],
    shop: Option<&str>,
    time_zone: chrono_tz::Tz,
) -> Result<Started, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let take_on = |tx| async move {
        let rows = chosen(&tx, ids).await?;
        let shop = owner(&tx, &rows, shop).await?;
        put(&tx, &rows, SetAside::Blank, "").await?;
        Ok::<_, Error>((shop, rows))
    };
    let (shop, rows) = connector.db().write(take_on).await?;
    let named: Vec<String> = rows.iter().map(|row| row.shopify_order_id.to_string()).collect();
    let task = Sync {
        shop: shop.to_string(),
        object: SYNC_ORDERS,
        options: Value::Null,
        filters: Filters::new().with(SHOPIFY_ORDER_ID, named.join("|")),
        time_zone,
    };
    match sync(connector, queue, by, &task).await {
        Ok(started) => Ok(started),
        Err(refused) => {
            put_back(connector, &rows).await?;
            Err(refused)
        }
    }
}

/// Sets aside again what was taken back for a run that was refused.
async fn put_back(connector: &Connector, rows: &[Model]) -> Result<(), Error> {
    let mut aside: HashMap<(SetAside, &str), Vec<Model>> = HashMap::new();
    for row in rows.iter().filter(|row| row.set_aside != SetAside::Blank) {
        aside.entry((row.set_aside, row.set_aside_reason.as_str())).or_default().push(row.clone());
    }
    let aside = &aside;
    let write = |tx| async move {
        for ((how, reason), rows) in aside {
            put(&tx, rows, *how, reason).await?;
        }
        Ok(())
    };
    connector.db().write(write).await
}

/// The one shop that imports all of them.
async fn owner(connection: &impl ConnectionTrait, rows: &[Model], named: Option<&str>) -> Result<Code<20>, Error> {
    let mut owners: BTreeSet<Code<20>> = rows.iter().filter_map(|row| row.shop_code.non_blank()).cloned().collect();
    let mut of_stores: BTreeMap<&str, &Model> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.shop_code.is_blank()) {
        of_stores.entry(&row.store).or_insert(row);
    }
    for row in of_stores.into_values() {
        owners.insert(match named {
            Some(code) => card_of_store(connection, code, row).await?,
            None => only_card(connection, row).await?,
        });
    }
    match owners.iter().collect::<Vec<_>>()[..] {
        [owner] => Ok(owner.clone()),
        _ => {
            let owners: Vec<String> = owners.iter().map(ToString::to_string).collect();
            Err(Error::Chosen(format!(
                "these orders are of the shops {}: choose orders of one shop",
                owners.join(", ")
            )))
        }
    }
}

async fn card_of_store(connection: &impl ConnectionTrait, code: &str, row: &Model) -> Result<Code<20>, Error> {
    let card = shops::find(connection, code).await?;
    if card.domain == row.store {
        return Ok(card.code);
    }
    let reason = format!("the order {} is of the store {}: name a shop of that store", row.order_number, row.store);
    Err(Error::Given { name: "shop", reason })
}

async fn only_card(connection: &impl ConnectionTrait, row: &Model) -> Result<Code<20>, Error> {
    let cards = shops::Entity::find()
        .filter(shops::Column::Domain.eq(row.store.as_str()))
        .filter(shops::Column::Enabled.eq(true))
        .order_by_asc(shops::Column::Code)
        .all(connection)
        .await?;
    let refused = |reason: String| Err(Error::Given { name: "shop", reason });
    match cards.as_slice() {
        [card] => Ok(card.code.clone()),
        [] => refused(format!("no shop of {} is enabled: enable one to import the order", row.store)),
        cards => {
            let codes: Vec<&str> = cards.iter().map(|card| card.code.as_str()).collect();
            refused(format!(
                "no shop has taken on the order {} yet: name one of {}",
                row.order_number,
                codes.join(", ")
            ))
        }
    }
}
