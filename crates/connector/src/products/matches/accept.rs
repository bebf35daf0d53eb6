use std::collections::{BTreeSet, HashMap};

use access::{Action, Area, Principal};
use back_office::items;
use database::{Notice, Record, Tx, blank};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Value, json};
use uuid::Uuid;
use values::Code;

use super::entity::{Column, Entity, Model};
use super::titles;
use crate::products::chosen::ids;
use crate::products::mapping::{Match, put};
use crate::products::staged::{product, variant};
use crate::products::write;
use crate::{Connector, Error};

/// Links the variants of chosen rows of the worksheet to the items that stand there, and takes the rows away: all of them
/// or none. What has got its item meanwhile keeps that. Orders that wait for one of these items are taken up by the next
/// run. Returns how many variants were linked.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, one is not there, or one has no item; a missing permission; when
/// the database fails.
pub async fn accept(connector: &Connector, by: &Principal, chosen: &[Uuid]) -> Result<u64, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let chosen = &ids(chosen, "rows of the worksheet")?;
    let write = |tx| async move {
        let (rows, linked) = link(&tx, chosen).await?;
        let detail = json!({ "variants": rows.iter().map(told).collect::<Vec<_>>(), "linked": linked });
        connector.audit().record(&tx, by, "products mapped from the worksheet", "", detail).await?;
        Ok::<_, Error>(linked)
    };
    connector.db().write(write).await
}

/// Which item a row says that a variant is.
fn told(row: &Model) -> Value {
    json!({
        "shopCode": row.shop_code,
        "shopifyVariantId": row.shopify_variant_id,
        "itemNumber": row.item_number,
        "variantCode": row.variant_code,
    })
}

async fn link(tx: &Tx, chosen: &BTreeSet<Uuid>) -> Result<(Vec<Model>, u64), Error> {
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
    Ok((rows, linked))
}

/// Items and their variants may have been deleted since they were proposed.
async fn check_items(tx: &Tx, rows: &[Model]) -> Result<(), Error> {
    let numbers: BTreeSet<Code<20>> = rows.iter().map(|row| row.item_number.clone()).collect();
    let found = items::by_numbers(tx, &numbers.iter().cloned().collect::<Vec<_>>()).await?;
    let missing = numbers.iter().find(|number| found.iter().all(|item| item.number != **number));
    if let Some(number) = missing {
        return Err(Error::Chosen(format!("there is no item {number} any more: propose again")));
    }
    let named = || rows.iter().filter(|row| !row.variant_code.is_blank());
    let numbers: BTreeSet<Code<20>> = named().map(|row| row.item_number.clone()).collect();
    let variants = titles::variants(tx, &numbers.into_iter().collect::<Vec<_>>()).await?;
    let is_there = |row: &&Model| {
        variants.get(&row.item_number).is_some_and(|all| all.iter().any(|(code, _)| *code == row.variant_code))
    };
    if let Some(row) = named().find(|row| !is_there(row)) {
        let (code, number) = (&row.variant_code, &row.item_number);
        return Err(Error::Chosen(format!("the item {number} has no variant {code} any more: propose again")));
    }
    Ok(())
}

async fn link_shop(tx: &Tx, shop: &Code<20>, rows: &HashMap<i64, &Model>) -> Result<u64, Error> {
    // Products are held before their variants, as everywhere.
    let of_rows: BTreeSet<i64> = rows.values().map(|row| row.shopify_product_id).collect();
    let products = product::Entity::find()
        .filter(product::Column::ShopCode.eq(shop.clone()))
        .filter(product::Column::ShopifyProductId.is_in(of_rows.iter().copied()))
        .order_by_asc(product::Column::ShopifyProductId)
        .lock_exclusive()
        .all(tx)
        .await?;
    let mut variants = variant::Entity::find()
        .filter(variant::Column::ShopCode.eq(shop.clone()))
        .filter(variant::Column::ShopifyVariantId.is_in(rows.keys().copied()))
        .filter(blank(variant::Column::ItemNumber))
        .order_by_asc(variant::Column::ShopifyVariantId)
        .lock_exclusive()
        .all(tx)
        .await?;
    for variant in &mut variants {
        let Some(row) = rows.get(&variant.shopify_variant_id) else { continue };
        put(variant, Match { item: row.item_number.clone(), variant: row.variant_code.clone(), reason: row.reason });
    }
    let of_products: HashMap<i64, &variant::Model> =
        variants.iter().rev().map(|variant| (variant.shopify_product_id, variant)).collect();
    let unmapped = products.into_iter().filter(|product| product.item_number.is_blank());
    let products: Vec<_> = unmapped
        .filter_map(|product| {
            let first = of_products.get(&product.shopify_product_id)?;
            Some(product::Model { item_number: first.item_number.clone(), ..product })
        })
        .collect();
    write::variants(tx, &variants).await?;
    write::products(tx, &products).await?;
    write::forgive(tx, shop, &of_rows.into_iter().collect::<Vec<_>>()).await?;
    Ok(variants.len() as u64)
}
