use std::collections::BTreeMap;

use database::Tx;
use job_queue::{Context, JobError};
use shopify::Client;

use super::plan::Plan;
use super::reason::Reason;
use crate::Error;
use crate::customers::SYNC_CUSTOMERS;
use crate::customers::import::read;
use crate::customers::staged::{self, customer};
use crate::orders::mapping::Ground;
use crate::skipped::{self, Kind, Skipped};

/// Reads back what was sent, and writes down that it came from here, so that it is neither taken for news nor sent again.
pub(crate) async fn finish(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    plans: impl Iterator<Item = &Plan>,
) -> Result<(), JobError> {
    let plans = &plans.collect::<Vec<_>>();
    if plans.is_empty() {
        return Ok(());
    }
    let ids = &plans.iter().map(|plan| plan.id).collect::<Vec<_>>();
    read(cx, client, ground, ids).await?;
    let (now, store) = (cx.clock().now(), ground.shop.domain.as_str());
    let write = |tx: Tx| async move {
        let rows = staged::by_ids(&tx, store, ids).await?;
        let row = |whole: staged::Whole| {
            let plan = plans.iter().find(|plan| plan.id == whole.customer.shopify_customer_id);
            let hash = whole.customer.content_hash.as_str();
            let sent_digest = plan.map(|plan| plan.digest(hash)).unwrap_or_default();
            customer::Model { last_updated_by_us: Some(now), update_due: false, sent_digest, ..whole.customer }
        };
        staged::sent_customers(&tx, &rows.into_iter().map(row).collect::<Vec<_>>()).await
    };
    Ok(cx.write(write).await?)
}

/// Tells which customers were left out, and why; takes away what was told of the others.
pub(super) async fn tell(
    cx: &Context,
    ground: &Ground,
    fine: &[i64],
    refused: &BTreeMap<i64, (String, Reason)>,
) -> Result<(), JobError> {
    let ground = &Ground { now: cx.clock().now(), ..ground.clone() };
    let told = &refused
        .iter()
        .map(|(id, (number, reason))| skipped(ground, *id, number, reason, SYNC_CUSTOMERS))
        .collect::<Vec<_>>();
    let write = |tx: Tx| async move {
        skipped::solve(&tx, &ground.shop.code, Kind::Customer, fine).await?;
        skipped::record(&tx, &ground.seen(), told.clone()).await?;
        Ok::<_, Error>(())
    };
    Ok(cx.write(write).await?)
}

/// A customer that was left out; its id in Shopify is 0 as long as it is not there.
pub(crate) fn skipped(ground: &Ground, id: i64, number: &str, reason: &Reason, object: i32) -> Skipped {
    Skipped {
        shop_code: ground.shop.code.clone(),
        kind: Kind::Customer,
        shopify_id: id,
        document_name: number.to_owned(),
        cause: reason.to_string(),
        remedy: reason.remedy(),
        retry_object_id: object,
    }
}
