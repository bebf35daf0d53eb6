//! Changes of many products at once: by a bulk operation, for the price of a handful of calls.

use std::time::Duration;

use job_queue::{Context, JobError};
use shopify::Client;
use shopify::bulk::{self, Bulk, Finish, Finished, Outcome, Pages, Way, plan};
use shopify::documents::product_changes::{self, PRODUCTS, ProductVariants, VariantsInBulk};

use super::begun;
use super::ground::Ground;
use super::record::{Confirmed, record};
use super::send::{Line, Refusals};
use crate::Error;
use crate::bulk::while_told;

/// How long a call for many products takes.
const CALL: Duration = Duration::from_secs(2);
/// How many lines a second are expected of Shopify, and how long it takes until it begins. Neither is promised.
const SPEED: f64 = 20.0;
const START: Duration = Duration::from_secs(5);
/// As long is waited at most for the store to hear that an operation is given up.
const GIVEN_UP: Duration = Duration::from_secs(10);
/// So many answers are written down at a time.
const AT_ONCE: usize = 500;

/// Whether so many products are better changed by a bulk operation.
pub(super) fn is_better(client: &Client, products: usize) -> bool {
    let records = u64::try_from(products).unwrap_or(u64::MAX);
    let page = u32::try_from(PRODUCTS).unwrap_or(u32::MAX);
    let pages = Pages { records, page, points: page.saturating_mul(shopify::cost::MUTATION), call: CALL };
    let bulk = Bulk { lines: records, speed: SPEED, start: START };
    let is_more_than_a_call = products > PRODUCTS;
    is_more_than_a_call && plan(pages, bulk, client.bucket()).way == Way::Bulk
}

/// Sends the lines by a bulk operation. Gives those that are left to be told call by call: all of them when the store takes none
/// now, and those of which it says nothing when it has not come to its end. Some of these may be changed already; to be told
/// so twice does them no harm.
pub(super) async fn send<'a>(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    lines: Vec<Line<'a>>,
    refusals: &mut Refusals,
) -> Result<Vec<Line<'a>>, JobError> {
    use shopify::Error as E;
    let change = begun::begin(cx, ground, &lines).await?;
    let (finish, mutation) = (Finish::default(), product_changes::in_bulk().marked(&change.mark()));
    let inputs: Vec<ProductVariants> = lines.iter().map(Line::input).collect();
    let running = bulk::mutate(client, &mutation, inputs.iter(), &finish);
    let running = while_told(cx.db(), client.store().domain(), &finish, running);
    let outcome = match cx.wait(running).await {
        Ok(outcome) => outcome,
        Err(stopped) => {
            give_up(cx, client, &finish).await;
            return Err(stopped.into());
        }
    };
    let (finished, is_whole) = match outcome {
        Ok(Outcome::Whole(finished)) => (finished, true),
        Ok(Outcome::Part(finished, error)) => {
            tracing::warn!(store = client.store().domain(), %error, "the rest of the products is changed call by call");
            (finished, false)
        }
        Err(error @ (E::BulkBusy { .. } | E::BulkEnded { .. } | E::Rejected { .. })) => {
            tracing::warn!(store = client.store().domain(), %error, "products are changed call by call");
            begun::forget(cx, &change).await?;
            return Ok(lines);
        }
        // The store may be at it, and would put back what is told call by call.
        Err(error @ (E::Unclear { .. } | E::Malformed { .. })) if finish.started().is_none() => {
            tracing::warn!(store = client.store().domain(), %error, "whether products are changed is not known");
            return Err(begun::too_early(&change, cx));
        }
        Err(error) => {
            if finish.started().is_none() {
                begun::forget(cx, &change).await?;
            }
            return Err(Error::from(error).into());
        }
    };
    let silent = read(cx, ground, &lines, &finished, refusals).await?;
    begun::forget(cx, &change).await?;
    if !is_whole {
        return Ok(silent);
    }
    silent.iter().for_each(|line| line.refuse("Shopify has not confirmed it", refusals));
    Ok(Vec::new())
}

/// Has an operation stopped for which nobody waits any more: the next run finds the sooner how it ended.
async fn give_up(cx: &Context, client: &Client, finish: &Finish) {
    let Some(id) = finish.started() else { return };
    let client = client.clone().urgent();
    let stopped = tokio::select! {
        stopped = bulk::cancel(&client, id) => stopped,
        () = cx.clock().sleep(GIVEN_UP) => return,
    };
    if let Err(error) = stopped {
        tracing::warn!(store = client.store().domain(), %error, "a bulk operation goes on that nobody waits for");
    }
}

/// Writes down what the store has confirmed. Gives the lines of which it says nothing.
async fn read<'a>(
    cx: &Context,
    ground: &Ground,
    lines: &[Line<'a>],
    finished: &Finished,
    refusals: &mut Refusals,
) -> Result<Vec<Line<'a>>, JobError> {
    let mut answers = finished.answers();
    let mut answered = vec![false; lines.len()];
    let mut confirmed = Confirmed::default();
    while let Some(answer) = cx.wait(answers.next()).await?.map_err(Error::from)? {
        let Some((line, seen)) = lines.get(answer.number).zip(answered.get_mut(answer.number)) else { continue };
        *seen = true;
        if answer.errors.is_empty() {
            let data = answer.data.and_then(|data| serde_json::from_str::<VariantsInBulk>(data.get()).ok());
            let told = data.unwrap_or_default().product_variants_bulk_update;
            confirmed += line.told(told.as_ref(), refusals);
        } else {
            line.refuse(&answer.errors.join("; "), refusals);
        }
        if confirmed.len() >= AT_ONCE {
            record(cx, ground, std::mem::take(&mut confirmed)).await?;
        }
    }
    record(cx, ground, confirmed).await?;
    Ok(lines.iter().zip(answered).filter(|(_, answered)| !answered).map(|(line, _)| line.clone()).collect())
}
