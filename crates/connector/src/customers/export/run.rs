use std::collections::BTreeMap;

use job_queue::{Context, JobError, Summary};
use shopify::Client;

use super::collect::page;
use super::plan::{Place, Plan, plan};
use super::reason::Reason;
use super::record::{finish, tell};
use super::send::send;
use crate::customers::import::read;
use crate::customers::staged;
use crate::orders::mapping::Ground;

/// Changes the customers in Shopify that say something else than those here that they are; with `named`, those alone. Nobody
/// is made. The customers that are changed are those of the store; each shop card that may, does it.
pub(crate) async fn run(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    named: Option<&[i64]>,
) -> Result<Summary, JobError> {
    let (mut summary, mut last) = (Summary::default(), Some(0));
    while let Some(after) = last {
        cx.check()?;
        let page = page(cx, client, ground, named, after).await?;
        last = page.last;
        let (mut plans, mut fine, mut refused) = (Vec::new(), Vec::new(), BTreeMap::new());
        for (whole, customer) in &page.pairs {
            let id = whole.customer.shopify_customer_id;
            match plan(ground, whole, customer) {
                Ok(Some(plan)) => plans.push(plan),
                Ok(None) => fine.push(id),
                Err(reason) => _ = refused.insert(id, (customer.number.to_string(), reason)),
            }
        }
        summary.skipped += refused.len() as u64;
        let plans = looked_at_again(cx, client, ground, &page.pairs, plans).await?;
        let by_store = send(cx, client, &plans).await?;
        let done: Vec<&Plan> = plans.iter().filter(|plan| !by_store.contains_key(&plan.id)).collect();
        finish(cx, client, ground, done.iter().copied()).await?;
        fine.extend(done.iter().map(|plan| plan.id));
        // A part of what was refused may have been made.
        read(cx, client, ground, &by_store.keys().copied().collect::<Vec<_>>()).await?;
        summary.updated += done.len() as u64;
        summary.failed += by_store.len() as u64;
        let number = |id: i64| plans.iter().find(|plan| plan.id == id).map(|plan| plan.number.to_string());
        let of_store = by_store.into_iter().filter_map(|(id, reason)| Some((id, (number(id)?, reason))));
        refused.extend(of_store.collect::<Vec<(i64, (String, Reason))>>());
        tell(cx, ground, &fine, &refused).await?;
    }
    Ok(summary)
}

/// A customer that is to get an address may have got it by a call whose answer was lost: it is read first, and planned anew.
async fn looked_at_again(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    pairs: &[(staged::Whole, back_office::customers::Model)],
    plans: Vec<Plan>,
) -> Result<Vec<Plan>, JobError> {
    let (new, mut others): (Vec<Plan>, Vec<Plan>) =
        plans.into_iter().partition(|plan| matches!(plan.place, Some(Place::New(_))));
    if new.is_empty() {
        return Ok(others);
    }
    let ids = &new.iter().map(|plan| plan.id).collect::<Vec<_>>();
    read(cx, client, ground, ids).await?;
    let store = ground.shop.domain.as_str();
    let now = cx.db().read(|r| async move { staged::by_ids(&r, store, ids).await }).await?;
    for whole in &now {
        let of_it =
            |(known, _): &&(staged::Whole, _)| known.customer.shopify_customer_id == whole.customer.shopify_customer_id;
        if let Some((_, customer)) = pairs.iter().find(of_it) {
            others.extend(plan(ground, whole, customer).ok().flatten());
        }
    }
    Ok(others)
}
