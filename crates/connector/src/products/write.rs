//! Rows of products and variants, written in as few statements as there are tables.

use database::{Notice, Record, Tx, search, upsert_many};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, Iterable, QueryFilter};
use uuid::Uuid;
use values::Code;

use crate::Error;
use crate::products::staged::{self, Whole, product, variant};
use crate::skipped;

/// Writes products; those that are staged already get what is new. Their pictures belong to another task.
pub(crate) async fn products(tx: &Tx, rows: &[product::Model]) -> Result<(), Error> {
    use product::{ActiveModel, Column, Entity};
    if rows.is_empty() {
        return Ok(());
    }
    let is_kept = |column: &Column| {
        matches!(
            column,
            Column::Id
                | Column::ShopCode
                | Column::ShopifyProductId
                | Column::ImageId
                | Column::ImageHash
                | Column::LastUpdatedByUs
        )
    };
    let columns: Vec<_> = Column::iter().filter(|column| !is_kept(column)).collect();
    let models: Vec<ActiveModel> = rows.iter().map(|row| row.clone().into_active_model().reset_all()).collect();
    upsert_many(tx, models, &[Column::Id], &columns).await?;
    search::keep::<Entity>(tx, rows).await?;
    Ok(tx.changed::<Entity>(&rows.iter().map(|row| row.id).collect::<Vec<_>>()).await?)
}

/// The same for variants.
pub(crate) async fn variants(tx: &Tx, rows: &[variant::Model]) -> Result<(), Error> {
    use variant::{ActiveModel, Column, Entity};
    if rows.is_empty() {
        return Ok(());
    }
    let models: Vec<ActiveModel> = rows.iter().map(|row| row.clone().into_active_model().reset_all()).collect();
    upsert_many(tx, models, &[Column::Id], &told_of_variant()).await?;
    Ok(tx.notify(Notice::new(Entity::NAME, "")).await?)
}

/// Writes variants that were made from here. One that orders have named meanwhile has its row already.
pub(crate) async fn made_variants(tx: &Tx, rows: Vec<variant::Model>) -> Result<(), Error> {
    use variant::{Column, Entity};
    if rows.is_empty() {
        return Ok(());
    }
    let models = rows.into_iter().map(IntoActiveModel::into_active_model).collect();
    upsert_many(tx, models, &[Column::ShopCode, Column::ShopifyVariantId], &told_of_variant()).await?;
    Ok(tx.notify(Notice::new(Entity::NAME, "")).await?)
}

/// Writes which items variants are that the store has already. Of one that has its row nothing else changes.
pub(crate) async fn found_variants(tx: &Tx, rows: Vec<variant::Model>) -> Result<(), Error> {
    use variant::{Column, Entity};
    if rows.is_empty() {
        return Ok(());
    }
    let models = rows.into_iter().map(IntoActiveModel::into_active_model).collect();
    let of_item = [Column::ItemNumber, Column::VariantCode, Column::UomOptionId];
    upsert_many(tx, models, &[Column::ShopCode, Column::ShopifyVariantId], &of_item).await?;
    Ok(tx.notify(Notice::new(Entity::NAME, "")).await?)
}

/// What is written of a variant. Its picture belongs to another task.
fn told_of_variant() -> Vec<variant::Column> {
    use variant::Column;
    let is_kept = |column: &Column| {
        matches!(column, Column::Id | Column::ShopCode | Column::ShopifyVariantId | Column::ImageId | Column::ImageHash)
    };
    Column::iter().filter(|column| !is_kept(column)).collect()
}

/// Forgets what stood against those of these products of a shop that were read and all of whose variants are items now.
pub(crate) async fn forgive(tx: &Tx, shop: &Code<20>, shopify_ids: &[i64]) -> Result<(), Error> {
    let is_mapped = |one: &Whole| {
        !one.product.content_hash.is_empty() && one.variants.iter().all(|variant| !variant.item_number.is_blank())
    };
    let mut mapped = staged::by_ids(tx, shop, shopify_ids).await?;
    mapped.retain(is_mapped);
    let ids: Vec<i64> = mapped.iter().map(|one| one.product.shopify_product_id).collect();
    skipped::solve(tx, shop, skipped::Kind::Product, &ids).await?;
    let refused = mapped.into_iter().map(|one| one.product).filter(|product| product.has_error);
    let rows: Vec<_> =
        refused.map(|row| product::Model { has_error: false, error_message: String::new(), ..row }).collect();
    products(tx, &rows).await
}

/// Takes away variants that their products have no more.
pub(crate) async fn remove_variants(tx: &Tx, ids: &[Uuid]) -> Result<(), Error> {
    use variant::{Column, Entity};
    if ids.is_empty() {
        return Ok(());
    }
    Entity::delete_many().filter(Column::Id.is_in(ids.iter().copied())).exec(tx).await?;
    Ok(tx.notify(Notice::new(Entity::NAME, "")).await?)
}

/// Takes away products that the store has no more, with their variants. Their items stay.
pub(crate) async fn remove_products(tx: &Tx, shop: &Code<20>, shopify_ids: &[i64]) -> Result<u64, Error> {
    use product::{Column, Entity};
    let of_shop = Entity::find().filter(Column::ShopCode.eq(shop.clone()));
    let rows = of_shop.filter(Column::ShopifyProductId.is_in(shopify_ids.iter().copied())).all(tx).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    if ids.is_empty() {
        return Ok(0);
    }
    variant::Entity::delete_many()
        .filter(variant::Column::ShopCode.eq(shop.clone()))
        .filter(variant::Column::ShopifyProductId.is_in(rows.iter().map(|row| row.shopify_product_id)))
        .exec(tx)
        .await?;
    search::forget::<Entity>(tx, &ids).await?;
    Entity::delete_many().filter(Column::Id.is_in(ids.iter().copied())).exec(tx).await?;
    skipped::solve(tx, shop, skipped::Kind::Product, shopify_ids).await?;
    skipped::solve(tx, shop, skipped::Kind::Item, shopify_ids).await?;
    tx.changed::<Entity>(&ids).await?;
    tx.notify(Notice::new(variant::Entity::NAME, "")).await?;
    Ok(ids.len() as u64)
}
