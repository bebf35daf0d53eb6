use std::collections::{HashMap, HashSet};

use access::{Action, Area, Principal};
use back_office::items;
use database::{Notice, Record, Tx, insert_many};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};
use values::Code;

use super::entity::{Column, Entity, Model};
use super::score::{Scored, keys, surest};
use super::titles;
use super::twice::Twice;
use crate::products::Reason;
use crate::products::mapping::{Catalogue, Match, subject_of};
use crate::products::staged::{product, variant};
use crate::{Connector, Error, shops};

/// How many variants are looked at at a time.
const BATCH: u64 = 2_000;
/// A variant of the item that is called alike, by what it is called itself, is that much surer than the item alone.
const VARIANT: i32 = 10;

/// What was proposed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proposed {
    /// Variants for which an item was found.
    pub proposed: u64,
    /// Variants for which none was.
    pub unknown: u64,
}

/// A variant without an item, with its product.
type Row = (variant::Model, product::Model);

/// Looks for the items of all variants of a shop that have none, and puts what it finds into the worksheet, in place of
/// what was proposed before. What a person has chosen there stays. No call is made.
///
/// # Errors
/// A missing permission; an unknown shop; when the database fails.
pub async fn propose(connector: &Connector, by: &Principal, shop: &str) -> Result<Proposed, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let db = connector.db();
    let shop = &db.read(|r| async move { shops::find(&r, shop).await }).await?;
    let twice = &db.read(|r| async move { Twice::read(&r, &shop.code).await }).await?;
    let (mut rows, mut last): (Vec<Model>, i64) = (Vec::new(), 0);
    loop {
        let batch = &db.read(|r| async move { unmapped(&r, &shop.code, last).await }).await?;
        let Some((end, _)) = batch.last() else { break };
        last = end.shopify_variant_id;
        let found = db.read(|r| async move { find(&r, shop, batch).await }).await?;
        let now = connector.clock().now();
        let described = db.read(|r| async move { descriptions(&r, found).await }).await?;
        rows.extend(batch.iter().zip(described).map(|(row, found)| {
            let remark = twice.remark(&row.0);
            to_row(connector.random().id(now), row, found, remark)
        }));
    }
    let proposed = rows.iter().filter(|row| !row.item_number.is_blank()).count() as u64;
    let told = Proposed { proposed, unknown: rows.len() as u64 - proposed };
    look_twice(&mut rows);
    put_in_order(&mut rows);
    let rows = &rows;
    db.write(|tx| async move { replace(&tx, &shop.code, rows.clone()).await }).await?;
    Ok(told)
}

/// The next variants of a shop without an item, each with its product.
async fn unmapped(c: &impl ConnectionTrait, shop: &Code<20>, last: i64) -> Result<Vec<Row>, Error> {
    use variant::{Column, Entity};
    let variants = Entity::find()
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::ItemNumber.eq(""))
        .filter(Column::ShopifyVariantId.gt(last))
        .order_by_asc(Column::ShopifyVariantId)
        .limit(BATCH)
        .all(c)
        .await?;
    let ids: HashSet<i64> = variants.iter().map(|variant| variant.shopify_product_id).collect();
    let products = product::Entity::find()
        .filter(product::Column::ShopCode.eq(shop.clone()))
        .filter(product::Column::ShopifyProductId.is_in(ids))
        .all(c)
        .await?;
    let products: HashMap<i64, product::Model> =
        products.into_iter().map(|product| (product.shopify_product_id, product)).collect();
    // What only orders have named has no product yet.
    let of = |variant: &variant::Model| {
        let named = || product::Model::named(variant.id, shop.clone(), variant.shopify_product_id);
        products.get(&variant.shopify_product_id).cloned().unwrap_or_else(named)
    };
    Ok(variants.into_iter().map(|variant| (variant.clone(), of(&variant))).collect())
}

/// The surest item of each: by its SKU or its bar code, else by what it is called.
async fn find(c: &impl ConnectionTrait, shop: &shops::Model, rows: &[Row]) -> Result<Vec<Option<Scored>>, Error> {
    let subjects = || rows.iter().map(|(variant, product)| subject_of(product, variant));
    let known = Catalogue::read(c, &keys(shop, subjects())).await?;
    let mut found: Vec<Option<Scored>> = subjects().map(|subject| surest(shop, &subject, &known)).collect();
    let unknown = || rows.iter().zip(&found).filter(|(_, found)| found.is_none()).map(|(row, _)| row);
    let titles = unknown().map(|(variant, _)| variant.title.clone()).collect();
    let called = titles::read(c, &titles).await?;
    let items: HashSet<Code<20>> = called.values().map(|called| called.item.clone()).collect();
    let variants = titles::variants(c, &items.into_iter().collect::<Vec<_>>()).await?;
    for ((variant, _), found) in rows.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
        let Some(called) = called.get(&variant.title) else { continue };
        let of_item = variants.get(&called.item).map(Vec::as_slice).unwrap_or_default();
        let is_it = |(code, description): &&(Code<10>, String)| {
            let title = variant.variant_title.trim();
            description.eq_ignore_ascii_case(title) || Code::new(title).is_ok_and(|title| title == *code)
        };
        let (code, more) = match of_item.iter().find(is_it) {
            Some((code, _)) => (code.clone(), VARIANT),
            None => (Code::blank(), 0),
        };
        let matched = Match { item: called.item.clone(), variant: code, reason: Reason::Title };
        *found = Some(Scored::new(matched, called.score + more));
    }
    Ok(found)
}

/// What was found, with what each item is.
async fn descriptions(
    c: &impl ConnectionTrait,
    found: Vec<Option<Scored>>,
) -> Result<Vec<Option<(Scored, String)>>, Error> {
    let numbers: HashSet<Code<20>> = found.iter().flatten().map(|scored| scored.found.item.clone()).collect();
    let items: HashMap<Code<20>, String> = items::by_numbers(c, &numbers.into_iter().collect::<Vec<_>>())
        .await?
        .into_iter()
        .map(|item| (item.number, item.description))
        .collect();
    let described = |scored: Scored| {
        let description = items.get(&scored.found.item).cloned().unwrap_or_default();
        (scored, description)
    };
    Ok(found.into_iter().map(|scored| scored.map(described)).collect())
}

fn to_row(id: uuid::Uuid, (variant, product): &Row, found: Option<(Scored, String)>, remark: String) -> Model {
    let (scored, item_description) = found.unzip();
    let (found, score) = scored.map(|scored| (scored.found, scored.score)).unzip();
    let (item_number, variant_code, reason) =
        found.map_or_else(Default::default, |found| (found.item, found.variant, found.reason));
    Model {
        id,
        shop_code: variant.shop_code.clone(),
        shopify_variant_id: variant.shopify_variant_id,
        shopify_product_id: variant.shopify_product_id,
        position: 0,
        title: variant.title.clone(),
        variant_title: variant.variant_title.clone(),
        sku: variant.sku.clone(),
        barcode: variant.barcode.clone(),
        vendor: product.vendor.clone(),
        item_number,
        variant_code,
        item_description: item_description.unwrap_or_default(),
        score: score.unwrap_or_default(),
        reason,
        duplicate: !remark.is_empty(),
        remark,
    }
}

/// Several variants that are proposed to be the same are to be looked at, too.
fn look_twice(rows: &mut [Model]) {
    let mut wanted: HashMap<(Code<20>, Code<10>), u64> = HashMap::new();
    for row in rows.iter().filter(|row| !row.item_number.is_blank()) {
        *wanted.entry((row.item_number.clone(), row.variant_code.clone())).or_default() += 1;
    }
    for row in rows.iter_mut().filter(|row| row.remark.is_empty()) {
        let variants = wanted.get(&(row.item_number.clone(), row.variant_code.clone())).copied().unwrap_or_default();
        if variants > 1 {
            row.duplicate = true;
            row.remark = format!("{variants} variants are proposed to be this.");
        }
    }
}

fn put_in_order(rows: &mut [Model]) {
    rows.sort_by(|one, other| {
        let key = |row: &Model| (!row.duplicate, -row.score, row.title.clone(), row.shopify_variant_id);
        key(one).cmp(&key(other))
    });
    for (row, position) in rows.iter_mut().zip(1..) {
        row.position = position;
    }
}

/// The new rows in place of the old; those that a person has chosen stay.
async fn replace(tx: &Tx, shop: &Code<20>, rows: Vec<Model>) -> Result<(), Error> {
    let of_shop = || Entity::find().filter(Column::ShopCode.eq(shop.clone()));
    let chosen: Vec<(i64,)> = of_shop()
        .select_only()
        .column(Column::ShopifyVariantId)
        .filter(Column::Reason.eq(Reason::Person))
        .into_tuple()
        .all(tx)
        .await?;
    let still: HashSet<i64> = rows.iter().map(|row| row.shopify_variant_id).collect();
    let chosen: HashSet<i64> = chosen.into_iter().map(|(id,)| id).filter(|id| still.contains(id)).collect();
    Entity::delete_many()
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::ShopifyVariantId.is_not_in(chosen.iter().copied()))
        .exec(tx)
        .await?;
    let new = rows.into_iter().filter(|row| !chosen.contains(&row.shopify_variant_id));
    insert_many(tx, new.map(|row| row.into_active_model().reset_all()).collect()).await?;
    Ok(tx.notify(Notice::new(Entity::NAME, "")).await?)
}
