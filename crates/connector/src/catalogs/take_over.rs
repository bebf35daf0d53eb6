use access::{About, Action, Area, Principal};
use database::{Record, Tx};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use uuid::Uuid;

use super::staged::catalog::{Column, Entity, Model};
use super::staged::{price, product};
use crate::{Connector, Error, shops};

/// Lets the prices of a catalog come by this line of it, and by none of its others, of whichever shop of its store. What is
/// known of its prices in Shopify goes with them.
///
/// # Errors
/// A missing permission, and when the database fails.
pub async fn take_over(connector: &Connector, tx: &Tx, by: &Principal, line: Model) -> Result<Model, Error> {
    by.require(Area::Synchronization, Action::Change)?;
    let others = Entity::find()
        .filter(Column::ShopCode.in_subquery(shops::codes_of_same_store(&line.shop_code)))
        .filter(Column::ShopifyCatalogId.eq(line.shopify_catalog_id))
        .filter(Column::Id.ne(line.id))
        .filter(Column::SyncPrices.eq(true))
        .all(tx)
        .await?;
    let mut row = line.clone().into_active_model();
    row.sync_prices = Set(true);
    let ids: Vec<Uuid> = others.iter().map(|other| other.id).collect();
    if let Some(other) = others.first() {
        row.prices_read_at = Set(other.prices_read_at);
        row.fixed_prices = Set(other.fixed_prices);
        row.published_products = Set(other.published_products);
        move_prices(tx, other, &line).await?;
        let off = Entity::update_many().col_expr(Column::SyncPrices, Expr::value(false));
        let off = off.col_expr(Column::PricesReadAt, Expr::value(Option::<chrono::DateTime<chrono::Utc>>::None));
        off.filter(Column::Id.is_in(ids.iter().copied())).exec(tx).await?;
    }
    let line = row.update(tx).await?;
    let detail = serde_json::json!({ "company": line.company_name, "insteadOf": ids });
    let about = About { entity: Entity::NAME, id: line.id, subject: &line.name };
    connector.audit().record_about(tx, by, "prices of a catalog taken over", about, detail).await?;
    tx.changed::<Entity>(&[ids, vec![line.id]].concat()).await?;
    Ok(line)
}

/// Gives what is known of the prices of one line to another. What another shop has fixed is not taken away by this one: what
/// is no item here may be one there.
async fn move_prices(tx: &Tx, from: &Model, to: &Model) -> Result<(), Error> {
    let is_of_same_shop = from.shop_code == to.shop_code;
    let (from, to) = (from.id, to.id);
    price::Entity::delete_many().filter(price::Column::CatalogId.eq(to)).exec(tx).await?;
    product::Entity::delete_many().filter(product::Column::CatalogId.eq(to)).exec(tx).await?;
    let mut prices = price::Entity::update_many().col_expr(price::Column::CatalogId, Expr::value(to));
    if !is_of_same_shop {
        prices = prices.col_expr(price::Column::IsOurs, Expr::value(false));
    }
    prices.filter(price::Column::CatalogId.eq(from)).exec(tx).await?;
    let products = product::Entity::update_many().col_expr(product::Column::CatalogId, Expr::value(to));
    products.filter(product::Column::CatalogId.eq(from)).exec(tx).await?;
    Ok(())
}
