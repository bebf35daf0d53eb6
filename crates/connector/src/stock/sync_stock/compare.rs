//! All numbers of a shop are compared with Shopify's, once a day or when a person asks: what drifts apart is found, explained
//! and, where stock is sent, put right.

use std::collections::{BTreeSet, HashSet};

use database::{Read, Tx};
use job_queue::{Context, JobError, Progress, Summary};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, Set};
use shopify::Client;
use values::Code;

use super::ground::Ground;
use super::repair::{self, Look, Looked};
use super::run::{Sent, finish, unsettled};
use super::{collect, read, record};
use crate::Error;
use crate::locations;
use crate::orders::sync_orders::{Unread, unread};
use crate::products::staged::variant;
use crate::stock::staged::{dirty, drift, inventory, standing};

/// Compares all numbers of a shop, and sends those that differ to the locations to which stock is sent.
pub(super) async fn compare(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    (force, changes): (bool, i32),
) -> Result<Summary, JobError> {
    let shop = &ground.shop.code;
    let marks = cx.db().read(|r| async move { all_marks(&r, shop).await }).await?;
    let items = cx.db().read(|r| async move { inventory_items(&r, shop).await }).await?;
    let levels = &read::all(cx, client, shop.as_str(), &items).await?;
    let unread = &unread(cx, client, &ground.shop, ground.zone).await?;
    if matches!(unread, Unread::Much) {
        return Err(JobError::fail(
            "so many orders of the store were not read yet that its numbers can't be compared with those here: run Sync Orders from Shopify first",
        ));
    }
    let ground = &ground.at(cx.clock().now());
    cx.write(|tx| async move { forget(&tx, ground).await }).await?;
    let (mut summary, mut after, mut done) = (Summary { fetched: count(levels), ..Summary::default() }, 0, 0);
    let mut unsettled_items = HashSet::new();
    loop {
        let page = cx.db().read(|r| async move { collect::mapped_after(&r, shop, after).await }).await?;
        let Some(last) = page.last() else { break };
        after = last.shopify_variant_id;
        let look = Look { levels, unread, compares: true, force };
        let sent = of_page(cx, client, ground, &page, look).await?;
        unsettled_items.extend(unsettled(&page, &sent.waits));
        summary += sent.summary;
        done += page.len() as u64;
        let text = format!("{shop}: {done} variants compared");
        cx.progress(Progress { done, total: items.len() as u64, text }).await?;
    }
    let marks: Vec<dirty::Model> =
        marks.into_iter().filter(|mark| !unsettled_items.contains(&mark.item_number)).collect();
    // Who may change nothing leaves what is to be sent to whoever may.
    if ground.shop.allow_outgoing_requests {
        record::looked_after(cx, &marks).await?;
    }
    cx.write(|tx| async move { end(&tx, ground, changes).await }).await?;
    Ok(summary)
}

async fn of_page(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    page: &[variant::Model],
    look: Look<'_>,
) -> Result<Sent, JobError> {
    let read = |r: Read| async move { repair::by(&r, ground, page, look).await };
    let Looked { mut plan, drifts, stored } = cx.db().read(read).await?;
    record::drifts(cx, ground, &drifts).await?;
    if !ground.shop.allow_outgoing_requests {
        plan.rows.extend(plan.lines.drain(..).map(|line| line.row));
    }
    finish(cx, client, ground, page, (&stored, plan)).await
}

async fn all_marks(r: &Read, shop: &Code<20>) -> Result<Vec<dirty::Model>, Error> {
    Ok(dirty::Entity::find().filter(dirty::Column::ShopCode.eq(shop.clone())).all(r).await?)
}

/// What the variants that are items are in stock, by ids in Shopify.
async fn inventory_items(r: &Read, shop: &Code<20>) -> Result<Vec<i64>, Error> {
    let items: Vec<i64> = variant::Entity::find()
        .select_only()
        .column(variant::Column::InventoryItemId)
        .filter(variant::Column::ShopCode.eq(shop.clone()))
        .filter(variant::Column::ItemNumber.ne(""))
        .filter(variant::Column::InventoryItemId.ne(0))
        .into_tuple()
        .all(r)
        .await?;
    Ok(items.into_iter().collect::<BTreeSet<_>>().into_iter().collect())
}

fn count(levels: &read::Levels) -> u64 {
    levels.values().map(|item| item.levels.len() as u64).sum()
}

/// Forgets what the comparison before has found, and the numbers of what goes to no location any more.
async fn forget(tx: &Tx, ground: &Ground) -> Result<(), Error> {
    let shop = &ground.shop.code;
    drift::Entity::delete_many().filter(drift::Column::ShopCode.eq(shop.clone())).exec(tx).await?;
    let mapped = sea_orm::sea_query::Query::select()
        .column(variant::Column::ShopifyVariantId)
        .from(variant::Entity)
        .and_where(variant::Column::ShopCode.eq(shop.clone()))
        .and_where(variant::Column::ItemNumber.ne(""))
        .to_owned();
    let gone = sea_orm::Condition::any()
        .add(inventory::Column::LocationId.is_not_in(ground.places.keys().copied()))
        .add(inventory::Column::ShopifyVariantId.not_in_subquery(mapped));
    inventory::Entity::delete_many().filter(inventory::Column::ShopCode.eq(shop.clone())).filter(gone).exec(tx).await?;
    Ok(())
}

/// Writes down that all was compared, unless its set-up was changed meanwhile. A location at which there is something, and both
/// sides agree, has nothing that a person is to look at: stock is sent there from now on.
async fn end(tx: &Tx, ground: &Ground, changes: i32) -> Result<(), Error> {
    let shop = &ground.shop.code;
    let compared = standing::Entity::update_many()
        .col_expr(standing::Column::ComparedAt, Expr::value(ground.now))
        .filter(standing::Column::ShopCode.eq(shop.clone()))
        .filter(standing::Column::Changes.eq(changes))
        .exec(tx)
        .await?;
    if compared.rows_affected == 0 {
        return Ok(());
    }
    for place in ground.places.values().filter(|place| place.location.stock_begun_at.is_none()) {
        let stocked = inventory::Entity::find()
            .filter(inventory::Column::ShopCode.eq(shop.clone()))
            .filter(inventory::Column::LocationId.eq(place.location.location_id))
            .filter(inventory::Column::Stocked.eq(true));
        let differing = stocked.clone().filter(inventory::Column::Difference.ne(0));
        if stocked.count(tx).await? > 0 && differing.count(tx).await? == 0 {
            let begun = locations::ActiveModel {
                id: Set(place.location.id),
                stock_begun_at: Set(Some(ground.now)),
                ..Default::default()
            };
            locations::Entity::update(begun).exec(tx).await?;
            tx.changed::<locations::Entity>(&[place.location.id]).await?;
        }
    }
    Ok(())
}
