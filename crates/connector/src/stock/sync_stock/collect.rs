//! Which items are to be looked at: those that the back office has marked, those whose day has come, and those that are
//! variants since then.

use std::collections::BTreeSet;

use back_office::{availability, items};
use database::{Read, Tx, upsert_many};
use job_queue::{Context, JobError};
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use values::Code;

use super::ground::Ground;
use crate::products::staged::variant;
use crate::stock::options::StockCalculation;
use crate::stock::staged::{dirty, inventory, standing};
use crate::{Error, locations};

/// As many marks are handed on at a time.
const MARKS: u64 = 1_000;
/// As many items are looked at together.
const ITEMS: u64 = 500;
/// As many records are named in a statement.
const NAMED: usize = 1_000;

/// Hands the marks of the back office on to every shop that sends stock: a mark has one reader, and shops are many.
pub(super) async fn spread(cx: &Context) -> Result<(), JobError> {
    loop {
        let marks = cx.db().read(|r| async move { availability::pending(&r, None, MARKS).await }).await;
        let marks = &marks.map_err(Error::from)?;
        if marks.is_empty() {
            return Ok(());
        }
        let items: &BTreeSet<Code<20>> = &marks.iter().map(|mark| mark.item_number.clone()).collect();
        let write = |tx: Tx| async move {
            let rows = concerned(&tx, items).await?;
            mark(cx, &tx, rows).await?;
            availability::settle(&tx, marks).await?;
            Ok::<_, Error>(())
        };
        cx.write(write).await?;
    }
}

/// The shops that send stock and have variants that are one of these items, with the items.
async fn concerned(tx: &Tx, items: &BTreeSet<Code<20>>) -> Result<Vec<(Code<20>, Code<20>)>, Error> {
    let sending: Vec<Code<20>> = locations::Entity::find()
        .select_only()
        .column(locations::Column::ShopCode)
        .distinct()
        .filter(locations::Column::StockCalculation.ne(StockCalculation::Off))
        .into_tuple()
        .all(tx)
        .await?;
    if sending.is_empty() {
        return Ok(Vec::new());
    }
    let mapped = variant::Entity::find()
        .select_only()
        .columns([variant::Column::ShopCode, variant::Column::ItemNumber])
        .distinct()
        .filter(variant::Column::ShopCode.is_in(sending))
        .filter(variant::Column::ItemNumber.is_in(items.iter().cloned()));
    Ok(mapped.into_tuple().all(tx).await?)
}

async fn mark(cx: &Context, tx: &Tx, rows: Vec<(Code<20>, Code<20>)>) -> Result<(), Error> {
    let rows = marks(cx, rows.into_iter());
    upsert_many(tx, rows, &[dirty::Column::ShopCode, dirty::Column::ItemNumber], &[dirty::Column::Version]).await?;
    Ok(())
}

/// Marks items that the next run is to look at, too. A mark that is there stays the same: whoever has read it settles it.
pub(super) async fn keep_marked<'a>(
    cx: &Context,
    tx: &Tx,
    shop: &Code<20>,
    items: impl IntoIterator<Item = &'a Code<20>>,
) -> Result<(), Error> {
    // In one order, so that two who mark the same items do not wait for each other in a circle.
    let items: BTreeSet<&Code<20>> = items.into_iter().collect();
    let rows = marks(cx, items.into_iter().map(|item| (shop.clone(), item.clone())));
    upsert_many(tx, rows, &[dirty::Column::ShopCode, dirty::Column::ItemNumber], &[]).await?;
    Ok(())
}

fn marks(cx: &Context, items: impl Iterator<Item = (Code<20>, Code<20>)>) -> Vec<dirty::ActiveModel> {
    let now = cx.clock().now();
    let row = |(shop_code, item_number)| dirty::Model { shop_code, item_number, version: cx.random().id(now) };
    items.map(row).map(IntoActiveModel::into_active_model).collect()
}

/// Marks, for a shop, what a day that has begun changes, and what became a variant of an item, or of another one, since then.
pub(super) async fn mark_more(cx: &Context, ground: &Ground) -> Result<(), JobError> {
    let (shop, today) = (&ground.shop.code, ground.today());
    let find = |r: Read| async move {
        let standing = standing::Entity::find_by_id(shop.clone()).one(&r).await?;
        let before = standing.and_then(|standing| standing.worked_out_for);
        let mut items = new_variants(&r, shop).await?;
        if let Some(before) = before.filter(|before| *before < today) {
            items.extend(availability::due(&r, before, today).await?);
        }
        Ok::<_, Error>((items, before != Some(today)))
    };
    let (items, is_another_day) = &cx.db().read(find).await?;
    if items.is_empty() && !is_another_day {
        return Ok(());
    }
    let write = |tx: Tx| async move {
        mark(cx, &tx, items.iter().map(|item| (shop.clone(), item.clone())).collect()).await?;
        let row =
            standing::Model { shop_code: shop.clone(), worked_out_for: Some(today), ..standing::Model::default() };
        let day = [standing::Column::WorkedOutFor];
        upsert_many(&tx, vec![row.into_active_model()], &[standing::Column::ShopCode], &day).await?;
        Ok::<_, Error>(())
    };
    Ok(cx.write(write).await?)
}

/// The items of variants of which no number is known, or that of another item, variant or unit.
async fn new_variants(r: &Read, shop: &Code<20>) -> Result<BTreeSet<Code<20>>, Error> {
    let known = Query::select()
        .expr(Expr::val(1))
        .from(inventory::Entity)
        .and_where(inventory::Column::ShopCode.eq(shop.clone()))
        .and_where(
            Expr::col((inventory::Entity, inventory::Column::ShopifyVariantId))
                .equals((variant::Entity, variant::Column::ShopifyVariantId)),
        )
        .and_where(
            Expr::col((inventory::Entity, inventory::Column::ItemNumber))
                .equals((variant::Entity, variant::Column::ItemNumber)),
        )
        .and_where(
            Expr::col((inventory::Entity, inventory::Column::VariantCode))
                .equals((variant::Entity, variant::Column::VariantCode)),
        )
        .and_where(Expr::col((inventory::Entity, inventory::Column::UomOptionValue)).eq(unit()))
        .to_owned();
    let counted = Query::select()
        .column(items::Column::Number)
        .from(items::Entity)
        .and_where(items::Column::ItemType.eq(items::ItemType::Inventory))
        .to_owned();
    let found: Vec<Code<20>> = variant::Entity::find()
        .select_only()
        .column(variant::Column::ItemNumber)
        .distinct()
        .filter(variant::Column::ShopCode.eq(shop.clone()))
        .filter(variant::Column::ItemNumber.in_subquery(counted))
        .filter(variant::Column::InventoryItemId.ne(0))
        .filter(Expr::exists(known).not())
        .into_tuple()
        .all(r)
        .await?;
    Ok(found.into_iter().collect())
}

/// The unit of measure that an option of a variant tells; blank where none does.
fn unit() -> Expr {
    use variant::Column;
    let option = |at: i32| Expr::col((variant::Entity, Column::UomOptionId)).eq(at);
    let value = |column: Column| Expr::col((variant::Entity, column));
    let units = CaseStatement::new()
        .case(option(1), value(Column::Option1Value))
        .case(option(2), value(Column::Option2Value))
        .case(option(3), value(Column::Option3Value))
        .finally("");
    units.into()
}

/// The next marks of a shop, after an item.
pub(super) async fn marked(r: &Read, shop: &Code<20>, after: &Code<20>) -> Result<Vec<dirty::Model>, Error> {
    let marks = dirty::Entity::find()
        .filter(dirty::Column::ShopCode.eq(shop.clone()))
        .filter(dirty::Column::ItemNumber.gt(after.clone()))
        .order_by_asc(dirty::Column::ItemNumber)
        .limit(ITEMS);
    Ok(marks.all(r).await?)
}

/// The variants of a shop that are one of these items.
pub(crate) async fn variants_of(
    c: &impl ConnectionTrait,
    shop: &Code<20>,
    items: &[Code<20>],
) -> Result<Vec<variant::Model>, Error> {
    let mut all = Vec::new();
    for some in items.chunks(NAMED) {
        all.extend(mapped(shop).filter(variant::Column::ItemNumber.is_in(some.iter().cloned())).all(c).await?);
    }
    Ok(all)
}

/// Those of these variants that are items, by their ids in Shopify.
pub(super) async fn named(r: &Read, shop: &Code<20>, ids: &[i64]) -> Result<Vec<variant::Model>, Error> {
    let mut all = Vec::new();
    for some in ids.chunks(NAMED) {
        let some = variant::Column::ShopifyVariantId.is_in(some.iter().copied());
        all.extend(mapped(shop).filter(some).all(r).await?);
    }
    Ok(all)
}

/// The next variants of a shop that are items, after one of them.
pub(super) async fn mapped_after(r: &Read, shop: &Code<20>, after: i64) -> Result<Vec<variant::Model>, Error> {
    Ok(mapped(shop).filter(variant::Column::ShopifyVariantId.gt(after)).limit(ITEMS).all(r).await?)
}

fn mapped(shop: &Code<20>) -> sea_orm::Select<variant::Entity> {
    variant::Entity::find()
        .filter(variant::Column::ShopCode.eq(shop.clone()))
        .filter(variant::Column::ItemNumber.ne(""))
        .order_by_asc(variant::Column::ShopifyVariantId)
}

/// What is stored of these variants, by variant and location.
pub(super) async fn stored(
    c: &impl ConnectionTrait,
    shop: &Code<20>,
    variants: &[variant::Model],
) -> Result<super::plan::Rows, Error> {
    let mut all = super::plan::Rows::new();
    for some in variants.chunks(NAMED) {
        let found = inventory::Entity::find()
            .filter(inventory::Column::ShopCode.eq(shop.clone()))
            .filter(inventory::Column::ShopifyVariantId.is_in(some.iter().map(|variant| variant.shopify_variant_id)))
            .all(c)
            .await?;
        all.extend(found.into_iter().map(|row| ((row.shopify_variant_id, row.location_id), row)));
    }
    Ok(all)
}
