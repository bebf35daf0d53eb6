//! Pictures that were sent are followed until Shopify is done with them, all in one look.

use std::collections::BTreeMap;
use std::time::Duration;

use job_queue::{JobError, Summary};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shopify::documents::media::{self, Attach, Stage};

use super::send::refuse;
use crate::Error;
use crate::products::images::entity::{Column, Entity, Model, State, Way};
use crate::products::images::ground::{Counts, Ground};
use crate::products::images::record::{Told, put, shown, tell};

/// How long one waits before each look: a picture takes Shopify some seconds.
pub(super) const PAUSES: [Duration; 6] = [
    Duration::from_secs(1),
    Duration::from_secs(1),
    Duration::from_secs(2),
    Duration::from_secs(3),
    Duration::from_secs(5),
    Duration::from_secs(8),
];
/// As many variants of a product take their pictures at once: so many products fit into a call.
const VARIANTS: usize = 25;
/// As many are followed at once.
const MOST: u64 = 1_000;

/// Looks at the pictures that Shopify is at, again after each pause, as long as it is at any. What it takes longer for is
/// looked at by the next run.
///
/// # Errors
/// A lost lease or a wish to stop; why one can't look.
pub(super) async fn follow(ground: &Ground<'_>, pauses: &[Duration]) -> Result<Counts, JobError> {
    let (mut counts, mut pauses) = (Counts::default(), pauses.iter());
    loop {
        let rows = under_way(ground).await?;
        if rows.is_empty() {
            return Ok(counts);
        }
        counts += look(ground, rows).await?;
        if under_way(ground).await?.is_empty() {
            return Ok(counts);
        }
        let Some(pause) = pauses.next() else { return Ok(counts) };
        ground.cx.wait(ground.cx.clock().sleep(*pause)).await?;
    }
}

async fn under_way(ground: &Ground<'_>) -> Result<Vec<Model>, Error> {
    let query = Entity::find()
        .filter(Column::ShopCode.eq(ground.shop.code.clone()))
        .filter(Column::State.is_in([State::Processing, State::Ready]))
        .order_by_asc(Column::Id)
        .limit(MOST);
    ground.cx.db().read(|r| async move { Ok(query.all(&r).await?) }).await
}

/// What has become of the pictures.
#[derive(Default)]
struct Fate {
    /// Their products or variants show them.
    shown: Vec<Model>,
    /// Their variants are to show them.
    ready: Vec<Model>,
    /// Shopify has refused them.
    refused: Vec<Told>,
    /// Shopify has failed, and may not the next time.
    again: Vec<Told>,
    /// They are in the products' galleries and will never show anything.
    useless: Vec<shopify::Id>,
}

async fn look(ground: &Ground<'_>, rows: Vec<Model>) -> Result<Counts, JobError> {
    let ids: Vec<String> = rows.iter().filter(|row| row.state == State::Processing).map(Model::media).collect();
    let statuses = if ids.is_empty() {
        std::collections::HashMap::new()
    } else {
        ground.cx.send(media::statuses(ground.client, &ids)).await?.map_err(Error::from)?
    };
    let mut fate = Fate::default();
    for row in rows {
        let status = statuses.get(&shopify::Id::from(row.media()));
        match (row.state, status) {
            (State::Ready, _) => fate.ready.push(row),
            (_, None) => {
                fate.refused.push(Told { row, why: "The picture is not in Shopify any more".to_owned() });
            }
            (_, Some(status)) => match status.stage {
                Stage::Ready if row.way == Way::Add && row.shopify_variant_id != 0 => {
                    fate.ready.push(Model { state: State::Ready, ..row });
                }
                Stage::Ready => fate.shown.push(done(row)),
                Stage::Failed => {
                    let why = format!("Shopify could not make a picture of the file: {}", status.reason());
                    let row = if row.way == Way::Add {
                        fate.useless.push(status.id.clone());
                        Model { media_id: 0, ..row }
                    } else {
                        row
                    };
                    if status.may_pass() {
                        fate.again.push(Told { row: row.not_sent(), why });
                    } else {
                        fate.refused.push(Told { row, why });
                    }
                }
                Stage::Uploaded | Stage::Processing | Stage::Other(_) => {}
            },
        }
    }
    record(ground, fate).await
}

/// The row of a picture that is shown now.
fn done(row: Model) -> Model {
    Model { digest: row.wanted.clone(), media_updated_at: None, ..row.not_sent() }
}

async fn record(ground: &Ground<'_>, fate: Fate) -> Result<Counts, JobError> {
    let Fate { shown: now_shown, ready, refused, again, useless } = fate;
    let mut counts = count(&now_shown);
    counts.summary.failed += again.len() as u64;
    let (now_shown, ready_rows, again, seen) = (&now_shown, &ready, &again, &ground.seen());
    let write = |tx| async move {
        shown(&tx, &ground.shop.code, now_shown).await?;
        put(&tx, ready_rows).await?;
        let rows: Vec<Model> = again.iter().map(|told| told.row.clone()).collect();
        put(&tx, &rows).await?;
        tell(&tx, seen, again, "The next run sends it again.").await
    };
    ground.cx.write(write).await?;
    counts += refuse(ground, refused).await?;
    for some in useless.chunks(media::AT_ONCE) {
        ground.cx.send(media::delete(ground.client, some.to_vec())).await?.map_err(Error::from)?;
    }
    counts += attach(ground, ready).await?;
    Ok(counts)
}

fn count(rows: &[Model]) -> Counts {
    let added = rows.iter().filter(|row| row.way == Way::Add).count() as u64;
    Counts::from(Summary { created: added, updated: rows.len() as u64 - added, ..Summary::default() })
}

/// Lets variants show the pictures that are ready, many products a call.
async fn attach(ground: &Ground<'_>, rows: Vec<Model>) -> Result<Counts, JobError> {
    let mut counts = Counts::default();
    let mut by_product: BTreeMap<i64, Vec<Model>> = BTreeMap::new();
    for row in rows {
        by_product.entry(row.shopify_product_id).or_default().push(row);
    }
    let groups: Vec<&[Model]> = by_product.values().flat_map(|rows| rows.chunks(VARIANTS)).collect();
    for some in groups.chunks(media::MANY) {
        let attaches: Vec<Attach> = some.iter().filter_map(|rows| attach_of(rows)).collect();
        let taken = ground.cx.send(media::attach(ground.client, &attaches)).await?.map_err(Error::from)?;
        let (mut now_shown, mut refused) = (Vec::new(), Vec::new());
        // Those of which nothing is said are asked for once more by the next look.
        for (rows, taken) in some.iter().zip(&taken).filter_map(|(rows, taken)| Some((rows, taken.as_ref()?))) {
            for (at, row) in rows.iter().enumerate() {
                let about = |error: &&media::Complaint| error.index("variants").is_none_or(|index| index == at);
                match taken.user_errors.iter().find(about) {
                    None => now_shown.push(done(row.clone())),
                    Some(error) => {
                        let why = error.message.trim().trim_end_matches('.');
                        let why = format!("The variant does not take the picture: {why}");
                        refused.push(Told { row: row.clone(), why });
                    }
                }
            }
        }
        counts += count(&now_shown);
        let now_shown = &now_shown;
        ground.cx.write(|tx| async move { shown(&tx, &ground.shop.code, now_shown).await }).await?;
        counts += refuse(ground, refused).await?;
    }
    Ok(counts)
}

fn attach_of(rows: &[Model]) -> Option<Attach> {
    let product = rows.first()?.product();
    let variants = rows.iter().filter_map(|row| Some((row.variant()?, row.media())));
    Some(Attach { product, variants: variants.collect() })
}
