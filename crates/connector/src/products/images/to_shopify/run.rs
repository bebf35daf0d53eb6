use back_office::items::picture;
use job_queue::{JobError, Progress};
use values::Filter;

use super::collect::{Wanted, collect};
use super::plan::{Step, plan};
use super::upload::upload;
use super::{follow, lost, send};
use crate::Error;
use crate::products::images::entity::{Model, Way};
use crate::products::images::ground::{Counts, Ground};
use crate::products::images::record::put;
use crate::skipped::{self, Kind};

/// As many pictures are sent together.
const BATCH: usize = 100;

/// A picture that is to be sent.
#[derive(Clone, Debug)]
pub(super) struct ToSend {
    pub row: Model,
    pub picture: picture::Model,
}

/// Brings the pictures of a shop's products, as far as the filter lets them through, to Shopify.
///
/// # Errors
/// [`Error::ReadOnly`]; a lost lease; why there is no answer.
pub(in crate::products::images) async fn run(ground: &Ground<'_>, filter: &Filter) -> Result<Counts, JobError> {
    if !ground.shop.allow_outgoing_requests {
        return Err(Error::ReadOnly(ground.shop.code.to_string()).into());
    }
    let mut counts = lost::settle(ground).await?;
    counts += follow::follow(ground, &[]).await?;
    let (mut batch, mut after) = (Vec::new(), None);
    loop {
        let code = &ground.shop.code;
        let read = |r| async move { collect(&r, code, filter, after).await };
        let Some(collected) = ground.cx.db().read(read).await? else { break };
        after = Some(collected.last);
        counts.summary.fetched += collected.wanted.len() as u64;
        batch.extend(due(ground, collected.wanted, &mut counts).await?);
        while batch.len() >= BATCH {
            let rest = batch.split_off(BATCH);
            counts += send_batch(ground, std::mem::replace(&mut batch, rest)).await?;
        }
        let text = format!("{code}: pictures of {} products and variants compared", counts.summary.fetched);
        ground.cx.progress(Progress { done: counts.summary.fetched, total: 0, text }).await?;
    }
    counts += send_batch(ground, batch).await?;
    counts += follow::follow(ground, &follow::PAUSES).await?;
    Ok(counts)
}

/// Those that are to be sent.
async fn due(ground: &Ground<'_>, wanted: Vec<Wanted>, counts: &mut Counts) -> Result<Vec<ToSend>, JobError> {
    let code = &ground.shop.code;
    let subjects: &Vec<i64> =
        &wanted.iter().map(|one| if one.variant == 0 { one.product } else { one.variant }).collect();
    let told = |r| async move { skipped::open(&r, code, Kind::Image, subjects).await };
    let told = ground.cx.db().read(told).await?;
    let (mut due, mut forgotten, mut solved) = (Vec::new(), Vec::new(), Vec::new());
    for (one, subject) in wanted.into_iter().zip(subjects) {
        let step = plan(&one, told.contains(subject));
        // What it is about is gone.
        if told.contains(subject) && matches!(step, Step::Nothing | Step::Unchanged | Step::Forget) {
            solved.push(*subject);
        }
        match step {
            Step::Nothing | Step::UnderWay => {}
            Step::Unchanged => counts.summary.unchanged += 1,
            Step::Refused => counts.summary.skipped += 1,
            Step::Forget => {
                // Another shop of the store forgets its own.
                let own = one.row.filter(|row| row.shop_code == *code);
                forgotten.extend(own.map(|row| Model { digest: String::new(), ..row.not_sent() }));
            }
            Step::Send(way) => due.extend(to_send(ground, one, way)),
        }
    }
    if !forgotten.is_empty() || !solved.is_empty() {
        let (forgotten, solved) = (&forgotten, &solved);
        let write = |tx| async move {
            put(&tx, forgotten).await?;
            skipped::solve(&tx, code, Kind::Image, solved).await
        };
        ground.cx.write(write).await?;
    }
    Ok(due)
}

fn to_send(ground: &Ground<'_>, wanted: Wanted, way: Way) -> Option<ToSend> {
    let Wanted { product, variant, name, media_id, picture, row, .. } = wanted;
    let id = || ground.cx.random().id(ground.cx.clock().now());
    let code = &ground.shop.code;
    let row = match row {
        Some(row) if row.shop_code == *code => row,
        Some(row) => Model { id: id(), shop_code: code.clone(), product_updated_at: None, ..row },
        None => Model::unknown(id(), code.clone(), product, variant, name.clone()),
    };
    let media_id = if way == Way::Replace { media_id } else { 0 };
    Some(ToSend { row: Model { way, name, media_id, ..row }, picture: picture? })
}

async fn send_batch(ground: &Ground<'_>, batch: Vec<ToSend>) -> Result<Counts, JobError> {
    if batch.is_empty() {
        return Ok(Counts::default());
    }
    let (rows, mut counts) = upload(ground, batch).await?;
    let (replaced, mut added): (Vec<Model>, Vec<Model>) = rows.into_iter().partition(|row| row.way == Way::Replace);
    let (of_replaced, gone) = send::replace(ground, replaced).await?;
    counts += of_replaced;
    added.extend(gone);
    counts += send::add(ground, added).await?;
    Ok(counts)
}
