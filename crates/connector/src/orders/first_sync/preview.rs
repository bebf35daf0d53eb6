use access::{Action, Area, Principal};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use shopify::Client;
use shopify::documents::orders;

use crate::orders::staged::order;
use crate::orders::sync_orders::{first_search, oldest_of_store};
use crate::orders::{elsewhere, to_import};
use crate::watermark::{self, Kind};
use crate::{Connector, Error, shops};

/// As many are counted; that stands for more, too.
const COUNTED: u64 = 10_000;

/// How many orders there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// So many, or so many at least.
    pub orders: u64,
    /// Whether there may be more.
    pub or_more: bool,
}

impl Count {
    pub(crate) fn of(orders: u64) -> Self {
        Self { orders, or_more: orders >= COUNTED }
    }
}

/// What a first sync would bring, and what it leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The day from which orders enter; none lets every open order in.
    pub from: Option<NaiveDate>,
    /// Whether it was done already: then only what is new or has changed is read.
    pub done: bool,
    /// Open orders that enter.
    pub enter: Count,
    /// Open orders that stay out, since they are older than that day.
    pub too_old: Count,
    /// Archived orders, which stay out.
    pub archived: Count,
    /// Cancelled orders, which stay out.
    pub cancelled: Count,
    /// Numbers that were named as processed elsewhere: orders of theirs enter, and become no documents.
    pub elsewhere: u64,
    /// Orders that are staged already.
    pub staged: u64,
    /// Orders that wait to be imported.
    pub waiting: u64,
}

/// Asks the store what a first sync would bring. Nothing is written; it takes three calls of ten points each, and a
/// fourth where the shop card has a day.
///
/// # Errors
/// [`Error::NoShop`], and why the store does not answer.
pub async fn preview(connector: &Connector, by: &Principal, shop: &str) -> Result<Preview, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let find = |r| async move {
        let shop = shops::find(&r, shop).await?;
        let zone = back_office::company::read(&r).await?.zone();
        let oldest = oldest_of_store(&r, &shop, zone).await?;
        let store = shop.domain.as_str();
        let elsewhere = elsewhere::Entity::find().filter(elsewhere::Column::Store.eq(store)).count(&r).await?;
        let staged = order::Entity::find().filter(order::Column::Store.eq(store)).count(&r).await?;
        let waiting = to_import::Entity::find().filter(to_import::Column::Store.eq(store)).count(&r).await?;
        let done = watermark::of(&r, store, Kind::Orders).await?.first_read_to.is_some();
        Ok::<_, Error>((shop, oldest, done, [elsewhere, staged, waiting]))
    };
    let (shop, oldest, done, [elsewhere, staged, waiting]) = connector.db().read(find).await?;
    let client = connector.client(&shop).await?.urgent();
    let too_old = match oldest {
        Some(oldest) => count(&client, &older(oldest)).await?,
        None => Count::of(0),
    };
    Ok(Preview {
        from: shop.import_orders_from,
        done,
        enter: count(&client, &first_search(oldest, None)).await?,
        too_old,
        archived: count(&client, "status:closed").await?,
        cancelled: count(&client, "status:cancelled").await?,
        elsewhere,
        staged,
        waiting,
    })
}

fn older(oldest: DateTime<Utc>) -> String {
    format!("status:open created_at:<'{}'", oldest.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
}

async fn count(client: &Client, search: &str) -> Result<Count, Error> {
    Ok(Count::of(orders::count(client, search).await?))
}
