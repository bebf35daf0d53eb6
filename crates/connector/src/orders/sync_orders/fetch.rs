//! What Shopify says: whole orders, many per call.

use chrono::{DateTime, SecondsFormat, Utc};
use shopify::documents::orders::{self, InBulk, Order, Reach};
use shopify::{Client, Kept, Scopes};
use shopify_schema::gid::OrderId;

use crate::orders::import::{self, Invalid};
use crate::{Error, shops, watermark};

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

impl Fetched {
    /// An order as it came; `None` for one without an id, which is none.
    fn new(kept: Kept<Order>) -> Option<Self> {
        let order = read(kept.json());
        let shopify_order_id = match &order {
            Ok(order) => import::number(&order.id),
            // Of an order that can't be read the id may still be.
            Err(_) => i64::try_from(kept.id()?).ok()?,
        };
        let content_hash = import::hash(kept.json());
        (shopify_order_id != 0).then(|| Self { shopify_order_id, content_hash, order, content: kept.into_json() })
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

/// What is searched for: all that changed since the watermark, with an overlap; until the first sync is whole only what is
/// open, and not older than a store lets in.
pub(super) fn search(watermark: &watermark::Model, oldest: Option<DateTime<Utc>>) -> String {
    let changed = watermark.last_updated_at.map(watermark::changed_since);
    match (watermark.first_read_to, changed) {
        (Some(_), Some(changed)) => changed,
        (_, changed) => first_search(oldest, changed.as_deref()),
    }
}

/// What a first sync searches for, the first time or from where it stopped.
pub(crate) fn first_search(oldest: Option<DateTime<Utc>>, changed: Option<&str>) -> String {
    let made = oldest.map(|oldest| format!("created_at:>='{}'", written(oldest)));
    ["status:open"].into_iter().chain(made.as_deref()).chain(changed).collect::<Vec<_>>().join(" ")
}

fn written(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// What the shop's app may read of an order.
pub(super) fn reach(shop: &shops::Model) -> Reach {
    Reach::of(&Scopes::parse(&shop.granted_scopes), shop.advanced_shopify_plan)
}

/// A page of orders, the one that was changed longest ago first.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// The orders.
    pub orders: Vec<Fetched>,
    /// How many were found and are not among them.
    pub left_out: usize,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
    /// What could be read of them.
    pub reach: Reach,
}

/// Reads a page. Orders with more lines than come with a page cost a call more, together.
pub(super) async fn page(client: &Client, reach: Reach, search: &str, after: Option<String>) -> Result<Page, Error> {
    let (told, reach) = match orders::page(client, reach, search, after.clone()).await {
        Err(refused) if is_of_staff(&refused) => {
            let reach = without_staff(reach);
            (orders::page(client, reach, search, after).await, reach)
        }
        told => (told, reach),
    };
    let page = told?;
    let (found, orders) = (page.orders.len() + page.gone, all(page.orders));
    Ok(Page { left_out: found.saturating_sub(orders.len()), orders, next: page.next, reach })
}

/// Reads orders by their ids. One that the store does not have is left out.
pub(super) async fn by_ids(client: &Client, reach: Reach, ids: &[OrderId]) -> Result<Vec<Fetched>, Error> {
    let told = match orders::by_ids(client, reach, ids).await {
        Err(refused) if is_of_staff(&refused) => orders::by_ids(client, without_staff(reach), ids).await,
        told => told,
    };
    Ok(all(told?))
}

/// Whether a store refuses to tell who of its staff took an order: its plan has become a smaller one, and the shop card does
/// not know it yet. That keeps no order out.
fn is_of_staff(refused: &shopify::Error) -> bool {
    matches!(refused, shopify::Error::AccessDenied { reason, .. } if reason.contains("staffMember"))
}

fn without_staff(reach: Reach) -> Reach {
    Reach { staff: false, ..reach }
}

/// The next orders of a bulk result; none after the last.
pub(super) async fn some(result: &mut InBulk) -> Result<Vec<Kept<Order>>, Error> {
    Ok(result.next(orders::PAGE as usize).await?)
}

/// The same with what takes a call more: orders that are sent from several places have it, and few others.
pub(super) async fn whole(client: &Client, some: Vec<Kept<Order>>) -> Result<Vec<Fetched>, Error> {
    Ok(all(orders::with_parts(client, some).await?))
}

/// When the last of them changed; `None` when none can be read.
pub(super) fn newest(orders: &[Fetched]) -> Option<DateTime<Utc>> {
    orders.iter().filter_map(|fetched| fetched.order.as_ref().ok()).map(|order| order.updated_at).max()
}

/// What has no id is no order, and can't be kept under any: it is told to whoever runs the program, and stops nobody.
fn all(orders: Vec<Kept<Order>>) -> Vec<Fetched> {
    let fetched = |kept: Kept<Order>| {
        let fetched = Fetched::new(kept);
        if fetched.is_none() {
            tracing::warn!("Shopify gave an order that has no id: it is left out; the Shopify log has it");
        }
        fetched
    };
    orders.into_iter().filter_map(fetched).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Option<DateTime<Utc>> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn at_first_what_is_open_is_read_and_later_all_that_changed() {
        let mut watermark = watermark::Model::default();
        assert_eq!(search(&watermark, None), "status:open");
        let oldest = time("2026-02-01T00:00:00Z");
        assert_eq!(search(&watermark, oldest), "status:open created_at:>='2026-02-01T00:00:00Z'");
        // A first sync that was broken off goes on with what is open.
        watermark.last_updated_at = time("2026-03-01T10:00:00Z");
        assert_eq!(search(&watermark, None), "status:open updated_at:>='2026-03-01T09:58:00Z'");
        watermark.first_read_to = time("2026-03-01T10:00:00Z");
        assert_eq!(search(&watermark, oldest), "updated_at:>='2026-03-01T09:58:00Z'");
    }
}
