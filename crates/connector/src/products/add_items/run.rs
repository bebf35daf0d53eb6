use std::collections::HashSet;

use job_queue::{Context, JobError, Progress, Summary};
use shopify::Meter;
use values::{Code, Filter};

use super::collect::page;
use super::find::{Found, find};
use super::link::link;
use super::new_product::NewProduct;
use super::record::tell;
use super::send::{publications, send};
use crate::products::export::{Ground, Reason, with_weight_unit};
use crate::products::{ADD_ITEMS, lane};
use crate::{Connector, Error, shops};

/// Adds the items that the filters let through to the store of a shop.
pub(super) async fn run(
    connector: &Connector,
    cx: &Context,
    shop: shops::Model,
    filter: &Filter,
) -> Result<Summary, JobError> {
    if !shop.allow_outgoing_requests {
        return Err(Error::ReadOnly(shop.code.to_string()).into());
    }
    let meter = Meter::of(ADD_ITEMS);
    let client = connector.client_of(cx, &shop).await?.metered(meter.clone()).in_lane(lane(cx));
    let shop = with_weight_unit(cx, &client, shop).await?;
    let ground = &Ground::read(cx, shop).await?;
    let (mut summary, mut last, mut channels) = (Summary::default(), Code::blank(), None);
    loop {
        cx.check()?;
        let after = &last;
        let found = cx.db().read(|r| async move { page(&r, ground, filter, after).await }).await?;
        let Some(mut found) = found else { break };
        last = found.last.clone();
        summary.fetched += found.read;
        summary.unchanged += found.known;
        summary.skipped += u64::try_from(found.refused.len()).unwrap_or_default();
        let there = find(cx, &client, &found.new).await?;
        let (mut new, mut linked) = (Vec::new(), Vec::new());
        for (one, there) in std::mem::take(&mut found.new).into_iter().zip(there) {
            match there {
                Found::Nothing => new.push(one),
                Found::Product(id) => linked.push((one, id)),
                Found::Several(reason) => {
                    summary.skipped += 1;
                    found.refused.push((one.number().to_string(), reason));
                }
            }
        }
        summary.updated += link(cx, &client, ground, &linked).await?;
        if channels.is_none() && !new.is_empty() {
            channels = Some(publications(cx, &client, ground).await?);
        }
        let publications = channels.as_deref().unwrap_or_default();
        let (made, refused) = send(cx, &client, ground, publications, &new).await?;
        summary.created += made;
        summary.failed += u64::try_from(refused.len()).unwrap_or_default();
        let left_out = |one: &NewProduct| {
            one.left_out.iter().map(|reason| (one.number().to_string(), reason.clone())).collect::<Vec<_>>()
        };
        let left_out: Vec<(String, Reason)> = new.iter().flat_map(left_out).collect();
        summary.skipped += u64::from(!left_out.is_empty());
        found.refused.extend(refused.into_iter().chain(left_out));
        let told: HashSet<&str> = found.refused.iter().map(|(number, _)| number.as_str()).collect();
        let added = new.iter().chain(linked.iter().map(|(one, _)| one));
        let fine: Vec<String> =
            added.map(|one| one.number().to_string()).filter(|one| !told.contains(one.as_str())).collect();
        tell(cx, ground, &fine, &found.refused).await?;
        let text = format!("{}: items added", ground.shop.code);
        cx.progress(Progress { done: summary.fetched, total: 0, text }).await?;
    }
    Ok(Summary { calls: meter.calls(), points: meter.points(), ..summary })
}
