use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use values::Code;

use super::entity::{Column, Entity, Model};
use crate::Error;

/// How many ids are named in one statement.
const NAMED: usize = 1_000;

/// What is known of those of these products that were taken away here, by their ids in Shopify.
///
/// # Errors
/// When the database fails.
pub(crate) async fn by_ids(
    c: &impl ConnectionTrait,
    shop: &Code<20>,
    ids: &[i64],
) -> Result<HashMap<i64, Model>, Error> {
    let mut all = HashMap::new();
    for some in ids.chunks(NAMED) {
        let of_shop = Entity::find().filter(Column::ShopCode.eq(shop.clone()));
        let found = of_shop.filter(Column::ShopifyProductId.is_in(some.iter().copied())).all(c).await?;
        all.extend(found.into_iter().map(|one| (one.shopify_product_id, one)));
    }
    Ok(all)
}

/// The ids in Shopify of all products of a shop that were taken away here.
///
/// # Errors
/// When the database fails.
pub(crate) async fn of_shop(c: &impl ConnectionTrait, shop: &Code<20>) -> Result<BTreeSet<i64>, Error> {
    let found: Vec<i64> = Entity::find()
        .select_only()
        .column(Column::ShopifyProductId)
        .filter(Column::ShopCode.eq(shop.clone()))
        .into_tuple()
        .all(c)
        .await?;
    Ok(found.into_iter().collect())
}

/// Remembers a product that is taken away.
pub(super) async fn remember(tx: &Tx, row: Model) -> Result<(), Error> {
    forget(tx, &row.shop_code, &[row.shopify_product_id]).await?;
    row.into_active_model().reset_all().insert(tx).await?;
    Ok(())
}

/// Forgets products: they are staged again, or the store has them no more.
///
/// # Errors
/// When the database fails.
pub(crate) async fn forget(tx: &Tx, shop: &Code<20>, ids: &[i64]) -> Result<(), Error> {
    for some in ids.chunks(NAMED) {
        Entity::delete_many()
            .filter(Column::ShopCode.eq(shop.clone()))
            .filter(Column::ShopifyProductId.is_in(some.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Shopify has said when it was changed from here: no earlier word of it is news.
///
/// # Errors
/// When the database fails.
pub(crate) async fn seen(tx: &Tx, shop: &Code<20>, id: i64, at: DateTime<Utc>) -> Result<(), Error> {
    Entity::update_many()
        .col_expr(Column::UpdatedAt, Expr::value(at))
        .col_expr(Column::AwaitedStatus, Expr::value(""))
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::ShopifyProductId.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}
