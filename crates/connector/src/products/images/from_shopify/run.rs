use chrono::{DateTime, Utc};
use job_queue::{JobError, Progress, Summary};
use shopify::documents::media;
use values::Filter;

use super::apply::{apply, leave_out, row_of};
use super::download::download;
use super::due::{self, Owner};
use super::look::{look, picture};
use crate::products::images::entity::{Model, State, number};
use crate::products::images::ground::{Counts, Ground};
use crate::products::images::record::put;
use crate::skipped::{self, Kind};
use crate::{Error, watermark};

/// As many changed products are looked at together.
const CHANGED: usize = 100;

/// Takes the pictures of a shop's products over into items: of those that someone chose, or of all that have changed, and
/// those that were never looked at.
///
/// # Errors
/// A lost lease; why there is no answer.
pub(in crate::products::images) async fn run(
    ground: &Ground<'_>,
    filter: &Filter,
    is_chosen: bool,
) -> Result<Counts, JobError> {
    let mut counts = Counts::default();
    let code = &ground.shop.code;
    if !is_chosen && let Some(last) = ground.cx.db().read(|r| async move { due::last(&r, code).await }).await? {
        counts += take_changed(ground, last).await?;
    }
    let mut after = None;
    loop {
        let next = |r| async move { due::next(&r, code, filter, after).await };
        let Some((mut owners, end)) = ground.cx.db().read(next).await? else { return Ok(counts) };
        after = Some(end);
        if is_chosen {
            owners = owners.into_iter().map(Owner::chosen).collect();
        } else {
            owners.retain(Owner::is_open);
        }
        counts += take(ground, owners).await?;
        let text = format!("{code}: {} pictures looked at", counts.summary.fetched);
        ground.cx.progress(Progress { done: counts.summary.fetched, total: 0, text }).await?;
    }
}

/// Those that have changed since, the one that changed longest ago first: a run that is broken off leaves later ones to the
/// next.
async fn take_changed(ground: &Ground<'_>, last: DateTime<Utc>) -> Result<Counts, JobError> {
    let search = watermark::changed_since(last);
    let (mut counts, mut after, code) = (Counts::default(), None, &ground.shop.code);
    loop {
        let page = ground.cx.send(media::changed(ground.client, &search, after)).await?.map_err(Error::from)?;
        let changed: Vec<(i64, DateTime<Utc>)> = page.products.iter().map(|(id, at)| (number(id), *at)).collect();
        for some in changed.chunks(CHANGED) {
            let mut owners = ground.cx.db().read(|r| async move { due::changed(&r, code, some).await }).await?;
            // Those of the overlap were looked at with that change.
            let is_news = |owner: &Owner| owner.row.as_ref().and_then(|row| row.product_updated_at) != owner.updated_at;
            owners.retain(|owner| owner.is_open() || is_news(owner));
            counts += take(ground, owners).await?;
        }
        after = page.next;
        if after.is_none() {
            return Ok(counts);
        }
    }
}

/// Looks what these show, and takes over what is another picture than before.
async fn take(ground: &Ground<'_>, owners: Vec<Owner>) -> Result<Counts, JobError> {
    let mut counts = Counts::from(Summary { fetched: owners.len() as u64, ..Summary::default() });
    if owners.is_empty() {
        return Ok(counts);
    }
    let shown = look(ground, &owners).await?;
    let mut same = Vec::new();
    for owner in &owners {
        let Some(image) = picture(&shown, owner) else { continue };
        let row = row_of(ground, owner, image);
        match image {
            None => same.push(row),
            Some(_) if is_known(owner, &row) => same.push(row),
            Some(image) => counts += take_one(ground, owner, image, row).await?,
        }
    }
    counts.summary.unchanged += same.len() as u64;
    let (same, subjects) = (&same, &same.iter().map(Model::subject).collect::<Vec<i64>>());
    let write = |tx| async move {
        put(&tx, same).await?;
        skipped::solve(&tx, &ground.shop.code, Kind::Image, subjects).await
    };
    ground.cx.write(write).await?;
    Ok(counts)
}

/// Whether it is the picture that was taken over before, unchanged.
fn is_known(owner: &Owner, now: &Model) -> bool {
    owner.row.as_ref().is_some_and(|row| {
        row.state == State::Shown && row.media_id == now.media_id && row.media_updated_at == now.media_updated_at
    })
}

async fn take_one(ground: &Ground<'_>, owner: &Owner, image: &media::Image, row: Model) -> Result<Counts, JobError> {
    let Some(url) = &image.url else {
        return leave_out(ground, row, "Shopify is not done with the picture, or could not make one of the file").await;
    };
    match download(ground, url).await? {
        Ok(content) => apply(ground, owner, image, content).await,
        Err(why) => leave_out(ground, row, &why).await,
    }
}
