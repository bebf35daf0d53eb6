use job_queue::{Context, JobError, Progress, Summary};
use shopify::{Client, Meter};

use super::begun;
use super::collect::{What, page};
use super::ground::Ground;
use super::plan::{Plan, plan};
use super::record::tell;
use super::send::send;
use super::weight_unit;
use crate::products::{SYNC_PRODUCTS, lane};
use crate::{Connector, Error, shops};

/// So many changes are planned before they are sent: how they go is decided for all of them.
const AT_ONCE: usize = 20_000;

/// Brings the items of a shop's products to its store, or of those that are named: what Shopify has not said yet.
///
/// # Errors
/// [`Error::ReadOnly`]; a lost lease or a wish to stop; why there is no answer.
pub(crate) async fn run(
    connector: &Connector,
    cx: &Context,
    shop: shops::Model,
    what: What,
    named: Option<&[i64]>,
) -> Result<Summary, JobError> {
    if !shop.allow_outgoing_requests {
        return Err(Error::ReadOnly(shop.code.to_string()).into());
    }
    // Items may still be added and prices sent; what products are is Shopify's.
    if what == What::Everything && !shop.can_update_shopify_products {
        return Ok(Summary::default());
    }
    let meter = Meter::of(SYNC_PRODUCTS);
    let client = connector.client_of(cx, &shop).await?.metered(meter.clone()).in_lane(lane(cx));
    begun::settle(cx, &client, &shop).await?;
    let shop = if what == What::Everything { weight_unit::known(cx, &client, shop).await? } else { shop };
    let ground = &Ground::read(cx, shop).await?;
    let (mut summary, mut plans, mut last) = (Summary::default(), Vec::new(), 0);
    let mut planned = 0;
    loop {
        cx.check()?;
        let found = cx.db().read(|r| async move { page(&r, ground, (what, named), last).await }).await?;
        let Some(found) = found else { break };
        last = found.last;
        let mut silent = Vec::new();
        for staged in &found.products {
            summary.fetched += 1;
            let one = plan(ground, what, &found, staged);
            if one.is_silent() {
                silent.push(one);
            } else {
                planned += one.variants.len() + one.missing.len() + 1;
                plans.push(one);
            }
        }
        summary += end(cx, &client, ground, &silent).await?;
        if planned >= AT_ONCE {
            summary += end(cx, &client, ground, &std::mem::take(&mut plans)).await?;
            planned = 0;
        }
        let text = format!("{}: products compared", ground.shop.code);
        cx.progress(Progress { done: summary.fetched, total: 0, text }).await?;
    }
    summary += end(cx, &client, ground, &plans).await?;
    Ok(Summary { calls: meter.calls(), points: meter.points(), ..summary })
}

/// Sends what is planned, and says what came of it.
async fn end(cx: &Context, client: &Client, ground: &Ground, plans: &[Plan]) -> Result<Summary, JobError> {
    if plans.is_empty() {
        return Ok(Summary::default());
    }
    let refusals = send(cx, client, ground, plans).await?;
    tell(cx, ground, plans, &refusals).await?;
    let mut summary = Summary::default();
    for plan in plans {
        let is_refused = refusals.contains_key(&plan.product_id);
        match (is_refused, plan.is_silent(), plan.reasons.is_empty()) {
            (true, ..) => summary.failed += 1,
            (false, true, true) => summary.unchanged += 1,
            (false, true, false) => summary.skipped += 1,
            (false, false, is_whole) => {
                summary.updated += 1;
                summary.skipped += u64::from(!is_whole);
            }
        }
    }
    Ok(summary)
}
