//! Pictures to which no answer came. Which a product has been given since shows by their ids: each is newer than all before;
//! and which of them is which by the names of their files.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use job_queue::JobError;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shopify::documents::media;

use super::send::{add, refuse, replace};
use super::told_apart::told_apart;
use crate::Error;
use crate::operations::LOOK_AFTER;
use crate::products::images::entity::{Column, Entity, Model, State, Way, gid, number};
use crate::products::images::ground::{Counts, Ground};
use crate::products::images::record::{Told, put};

/// For this time an upload is surely there. Shopify is said to keep it for a day.
const UPLOAD_IS_KEPT_FOR: TimeDelta = TimeDelta::hours(20);
/// As many are looked for at once.
const MOST: usize = 250;
/// As many pictures of a product are looked at: it has no more.
const NEWEST: u32 = 250;

/// Looks for the pictures to which no answer came: those that were added are followed, and the others sent again, with the
/// upload that they have. Those of a product wait for each other.
///
/// # Errors
/// A lost lease; why one can't look.
pub(super) async fn settle(ground: &Ground<'_>) -> Result<Counts, JobError> {
    let now = ground.cx.clock().now();
    let sent = sent(ground).await?;
    let look_at = look_at(&sent);
    let is_early =
        |row: &Model| row.way == Way::Add && look_at.get(&row.shopify_product_id).is_some_and(|at| *at > now);
    let (early, due): (Vec<Model>, Vec<Model>) = sent.into_iter().partition(is_early);
    let mut counts = Counts { unclear: early.len() as u64, ..Counts::default() };
    counts.look_at = look_at.values().filter(|at| **at > now).min().copied();
    let (replaced, added): (Vec<Model>, Vec<Model>) = due.into_iter().partition(|row| row.way == Way::Replace);
    let mut absent = Vec::new();
    counts += look(ground, added, &mut absent).await?;
    // An upload that may be gone is made again, by the plan.
    let is_kept = |row: &Model| now - row.sent_at < UPLOAD_IS_KEPT_FOR;
    let (replaced, old_ones): (Vec<Model>, Vec<Model>) = replaced.into_iter().partition(is_kept);
    let (absent, others): (Vec<Model>, Vec<Model>) = absent.into_iter().partition(is_kept);
    let anew: &Vec<Model> = &old_ones.into_iter().chain(others).map(Model::not_sent).collect();
    ground.cx.write(|tx| async move { put(&tx, anew).await }).await?;
    let (of_replaced, gone) = replace(ground, replaced).await?;
    counts += of_replaced;
    counts += add(ground, absent.into_iter().chain(gone).collect()).await?;
    Ok(counts)
}

/// When the pictures may be looked for that were added to products: when it is not too early for any of a product.
fn look_at(sent: &[Model]) -> BTreeMap<i64, DateTime<Utc>> {
    let mut look_at = BTreeMap::new();
    for row in sent.iter().filter(|row| row.way == Way::Add) {
        let at = row.sent_at + LOOK_AFTER;
        let of_product = look_at.entry(row.shopify_product_id).or_insert(at);
        *of_product = at.max(*of_product);
    }
    look_at
}

/// Those of a product in the order in which they were sent, and all of them or none.
async fn sent(ground: &Ground<'_>) -> Result<Vec<Model>, Error> {
    let query = Entity::find()
        .filter(Column::ShopCode.eq(ground.shop.code.clone()))
        .filter(Column::State.eq(State::Sent))
        .order_by_asc(Column::ShopifyProductId)
        .order_by_asc(Column::SentAt)
        .order_by_asc(Column::Place)
        .limit(MOST as u64);
    let mut sent = ground.cx.db().read(|r| async move { Ok::<_, Error>(query.all(&r).await?) }).await?;
    let last = sent.last().map(|row| row.shopify_product_id);
    if sent.len() >= MOST && sent.first().map(|row| row.shopify_product_id) != last {
        sent.retain(|row| Some(row.shopify_product_id) != last);
    }
    Ok(sent)
}

/// The pictures of these products that are known, of whichever shop of the store.
async fn known(ground: &Ground<'_>, products: Vec<i64>) -> Result<HashSet<i64>, Error> {
    let query = Entity::find()
        .select_only()
        .column(Column::MediaId)
        .filter(Column::ShopifyProductId.is_in(products))
        .filter(Column::MediaId.ne(0_i64));
    let read = |r| async move { Ok::<_, Error>(query.into_tuple().all(&r).await?) };
    let known: Vec<i64> = ground.cx.db().read(read).await?;
    Ok(known.into_iter().collect())
}

/// What a product was given since, and nobody knows, is what was sent, as far as it was made of the same file.
async fn look(ground: &Ground<'_>, rows: Vec<Model>, absent: &mut Vec<Model>) -> Result<Counts, JobError> {
    let mut by_product: BTreeMap<i64, Vec<Model>> = BTreeMap::new();
    for row in rows {
        by_product.entry(row.shopify_product_id).or_default().push(row);
    }
    if by_product.is_empty() {
        return Ok(Counts::default());
    }
    let known = known(ground, by_product.keys().copied().collect()).await?;
    let products: Vec<String> = by_product.values().filter_map(|rows| rows.first().map(Model::product)).collect();
    let newest = ground.cx.send(media::newest(ground.client, &products, NEWEST)).await?.map_err(Error::from)?;
    let (mut since, mut gone) = (Vec::new(), Vec::new());
    for rows in by_product.into_values() {
        let media = rows.first().and_then(|row| newest.get(&shopify::Id::from(row.product())));
        let Some(media) = media else {
            let why = || "The product is not in Shopify any more".to_owned();
            gone.extend(rows.into_iter().map(|row| Told { row, why: why() }));
            continue;
        };
        let before = rows.iter().map(|row| row.newest_before).min().unwrap_or_default();
        let is_news = |media: &i64| *media > before && !known.contains(media);
        let news: Vec<i64> = media.iter().rev().map(number).filter(is_news).collect();
        since.push((rows, news));
    }
    let ids: Vec<String> = since.iter().flat_map(|(_, news)| news).map(|media| gid("MediaImage", *media)).collect();
    let named = if ids.is_empty() {
        HashMap::new()
    } else {
        ground.cx.send(media::named(ground.client, &ids)).await?.map_err(Error::from)?
    };
    let (mut found, mut counts) = (Vec::new(), Counts::default());
    for (rows, news) in since {
        let told = told_apart(rows, &news, &named);
        found.extend(told.found);
        absent.extend(told.absent);
        counts.unclear += told.waiting.len() as u64;
    }
    counts.look_at = (counts.unclear > 0).then(|| ground.cx.clock().now() + LOOK_AFTER);
    let found = &found;
    ground.cx.write(|tx| async move { put(&tx, found).await }).await?;
    counts += refuse(ground, gone).await?;
    Ok(counts)
}
