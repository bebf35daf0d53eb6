//! What Shopify says of how many there are: of some, or of all.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use job_queue::{Context, JobError, Progress};
use shopify::Client;
use shopify::documents::inventory::{self, AT_ONCE, InventoryItem, quantity};

use crate::Error;
use crate::bulk::whole;
use crate::orders::import::number;

/// So many items are read by their ids, 250 in a call; more in bulk, for the price of one.
const FEW: usize = 4 * AT_ONCE;
/// As many lines of a result are read at a time.
const PORTION: usize = 500;

/// How many there are of an item at a location.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Level {
    pub available: i64,
    pub committed: i64,
    pub on_hand: i64,
    /// When any of these last changed, by Shopify's clock.
    pub updated_at: DateTime<Utc>,
}

/// An item as Shopify has it.
#[derive(Clone, Debug, Default)]
pub(super) struct Item {
    /// Whether Shopify counts it.
    pub tracked: bool,
    /// Whether these are all locations that have it.
    pub is_whole: bool,
    /// How many there are, by the ids of locations.
    pub levels: HashMap<i64, Level>,
}

/// What Shopify said, by the ids of inventory items; what it does not have is not among them.
pub(super) type Levels = HashMap<i64, Item>;

/// How many there are of these items, as Shopify says now.
pub(super) async fn of(cx: &Context, client: &Client, items: &[i64]) -> Result<Levels, JobError> {
    let mut levels = Levels::new();
    for some in items.chunks(AT_ONCE) {
        let found = cx.send(inventory::of_items(client, some)).await?.map_err(Error::from)?;
        levels.extend(found.iter().map(read));
    }
    Ok(levels)
}

/// The same of all items: of many in bulk, and where one is at more locations than come with it, so that each of them is
/// read.
pub(super) async fn all(cx: &Context, client: &Client, shop: &str, items: &[i64]) -> Result<Levels, JobError> {
    if items.len() <= FEW {
        let levels = of(cx, client, items).await?;
        if levels.values().all(|item| item.is_whole) {
            return Ok(levels);
        }
    }
    let Some(finished) = whole(cx, client, &inventory::bulk_query(), "stock").await? else {
        return of(cx, client, items).await;
    };
    let (mut result, mut levels) = (inventory::in_bulk(finished.lines()), Levels::new());
    let total = finished.operation.root_object_count.0;
    loop {
        let some = cx.wait(result.next(PORTION)).await?.map_err(Error::from)?;
        if some.is_empty() {
            return Ok(levels);
        }
        // What can't be read is as good as not there, and is told of by whoever looks for it.
        levels.extend(some.iter().filter_map(|kept| kept.read().ok()).map(|item| read(&item)));
        let text = format!("{shop}: {} items read", levels.len());
        cx.progress(Progress { done: levels.len() as u64, total, text }).await?;
    }
}

fn read(item: &InventoryItem) -> (i64, Item) {
    let level = |level: &inventory::Level| {
        let is = Level {
            available: quantity(level, "available"),
            committed: quantity(level, "committed"),
            on_hand: quantity(level, "on_hand"),
            updated_at: level.updated_at,
        };
        (number(&level.location.id), is)
    };
    let levels = item.inventory_levels.nodes.iter().map(level).collect();
    let is_whole = !item.inventory_levels.page_info.has_next_page;
    (number(&item.id), Item { tracked: item.tracked, is_whole, levels })
}
