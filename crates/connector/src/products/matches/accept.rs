use std::collections::{BTreeSet, HashMap};

use access::{Action, Area, Principal};
use back_office::items;
use database::{Notice, Record, Tx};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;
use values::Code;

use super::entity::{Column, Entity, Model};
use crate::products::chosen::ids;
use crate::products::mapping::{Match, put};
use crate::products::staged::{product, variant};
use crate::products::write;
use crate::{Connector, Error};

/// Links the variants of chosen rows of the worksheet to the items that stand there, and takes the rows away: all of them
/// or none. What has got its item meanwhile keeps that. Orders that wait for one of these items are taken up by the next run. Returns how many variants were linked.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, one is not there, or one has no item; a missing permission; when
/// the database fails.
pub async fn accept(connector: &Connector, by: &Principal, chosen: &[Uuid]) -> Result<u64, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let chosen = &ids(chosen, "rows of the worksheet")?;
    connector.db().write(|tx| async move { link(&tx, chosen).await }).await
}

async fn link(tx: &Tx, chosen: &BTreeSet<Uuid>) -> Result<u64, Error> {
    let rows = Entity::find().filter(Column::Id.is_in(chosen.iter().copied())).all(tx).await?;
    if let Some(id) = chosen.iter().find(|id| rows.iter().all(|row| row.id != **id)) {
        return Err(Error::Chosen(format!("there is no row with the id {id} in the worksheet")));
    }
    if let Some(row) = rows.iter().find(|row| row.item_number.is_blank()) {
        let name = format!("'{}' has no item", row.title);
        return Err(Error::Chosen(format!("{name}: choose one, or leave the row out")));
    }
    check_items(tx, &rows).await?;
    let shops: BTreeSet<&Code<20>> = rows.iter().map(|row| &row.shop_code).collect();
    let mut linked = 0;
    for shop in shops {
        let of_shop: HashMap<i64, &Model> =
            rows.iter().filter(|row| row.shop_code == *shop).map(|row| (row.shopify_variant_id, row)).collect();
        linked += link_shop(tx, shop, &of_shop).await?;
    }
    Entity::delete_many().filter(Column::Id.is_in(chosen.iter().copied())).exec(tx).await?;
    tx.notify(Notice::new(Entity::NAME, "")).await?;
    Ok(linked)
}

/// Items may have been deleted since they were proposed.
async fn check_items(tx: &Tx, rows: &[Model]) -> Result<(), Error> {
    let numbers: BTreeSet<Code<20>> = rows.iter().map(|row| row.item_number.clone()).collect();
    let found = items::by_numbers(tx, &numbers.iter().cloned().collect::<Vec<_>>()).await?;
    let missing = numbers.iter().find(|number| found.iter().all(|item| item.number != **number));
    if let Some(number) = missing {
        return Err(Error::Chosen(format!("there is no item {number} any more: propose again")));
    }
    Ok(())
}

async fn link_shop(tx: &Tx, shop: &Code<20>, rows: &HashMap<i64, &Model>) -> Result<u64, Error> {
    let mut variants = variant::Entity::find()
        .filter(variant::Column::ShopCode.eq(shop.clone()))
        .filter(variant::Column::ShopifyVariantId.is_in(rows.keys().copied()))
        .filter(variant::Column::ItemNumber.eq(""))
        .all(tx)
        .await?;
    for variant in &mut variants {
        let Some(row) = rows.get(&variant.shopify_variant_id) else { continue };
        put(variant, Match { item: row.item_number.clone(), variant: row.variant_code.clone(), reason: row.reason });
    }
    let of_products: HashMap<i64, &variant::Model> =
        variants.iter().rev().map(|variant| (variant.shopify_product_id, variant)).collect();
    let mut products = product::Entity::find()
        .filter(product::Column::ShopCode.eq(shop.clone()))
        .filter(product::Column::ShopifyProductId.is_in(of_products.keys().copied()))
        .filter(product::Column::ItemNumber.eq(""))
        .all(tx)
        .await?;
    for product in &mut products {
        let first = of_products.get(&product.shopify_product_id);
        product.item_number = first.map(|variant| variant.item_number.clone()).unwrap_or_default();
    }
    write::variants(tx, &variants).await?;
    write::products(tx, &products).await?;
    Ok(variants.len() as u64)
}
