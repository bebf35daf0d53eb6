use std::collections::{HashMap, HashSet};

use access::{Action, Area, Principal};
use back_office::items;
use database::{Notice, Record, Tx, blank, insert_many, upsert_many};
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
/// How many are named in one statement.
const NAMED: usize = 1_000;
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
        rows.extend(batch.iter().zip(found).map(|(row, found)| {
            let remark = twice.remark(&row.0);
            to_row(connector.random().id(now), row, found, remark)
        }));
    }
    // All items are looked at for that, and so once for all variants.
    let found = &rows;
    let called = db.read(|r| async move { by_title(&r, found).await }).await?;
    for (row, found) in rows.iter_mut().zip(called) {
        if let Some(found) = found {
            put(row, found);
        }
    }
    let found = &rows;
    let descriptions = db.read(|r| async move { descriptions(&r, found).await }).await?;
    for row in &mut rows {
        row.item_description = descriptions.get(&row.item_number).cloned().unwrap_or_default();
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
        .filter(blank(Column::ItemNumber))
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

/// The surest item of each by its SKU or its bar code.
async fn find(c: &impl ConnectionTrait, shop: &shops::Model, rows: &[Row]) -> Result<Vec<Option<Scored>>, Error> {
    let subjects = || rows.iter().map(|(variant, product)| subject_of(product, variant));
    let known = Catalogue::read(c, &keys(shop, subjects())).await?;
    Ok(subjects().map(|subject| surest(shop, &subject, &known)).collect())
}

/// The items of those that were not found yet, by what they are called.
async fn by_title(c: &impl ConnectionTrait, rows: &[Model]) -> Result<Vec<Option<Scored>>, Error> {
    let unknown = rows.iter().filter(|row| row.item_number.is_blank());
    let titles = unknown.map(|row| row.title.clone()).collect();
    let called = titles::read(c, &titles).await?;
    let items: HashSet<Code<20>> = called.values().map(|called| called.item.clone()).collect();
    let variants = titles::variants(c, &items.into_iter().collect::<Vec<_>>()).await?;
    let of_row = |row: &Model| {
        let called = called.get(&row.title).filter(|_| row.item_number.is_blank())?;
        let of_item = variants.get(&called.item).map(Vec::as_slice).unwrap_or_default();
        let is_it = |(code, description): &&(Code<10>, String)| {
            let title = row.variant_title.trim();
            description.to_lowercase() == title.to_lowercase() || Code::new(title).is_ok_and(|title| title == *code)
        };
        let (code, more) = match of_item.iter().find(is_it) {
            Some((code, _)) => (code.clone(), VARIANT),
            None => (Code::blank(), 0),
        };
        let matched = Match { item: called.item.clone(), variant: code, reason: Reason::Title };
        Some(Scored::new(matched, called.score + more))
    };
    Ok(rows.iter().map(of_row).collect())
}

/// What the items are that were found.
async fn descriptions(c: &impl ConnectionTrait, rows: &[Model]) -> Result<HashMap<Code<20>, String>, Error> {
    let numbers: HashSet<Code<20>> = rows.iter().filter_map(|row| row.item_number.non_blank()).cloned().collect();
    let (numbers, mut all) = (numbers.into_iter().collect::<Vec<_>>(), HashMap::new());
    for some in numbers.chunks(NAMED) {
        let found = items::by_numbers(c, some).await?;
        all.extend(found.into_iter().map(|item| (item.number, item.description)));
    }
    Ok(all)
}

/// Puts what was found into a row.
fn put(row: &mut Model, Scored { found, score }: Scored) {
    row.item_number = found.item;
    row.variant_code = found.variant;
    row.reason = found.reason;
    row.score = score;
}

fn to_row(id: uuid::Uuid, (variant, product): &Row, found: Option<Scored>, remark: String) -> Model {
    let mut row = Model {
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
        item_number: Code::blank(),
        variant_code: Code::blank(),
        item_description: String::new(),
        score: 0,
        reason: Reason::Blank,
        duplicate: !remark.is_empty(),
        remark,
    };
    if let Some(found) = found {
        put(&mut row, found);
    }
    row
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

/// The new rows in place of the old; those that a person has chosen stay, in the places of the new ones.
async fn replace(tx: &Tx, shop: &Code<20>, rows: Vec<Model>) -> Result<(), Error> {
    Entity::delete_many()
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::Reason.ne(Reason::Person))
        .exec(tx)
        .await?;
    let kept = Entity::find().filter(Column::ShopCode.eq(shop.clone())).all(tx).await?;
    let places: HashMap<i64, i32> = rows.iter().map(|row| (row.shopify_variant_id, row.position)).collect();
    let (mut chosen, mut moved, mut gone) = (HashSet::new(), Vec::new(), Vec::new());
    for row in kept {
        let Some(position) = places.get(&row.shopify_variant_id) else {
            gone.push(row.id);
            continue;
        };
        chosen.insert(row.shopify_variant_id);
        moved.push(Model { position: *position, ..row }.into_active_model().reset_all());
    }
    for some in gone.chunks(NAMED) {
        Entity::delete_many().filter(Column::Id.is_in(some.iter().copied())).exec(tx).await?;
    }
    upsert_many(tx, moved, &[Column::Id], &[Column::Position]).await?;
    let new = rows.into_iter().filter(|row| !chosen.contains(&row.shopify_variant_id));
    insert_many(tx, new.map(|row| row.into_active_model().reset_all()).collect()).await?;
    Ok(tx.notify(Notice::new(Entity::NAME, "")).await?)
}
