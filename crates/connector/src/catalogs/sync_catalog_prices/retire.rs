//! Catalogs whose prices come from here no more: what was told of them is over.

use std::collections::HashSet;

use database::Tx;
use job_queue::{Context, JobError};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select};
use values::Code;

use crate::Error;
use crate::catalogs::staged::{catalog, price};
use crate::skipped::{self, Kind};

/// What was told of the catalogs of a shop that do not get their prices from here.
#[derive(Debug, Default)]
struct Over {
    catalogs: Vec<i64>,
    variants: Vec<i64>,
}

/// Takes that away. Where there is nothing, nothing is written.
///
/// # Errors
/// A lost lease or a wish to stop.
pub(super) async fn retire(cx: &Context, shop: &Code<20>) -> Result<(), JobError> {
    let over = &cx.db().read(|r| async move { over(&r, shop).await }).await?;
    if over.catalogs.is_empty() && over.variants.is_empty() {
        return Ok(());
    }
    let write = |tx: Tx| async move {
        skipped::solve(&tx, shop, Kind::Catalog, &over.catalogs).await?;
        skipped::solve(&tx, shop, Kind::CatalogPrice, &over.variants).await?;
        let clear = price::Entity::update_many().col_expr(price::Column::ErrorMessage, Expr::value(""));
        clear.filter(price::Column::CatalogId.in_subquery(lines(shop, false).into_query())).exec(&tx).await?;
        Ok::<_, Error>(())
    };
    Ok(cx.write(write).await?)
}

async fn over(c: &impl ConnectionTrait, shop: &Code<20>) -> Result<Over, Error> {
    let on: HashSet<i64> = ids(c, shop, true).await?.into_iter().collect();
    let off: Vec<i64> = ids(c, shop, false).await?.into_iter().filter(|id| !on.contains(id)).collect();
    let still: HashSet<i64> = wrong(c, shop, true).await?.into_iter().collect();
    let variants = wrong(c, shop, false).await?.into_iter().filter(|variant| !still.contains(variant)).collect();
    Ok(Over { catalogs: skipped::open(c, shop, Kind::Catalog, &off).await?.into_iter().collect(), variants })
}

/// The ids in Shopify of the catalogs of which a line has its prices from here, or one has not.
async fn ids(c: &impl ConnectionTrait, shop: &Code<20>, sync_prices: bool) -> Result<Vec<i64>, Error> {
    let of_shop = catalog::Entity::find().select_only().column(catalog::Column::ShopifyCatalogId);
    let of_shop = of_shop.filter(catalog::Column::ShopCode.eq(shop.clone()));
    Ok(of_shop.filter(catalog::Column::SyncPrices.eq(sync_prices)).into_tuple().all(c).await?)
}

/// The variants of whose prices in such catalogs something is told.
async fn wrong(c: &impl ConnectionTrait, shop: &Code<20>, sync_prices: bool) -> Result<Vec<i64>, Error> {
    let wrong = price::Entity::find()
        .select_only()
        .column(price::Column::ShopifyVariantId)
        .filter(price::Column::ErrorMessage.ne(""))
        .filter(price::Column::CatalogId.in_subquery(lines(shop, sync_prices).into_query()));
    Ok(wrong.into_tuple().all(c).await?)
}

fn lines(shop: &Code<20>, sync_prices: bool) -> Select<catalog::Entity> {
    catalog::Entity::find()
        .select_only()
        .column(catalog::Column::Id)
        .filter(catalog::Column::ShopCode.eq(shop.clone()))
        .filter(catalog::Column::SyncPrices.eq(sync_prices))
}
