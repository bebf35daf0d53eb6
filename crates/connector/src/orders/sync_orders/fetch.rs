//! What Shopify says: whole orders, many per call.

use chrono::{DateTime, Duration, SecondsFormat, Utc};
use serde::Deserialize;
use shopify::documents::orders::{self, InBulk, Order, Reach};
use shopify::{Client, Kept};

use crate::Error;
use crate::orders::import::{self, Invalid};

/// How far a search may lag behind Shopify's own records.
const OVERLAP: Duration = Duration::minutes(2);

/// One order, as Shopify said it.
#[derive(Clone, Debug)]
pub(super) struct Fetched {
    /// Its id in Shopify.
    pub shopify_order_id: i64,
    /// All that was said.
    pub content: String,
    /// The digest of it.
    pub content_hash: String,
    /// What the import reads of it.
    pub order: Result<Order, Invalid>,
}

/// What is read of an order even when the rest of it can't be.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Glance<'a> {
    #[serde(borrow)]
    updated_at: std::borrow::Cow<'a, str>,
}

impl Fetched {
    /// An order as it came; `None` for one without an id, which is none.
    fn new(kept: &Kept<Order>) -> Option<Self> {
        let shopify_order_id = kept.id().and_then(|id| i64::try_from(id).ok())?;
        let content = kept.json();
        let updated_at = serde_json::from_str::<Glance<'_>>(content).map(|glance| glance.updated_at.into_owned());
        Some(Self {
            shopify_order_id,
            content: content.to_owned(),
            content_hash: import::hash(content, &updated_at.unwrap_or_default()),
            order: read(content),
        })
    }

    /// An order that was stored as it was said.
    pub fn stored(shopify_order_id: i64, content: &str, content_hash: &str) -> Self {
        Self {
            shopify_order_id,
            content: content.to_owned(),
            content_hash: content_hash.to_owned(),
            order: read(content),
        }
    }
}

fn read(content: &str) -> Result<Order, Invalid> {
    serde_json::from_str(content).map_err(|why| Invalid::Json(why.to_string()))
}

/// What is searched for: at first the open orders, later all that changed since, with an overlap.
pub(super) fn search(watermark: Option<DateTime<Utc>>) -> String {
    match watermark {
        None => "status:open".to_owned(),
        Some(last) => {
            let since = (last - OVERLAP).to_rfc3339_opts(SecondsFormat::Secs, true);
            format!("updated_at:>='{since}'")
        }
    }
}

/// A page of orders, the one that was changed longest ago first.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// The orders.
    pub orders: Vec<Fetched>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

/// Reads a page. Orders with more lines than come with a page cost a call each.
pub(super) async fn page(client: &Client, reach: Reach, search: &str, after: Option<String>) -> Result<Page, Error> {
    let page = orders::page(client, reach, search, after).await?;
    Ok(Page { orders: all(client, &page.orders)?, next: page.next })
}

/// The next orders of a bulk result; none after the last.
pub(super) async fn some(client: &Client, result: &mut InBulk) -> Result<Vec<Fetched>, Error> {
    all(client, &result.next(orders::PAGE as usize).await?)
}

/// When the last of them changed; `None` when none can be read.
pub(super) fn newest(orders: &[Fetched]) -> Option<DateTime<Utc>> {
    orders.iter().filter_map(|fetched| fetched.order.as_ref().ok()).map(|order| order.updated_at).max()
}

fn all(client: &Client, orders: &[Kept<Order>]) -> Result<Vec<Fetched>, Error> {
    let nameless = || shopify::Error::Malformed {
        store: client.store().domain().to_owned(),
        document: "OrdersPage",
        reason: "an order has no id".to_owned(),
    };
    let fetched = orders.iter().map(|kept| Fetched::new(kept).ok_or_else(nameless));
    Ok(fetched.collect::<Result<_, _>>()?)
}
