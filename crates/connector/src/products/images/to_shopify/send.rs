//! Uploaded pictures become those of products. The rows say so before it is asked for.

use std::collections::{BTreeSet, HashMap, HashSet};

use job_queue::{JobError, Summary};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use shopify::documents::media::{self, Add, FileInput, ReplaceComplaint, Stage};
use uuid::Uuid;

use super::REMEDY;
use crate::Error;
use crate::operations::LOOK_AFTER;
use crate::products::images::entity::{Column, Entity, Model, State, Way, number};
use crate::products::images::ground::{Counts, Ground};
use crate::products::images::record::{Told, put, tell};

/// Adds these pictures to their products, many a call. What is not answered is looked for later, and so are the pictures of
/// the same products that come after it: what a product is given meanwhile would be looked at, too.
///
/// # Errors
/// A lost lease, and why Shopify takes nothing. Of what it refuses as a whole it may have done a part: that is looked for by
/// the next run. All else was not sent.
pub(super) async fn add(ground: &Ground<'_>, rows: Vec<Model>) -> Result<Counts, JobError> {
    let mut counts = Counts::default();
    if rows.is_empty() {
        return Ok(counts);
    }
    let mut unsettled = unsettled(ground, &rows).await?;
    let (rows, gone) = before(ground, rows).await?;
    counts += refuse(ground, gone).await?;
    for some in rows.chunks(media::MANY) {
        let now = ground.cx.clock().now();
        let sent: &Vec<Model> =
            &some.iter().map(|row| Model { state: State::Sent, sent_at: now, ..row.clone() }).collect();
        ground.cx.write(|tx| async move { put(&tx, sent).await }).await?;
        let is_next = |row: &&Model| !unsettled.contains(&row.shopify_product_id);
        let sent: Vec<Model> = sent.iter().filter(is_next).cloned().collect();
        let unclear = |rows: usize| Counts {
            unclear: rows as u64,
            look_at: (rows > 0).then(|| now + LOOK_AFTER),
            ..Counts::default()
        };
        counts += unclear(some.len() - sent.len());
        let adds: Vec<Add> =
            sent.iter().map(|row| Add { product: row.product(), source: row.source.clone() }).collect();
        match ground.cx.send(media::add(ground.client, &adds)).await? {
            Ok(added) => {
                let (told, silent): (Vec<_>, Vec<_>) = sent.iter().zip(&added).partition(|(_, added)| added.is_some());
                counts += record_added(ground, &told).await?;
                counts += unclear(silent.len());
                unsettled.extend(silent.iter().map(|(row, _)| row.shopify_product_id));
            }
            Err(shopify::Error::Unclear { .. } | shopify::Error::Malformed { .. }) => {
                counts += unclear(sent.len());
                unsettled.extend(sent.iter().map(|row| row.shopify_product_id));
            }
            Err(error @ shopify::Error::Rejected { .. }) => return Err(Error::from(error).into()),
            Err(error) => {
                let back: &Vec<Model> = &sent.into_iter().map(Model::not_sent).collect();
                ground.cx.write(|tx| async move { put(&tx, back).await }).await?;
                return Err(Error::from(error).into());
            }
        }
    }
    Ok(counts)
}

/// Those of the products to which others were added before, and no answer came yet.
async fn unsettled(ground: &Ground<'_>, rows: &[Model]) -> Result<HashSet<i64>, Error> {
    let products: BTreeSet<i64> = rows.iter().map(|row| row.shopify_product_id).collect();
    let query = Entity::find()
        .select_only()
        .columns([Column::Id, Column::ShopifyProductId])
        .filter(Column::ShopCode.eq(ground.shop.code.clone()))
        .filter(Column::State.eq(State::Sent))
        .filter(Column::Way.eq(Way::Add))
        .filter(Column::ShopifyProductId.is_in(products));
    let read = |r| async move { Ok::<_, Error>(query.into_tuple().all(&r).await?) };
    let sent: Vec<(Uuid, i64)> = ground.cx.db().read(read).await?;
    let own: HashSet<Uuid> = rows.iter().map(|row| row.id).collect();
    Ok(sent.into_iter().filter(|(id, _)| !own.contains(id)).map(|(_, product)| product).collect())
}

/// What their products show at this moment, so that what is added can be told from it; and those whose products are gone.
async fn before(ground: &Ground<'_>, mut rows: Vec<Model>) -> Result<(Vec<Model>, Vec<Told>), JobError> {
    rows.sort_by_key(|row| (row.shopify_product_id, row.shopify_variant_id));
    let products: BTreeSet<String> = rows.iter().map(Model::product).collect();
    let products: Vec<String> = products.into_iter().collect();
    let newest = ground.cx.send(media::newest(ground.client, &products, 1)).await?.map_err(Error::from)?;
    let newest: HashMap<&str, i64> =
        newest.iter().map(|(product, media)| (product.inner(), media.first().map_or(0, number))).collect();
    let (mut found, mut gone, mut places) = (Vec::new(), Vec::new(), HashMap::<i64, i32>::new());
    for row in rows {
        match newest.get(row.product().as_str()) {
            Some(newest_before) => {
                let place = places.entry(row.shopify_product_id).or_default();
                *place += 1;
                found.push(Model { way: Way::Add, newest_before: *newest_before, place: *place, ..row });
            }
            None => gone.push(Told { row, why: "The product is not in Shopify any more".to_owned() }),
        }
    }
    Ok((found, gone))
}

async fn record_added(ground: &Ground<'_>, told: &[(&Model, &Option<media::Added>)]) -> Result<Counts, JobError> {
    let (mut processing, mut refused) = (Vec::new(), Vec::new());
    for (row, added) in told.iter().filter_map(|(row, added)| Some((*row, added.as_ref()?))) {
        let complaints: Vec<&str> =
            added.user_errors.iter().map(|error| error.message.trim().trim_end_matches('.')).collect();
        match added.media() {
            Some(media) if complaints.is_empty() => {
                processing.push(Model { state: State::Processing, media_id: number(media), ..row.clone() });
            }
            _ => {
                let why = if complaints.is_empty() { "Shopify names no picture".into() } else { complaints.join("; ") };
                refused.push(Told { row: row.clone(), why: format!("The picture was refused: {why}") });
            }
        }
    }
    let processing = &processing;
    ground.cx.write(|tx| async move { put(&tx, processing).await }).await?;
    refuse(ground, refused).await
}

/// Lets the pictures that are there show something else, all in one call; again without those that Shopify refuses. Gives
/// those that are not there any more, too: they are to be added.
///
/// # Errors
/// A lost lease, and why there is no answer. To say it again changes nothing.
pub(super) async fn replace(ground: &Ground<'_>, rows: Vec<Model>) -> Result<(Counts, Vec<Model>), JobError> {
    let (mut counts, mut gone, mut rows) = (Counts::default(), Vec::new(), rows);
    let now = ground.cx.clock().now();
    rows.iter_mut().for_each(|row| (row.state, row.way, row.sent_at) = (State::Sent, Way::Replace, now));
    while !rows.is_empty() {
        let sent = &rows;
        ground.cx.write(|tx| async move { put(&tx, sent).await }).await?;
        let files = rows.iter().map(|row| FileInput { id: row.media().into(), original_source: row.source.clone() });
        let complaints = ground.cx.send(media::replace(ground.client, files.collect())).await?.map_err(Error::from)?;
        if complaints.is_empty() {
            let taken: &Vec<Model> =
                &rows.iter().map(|row| Model { state: State::Processing, ..row.clone() }).collect();
            ground.cx.write(|tx| async move { put(&tx, taken).await }).await?;
            break;
        }
        let left = sort(rows, &complaints);
        gone.extend(left.gone);
        counts += refuse(ground, left.refused).await?;
        let (failed, under_way) = failed_before(ground, left.under_way).await?;
        gone.extend(failed);
        counts += wait(ground, under_way).await?;
        rows = left.others;
    }
    Ok((counts, gone))
}

/// What complaints leave of pictures that were to show something else.
#[derive(Default)]
struct Left {
    gone: Vec<Model>,
    under_way: Vec<Model>,
    refused: Vec<Told>,
    others: Vec<Model>,
}

/// A complaint that names no picture is about them all.
fn sort(rows: Vec<Model>, complaints: &[ReplaceComplaint]) -> Left {
    let about_all = complaints.iter().find(|complaint| complaint.index().is_none_or(|index| index >= rows.len()));
    let mut left = Left::default();
    for (at, row) in rows.into_iter().enumerate() {
        let about = complaints.iter().find(|complaint| complaint.index() == Some(at)).or(about_all);
        match about {
            None => left.others.push(row),
            Some(complaint) if complaint.is_gone() => left.gone.push(Model { media_id: 0, ..row }),
            Some(complaint) if complaint.is_under_way() => left.under_way.push(row),
            Some(complaint) => {
                let why = format!("The picture was refused: {}", complaint.message.trim().trim_end_matches('.'));
                left.refused.push(Told { row, why });
            }
        }
    }
    left
}

/// Of pictures that are not ready, those that never will be: an earlier change of them has failed. They are taken away, and
/// others take their place.
async fn failed_before(ground: &Ground<'_>, rows: Vec<Model>) -> Result<(Vec<Model>, Vec<Model>), JobError> {
    if rows.is_empty() {
        return Ok((rows, Vec::new()));
    }
    let ids: Vec<String> = rows.iter().map(Model::media).collect();
    let statuses = ground.cx.send(media::statuses(ground.client, &ids)).await?.map_err(Error::from)?;
    let has_failed =
        |row: &Model| statuses.get(&shopify::Id::from(row.media())).is_some_and(|status| status.stage == Stage::Failed);
    let (failed, under_way): (Vec<Model>, Vec<Model>) = rows.into_iter().partition(has_failed);
    if !failed.is_empty() {
        let useless = failed.iter().map(|row| row.media().into()).collect();
        ground.cx.send(media::delete(ground.client, useless)).await?.map_err(Error::from)?;
    }
    Ok((failed.into_iter().map(|row| Model { media_id: 0, ..row }).collect(), under_way))
}

/// Writes down what was refused.
pub(super) async fn refuse(ground: &Ground<'_>, mut refused: Vec<Told>) -> Result<Counts, JobError> {
    let failed = refused.len() as u64;
    if failed > 0 {
        refused.iter_mut().for_each(|told| told.row.state = State::Failed);
        let rows: &Vec<Model> = &refused.iter().map(|told| told.row.clone()).collect();
        let (seen, refused) = (&ground.seen(), &refused);
        let write = |tx| async move {
            put(&tx, rows).await?;
            tell(&tx, seen, refused, REMEDY).await
        };
        ground.cx.write(write).await?;
    }
    Ok(Counts::from(Summary { failed, ..Summary::default() }))
}

/// Writes down that Shopify is still at an earlier change of these: the next run sends them.
async fn wait(ground: &Ground<'_>, rows: Vec<Model>) -> Result<Counts, JobError> {
    let why = || "Shopify is still at an earlier change of the picture".to_owned();
    let told: &Vec<Told> = &rows.into_iter().map(|row| Told { row: row.not_sent(), why: why() }).collect();
    if !told.is_empty() {
        let rows: &Vec<Model> = &told.iter().map(|told| told.row.clone()).collect();
        let seen = &ground.seen();
        let write = |tx| async move {
            put(&tx, rows).await?;
            tell(&tx, seen, told, "The next run sends it.").await
        };
        ground.cx.write(write).await?;
    }
    Ok(Counts::from(Summary { skipped: told.len() as u64, ..Summary::default() }))
}
