//! What came of the prices of a catalog is written down.

use std::collections::HashSet;

use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Set};

use super::ground::Ground;
use super::prices::keep;
use super::reason::Reason;
use crate::Error;
use crate::catalogs::SYNC_CATALOG_PRICES;
use crate::catalogs::staged::{catalog, price};
use crate::skipped::{self, Kind, Skipped};

/// As many variants are named in a query.
const AT_ONCE: usize = 1_000;

/// Stages some prices of a catalog, tells why others have none, and takes away what was told of those that are right again.
pub(super) async fn record(
    tx: &Tx,
    ground: &Ground,
    catalog: &catalog::Model,
    staged: (Vec<price::Model>, &[i64]),
    failures: Vec<(i64, Reason)>,
    mended: &[i64],
) -> Result<(), Error> {
    let ids: Vec<_> = staged.0.iter().map(|row| row.id).collect();
    keep(tx, catalog.id, staged.0, staged.1).await?;
    tx.changed::<price::Entity>(&ids).await?;
    let told = failures.into_iter().map(|(variant, reason)| of_price(ground, catalog, variant, &reason)).collect();
    skipped::record(tx, &ground.seen(), told).await?;
    solve(tx, ground, mended).await
}

/// Writes down how the price list of a catalog stands.
pub(super) async fn stands(tx: &Tx, catalog: &catalog::Model) -> Result<(), Error> {
    let stand = catalog::ActiveModel {
        publication_id: Set(catalog.publication_id.clone()),
        prices_read_at: Set(catalog.prices_read_at),
        prices_synced_at: Set(catalog.prices_synced_at),
        fixed_prices: Set(catalog.fixed_prices),
        published_products: Set(catalog.published_products),
        ..Default::default()
    };
    catalog::Entity::update_many().set(stand).filter(catalog::Column::Id.eq(catalog.id)).exec(tx).await?;
    tx.changed::<catalog::Entity>(&[catalog.id]).await?;
    Ok(())
}

/// Tells why a catalog gets no prices.
pub(super) async fn left_out(tx: &Tx, ground: &Ground, catalog: &catalog::Model, reason: &Reason) -> Result<(), Error> {
    let told = Skipped {
        shop_code: ground.shop.code.clone(),
        kind: Kind::Catalog,
        shopify_id: catalog.shopify_catalog_id,
        document_name: catalog.name.clone(),
        cause: reason.to_string(),
        remedy: reason.remedy(),
        retry_object_id: SYNC_CATALOG_PRICES,
    };
    skipped::record(tx, &ground.seen(), vec![told]).await
}

/// Takes away why a catalog got no prices.
pub(super) async fn let_in(tx: &Tx, ground: &Ground, catalog: &catalog::Model) -> Result<(), Error> {
    skipped::solve(tx, &ground.shop.code, Kind::Catalog, &[catalog.shopify_catalog_id]).await
}

fn of_price(ground: &Ground, catalog: &catalog::Model, variant: i64, reason: &Reason) -> Skipped {
    Skipped {
        shop_code: ground.shop.code.clone(),
        kind: Kind::CatalogPrice,
        shopify_id: variant,
        document_name: catalog.name.clone(),
        cause: reason.to_string(),
        remedy: reason.remedy(),
        retry_object_id: SYNC_CATALOG_PRICES,
    }
}

/// Takes away what was told of variants whose prices are right now in every catalog of the shop.
async fn solve(tx: &Tx, ground: &Ground, mended: &[i64]) -> Result<(), Error> {
    use price::{Column, Entity};
    let of_shop = catalog::Entity::find()
        .select_only()
        .column(catalog::Column::Id)
        .filter(catalog::Column::ShopCode.eq(ground.shop.code.clone()));
    let mut wrong = HashSet::new();
    for some in mended.chunks(AT_ONCE) {
        let found: Vec<i64> = Entity::find()
            .select_only()
            .column(Column::ShopifyVariantId)
            .filter(Column::ShopifyVariantId.is_in(some.iter().copied()))
            .filter(Column::ErrorMessage.ne(""))
            .filter(Column::CatalogId.in_subquery(of_shop.clone().into_query()))
            .into_tuple()
            .all(tx)
            .await?;
        wrong.extend(found);
    }
    let right: Vec<i64> = mended.iter().copied().filter(|variant| !wrong.contains(variant)).collect();
    skipped::solve(tx, &ground.shop.code, Kind::CatalogPrice, &right).await
}
