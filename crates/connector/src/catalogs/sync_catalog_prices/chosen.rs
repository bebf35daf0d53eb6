//! Which catalogs get their prices, each once.

use std::collections::HashSet;

use job_queue::FilterTable;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use values::{Code, Filter};

use crate::Error;
use crate::catalogs::options::Which;
use crate::catalogs::staged::catalog::{Column, Entity, Model};

/// The name of the catalogs on the request page.
const TABLE: &str = "Catalog";
/// The filters that the request page shows without being asked.
const OFFERED: [&str; 2] = ["shopifyCatalogId", "name"];

/// The catalogs, as the request page filters them.
pub(super) fn table() -> FilterTable {
    FilterTable::of::<Entity>(TABLE, &OFFERED)
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chosen<'a> {
    pub shop: &'a Code<20>,
    pub which: Which,
    pub filter: &'a Filter,
    /// Also those whose prices do not come from here.
    pub all: bool,
}

/// The catalogs of a shop, one line of each: that by which its prices come, else the first.
pub(super) async fn chosen(c: &impl ConnectionTrait, chosen: &Chosen<'_>) -> Result<Vec<Model>, Error> {
    let mut lines = Entity::find()
        .filter(Column::ShopCode.eq(chosen.shop.clone()))
        .filter(Column::CatalogType.is_in(chosen.which.types()))
        .filter(database::condition::<Entity>(c, chosen.filter)?);
    if !chosen.all {
        lines = lines.filter(Column::SyncPrices.eq(true));
    }
    let lines = lines
        .order_by_desc(Column::SyncPrices)
        .order_by_asc(Column::ShopifyCatalogId)
        .order_by_asc(Column::ShopifyCompanyId)
        .all(c)
        .await?;
    let mut seen = HashSet::new();
    Ok(lines.into_iter().filter(|line| seen.insert(line.shopify_catalog_id)).collect())
}
