//! Pictures to which no answer came. Which a product has been given since shows by their ids: each is newer than all before.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use job_queue::JobError;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shopify::documents::media;

use super::send::{add, refuse, replace};
use crate::Error;
use crate::operations::LOOK_AFTER;
use crate::products::images::entity::{Column, Entity, Model, State, Way, number};
use crate::products::images::ground::{Counts, Ground};
use crate::products::images::record::{Told, put};

/// For this time an upload is surely there. Shopify is said to keep it for a day.
const UPLOAD_IS_KEPT_FOR: TimeDelta = TimeDelta::hours(20);
/// As many are looked for at once.
const MOST: u64 = 250;
/// As many pictures of a product are looked at.
const NEWEST: u32 = 50;

/// Looks for the pictures to which no answer came: those that were added are followed, and the others sent again, with the
/// upload that they have.
///
/// # Errors
/// A lost lease; why one can't look.
pub(super) async fn settle(ground: &Ground<'_>) -> Result<Counts, JobError> {
    let now = ground.cx.clock().now();
    let (due, early): (Vec<Model>, Vec<Model>) =
        sent(ground).await?.into_iter().partition(|row| row.way == Way::Replace || row.sent_at + LOOK_AFTER <= now);
    let mut counts = Counts { unclear: early.len() as u64, ..Counts::default() };
    counts.look_at = early.iter().map(|row| row.sent_at + LOOK_AFTER).min();
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

async fn sent(ground: &Ground<'_>) -> Result<Vec<Model>, Error> {
    let query = Entity::find()
        .filter(Column::ShopCode.eq(ground.shop.code.clone()))
        .filter(Column::State.eq(State::Sent))
        .order_by_asc(Column::ShopifyProductId)
        .order_by_asc(Column::Place)
        .limit(MOST);
    ground.cx.db().read(|r| async move { Ok(query.all(&r).await?) }).await
}

/// What a product was given since is what was sent, in the order in which it was sent; where it is more, nobody but a person
/// can tell.
async fn look(ground: &Ground<'_>, rows: Vec<Model>, absent: &mut Vec<Model>) -> Result<Counts, JobError> {
    let mut by_product: BTreeMap<String, Vec<Model>> = BTreeMap::new();
    for row in rows {
        by_product.entry(row.product()).or_default().push(row);
    }
    if by_product.is_empty() {
        return Ok(Counts::default());
    }
    let products: Vec<String> = by_product.keys().cloned().collect();
    let newest = ground.cx.send(media::newest(ground.client, &products, NEWEST)).await?.map_err(Error::from)?;
    let (mut found, mut refused) = (Vec::new(), Vec::new());
    for (product, rows) in by_product {
        let told =
            |why: &str| rows.iter().map(|row| Told { row: row.clone(), why: why.to_owned() }).collect::<Vec<_>>();
        let Some(media) = newest.get(&shopify::Id::from(product)) else {
            refused.extend(told("The product is not in Shopify any more"));
            continue;
        };
        let before = rows.first().map(|row| row.newest_before).unwrap_or_default();
        let since: Vec<i64> = media.iter().rev().map(number).filter(|media| *media > before).collect();
        if since.len() > rows.len() {
            refused.extend(told(
                "Whether the picture was added can't be told: no answer came, and the product has others since then",
            ));
            continue;
        }
        let mut since = since.into_iter();
        for row in rows {
            match since.next() {
                Some(media_id) => found.push(Model { state: State::Processing, media_id, ..row }),
                None => absent.push(row),
            }
        }
    }
    let found = &found;
    ground.cx.write(|tx| async move { put(&tx, found).await }).await?;
    refuse(ground, refused).await
}
