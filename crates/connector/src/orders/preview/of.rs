use access::{Action, Area, Principal};
use job_queue::Filters;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;
use values::filter::Words;

use crate::orders::create_sales_orders::table;
use crate::orders::mapping::{By, Ground};
use crate::orders::options::SetAside;
use crate::orders::process::{self, Previewed, Run};
use crate::orders::staged::{self, Sale, order};
use crate::orders::totals::is_void;
use crate::orders::{CREATE_SALES_ORDERS, chosen};
use crate::{Connector, Error, shops};

/// What would be made of an order.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The order.
    pub order_id: Uuid,
    /// Its number.
    pub shopify_order_number: String,
    /// What would become of it.
    pub seen: Previewed,
}

/// What would be made of these staged orders, in the order in which they were placed.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, or one of them is not there or has its document already; what
/// [`access`] says.
pub async fn of_orders(connector: &Connector, by: &Principal, ids: &[Uuid]) -> Result<Vec<Preview>, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let refused = |reason: String| Err(Error::Chosen(reason));
    let ids = &chosen::ids(ids, chosen::ORDERS)?;
    let read = |r| async move {
        let orders = order::Entity::find().filter(order::Column::Id.is_in(ids.iter().copied()));
        let orders = orders.order_by_asc(order::Column::ShopifyOrderId).all(&r).await?;
        chosen::require_all(ids, &orders)?;
        staged::read_sales(&r, orders).await
    };
    let sales: Vec<Sale> = connector.db().read(read).await?;
    let number = |sale: &Sale| sale.order.shopify_order_number.clone();
    if let Some(sale) = sales.iter().find(|sale| sale.order.processed) {
        return refused(format!("the order {} has its sales document already", number(sale)));
    }
    if let Some(sale) = sales.iter().find(|sale| sale.order.set_aside != SetAside::Blank) {
        return refused(format!("the order {} is set aside: take it back first", number(sale)));
    }
    if let Some(sale) = sales.iter().find(|sale| is_void(&sale.order)) {
        return refused(format!(
            "the order {} was cancelled before anything was paid: it is sold to nobody",
            number(sale)
        ));
    }
    let mut previews = Vec::with_capacity(sales.len());
    let mut ground: Option<Ground> = None;
    for sale in &sales {
        let known = ground.take().filter(|ground| ground.shop.code == sale.order.shop_code);
        let own = match known {
            Some(ground) => ground,
            None => of(connector, by, sale.order.shop_code.as_str()).await?,
        };
        previews.extend(preview(connector, &own, sale).await?);
        ground = Some(own);
    }
    Ok(previews)
}

/// How many orders of a shop are previewed at once: each is kept with its document and all lines of that.
pub const MOST_PREVIEWED: usize = 1_000;

/// What a run would make, or the first of it.
#[derive(Clone, Debug, Default)]
pub struct Previews {
    /// The orders, in the order in which they were placed.
    pub previews: Vec<Preview>,
    /// Whether there are more than [`MOST_PREVIEWED`], which were not looked at.
    pub has_more: bool,
}

/// What a run of report 30103 for a shop would make now, with these filters of its request page.
///
/// # Errors
/// [`Error::NoShop`]; those of the filters.
pub async fn of_shop(
    connector: &Connector,
    by: &Principal,
    shop: &str,
    filters: &Filters,
    words: &Words,
) -> Result<Previews, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let filter = filters.resolve(&table(), words)?;
    let ground = &of(connector, by, shop).await?;
    let run = &Run { ground, object: CREATE_SALES_ORDERS, filter, only_auto_create: false };
    let (mut all, mut last) = (Previews::default(), None);
    loop {
        let sales = connector.db().read(|r| async move { process::next(&r, run, last).await }).await?;
        let Some(end) = sales.last() else { return Ok(all) };
        last = Some(end.order.shopify_order_id);
        for sale in &sales {
            if all.previews.len() == MOST_PREVIEWED {
                return Ok(Previews { has_more: true, ..all });
            }
            all.previews.extend(preview(connector, ground, sale).await?);
        }
    }
}

async fn of(connector: &Connector, by: &Principal, shop: &str) -> Result<Ground, Error> {
    let by = &By { user: by.user_name.clone(), run: Uuid::nil(), now: connector.clock().now() };
    let read = |r| async move {
        let shop = shops::find(&r, shop).await?;
        Ground::on(&r, shop, by, connector.random()).await
    };
    connector.db().read(read).await
}

async fn preview(connector: &Connector, ground: &Ground, sale: &Sale) -> Result<Option<Preview>, Error> {
    let seen = process::preview_of(connector.db(), ground, sale).await?;
    Ok(seen.map(|seen| Preview {
        order_id: sale.order.id,
        shopify_order_number: sale.order.shopify_order_number.clone(),
        seen,
    }))
}
