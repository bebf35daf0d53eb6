use std::collections::HashSet;

use job_queue::{Context, JobError, Progress, Summary};
use shopify::Meter;
use values::{Code, Filter};

use super::allowed::allowed;
use super::collect::page;
use super::find::{Found, find};
use super::link::{There, link};
use super::new_product::NewProduct;
use super::publish::{publications, publish_all};
use super::record::tell;
use super::send::send;
use super::stock::send_stock;
use super::task::Options;
use crate::products::export::{Ground, Reason, with_weight_unit};
use crate::products::{ADD_ITEMS, images, lane};
use crate::{Connector, Error, shops};

/// Adds the items that the filters let through to the store of a shop.
pub(super) async fn run(
    connector: &Connector,
    cx: &Context,
    shop: shops::Model,
    filter: &Filter,
    options: Options,
) -> Result<Summary, JobError> {
    if !shop.allow_outgoing_requests {
        return Err(Error::ReadOnly(shop.code.to_string()).into());
    }
    allowed(cx, &shop, options).await?;
    let meter = Meter::of(ADD_ITEMS);
    let client = connector.client_of(cx, &shop).await?.metered(meter.clone()).in_lane(lane(cx));
    let shop = with_weight_unit(cx, &client, shop).await?;
    let ground = &Ground::read(cx, shop).await?;
    let (mut summary, mut last, mut channels, mut made) = (Summary::default(), Code::blank(), None, Vec::new());
    loop {
        cx.check()?;
        let after = &last;
        let found = cx.db().read(|r| async move { page(&r, ground, filter, after).await }).await?;
        let Some(mut found) = found else { break };
        last = found.last.clone();
        summary.fetched += found.read;
        summary.unchanged += u64::try_from(found.known.len()).unwrap_or_default();
        summary.skipped += u64::try_from(found.refused.len()).unwrap_or_default();
        let there = find(cx, &client, &found.new).await?;
        let Sorted { new, linking, unclear } = sorted(std::mem::take(&mut found.new), there);
        summary.skipped += u64::try_from(unclear.len()).unwrap_or_default();
        found.refused.extend(unclear);
        let linked = link(cx, &client, ground, &linking).await?;
        summary.updated += linked.count;
        summary.skipped += u64::try_from(linked.refused.len()).unwrap_or_default();
        let mut unpublished = std::mem::take(&mut found.unpublished);
        unpublished.extend(linked.unpublished);
        if channels.is_none() && !(new.is_empty() && unpublished.is_empty()) {
            channels = Some(publications(cx, &client, ground).await?);
        }
        let publications = channels.as_deref().unwrap_or_default();
        summary.failed += publish_all(cx, &client, ground, publications, &unpublished).await?;
        let sent = send(cx, &client, ground, publications, &new).await?;
        summary.created += sent.made.len() as u64;
        summary.failed += u64::try_from(sent.refused.len()).unwrap_or_default() + sent.unpublished;
        let left_out = |one: &NewProduct| {
            one.left_out.iter().map(|reason| (one.number().to_string(), reason.clone())).collect::<Vec<_>>()
        };
        let left_out: Vec<(String, Reason)> = new.iter().flat_map(left_out).collect();
        let parts = new.iter().filter(|one| !one.left_out.is_empty()).count();
        summary.skipped += u64::try_from(parts).unwrap_or_default();
        made.extend(sent.made);
        found.refused.extend(linked.refused.into_iter().chain(sent.refused).chain(left_out));
        let told: HashSet<&str> = found.refused.iter().map(|(number, _)| number.as_str()).collect();
        let added = new.iter().chain(linking.iter().map(|there| &there.new)).map(NewProduct::number);
        // What was told of one that is a product by now is told there.
        let all = added.chain(&found.known).map(ToString::to_string);
        let fine: Vec<String> = all.filter(|one| !told.contains(one.as_str())).collect();
        tell(cx, ground, &fine, &found.refused).await?;
        let text = format!("{}: items added", ground.shop.code);
        cx.progress(Progress { done: summary.fetched, total: 0, text }).await?;
    }
    if options.sync_images {
        let of_images = images::send_of(cx, &client, &ground.shop, &made).await?;
        summary.skipped += of_images.skipped;
        summary.failed += of_images.failed;
    }
    if options.sync_inventory && summary.created + summary.updated > 0 {
        send_stock(cx, &ground.shop).await?;
    }
    Ok(Summary { calls: meter.calls(), points: meter.points(), ..summary })
}

/// The items of a page, by what the store has of them.
#[derive(Debug, Default)]
struct Sorted {
    new: Vec<NewProduct>,
    linking: Vec<There>,
    /// Those that may be one of several products.
    unclear: Vec<(String, Reason)>,
}

fn sorted(all: Vec<NewProduct>, there: Vec<Found>) -> Sorted {
    let mut sorted = Sorted::default();
    for (new, there) in all.into_iter().zip(there) {
        match there {
            Found::Nothing => sorted.new.push(new),
            Found::Product(product_id) => sorted.linking.push(There { new, product_id, is_made: false }),
            Found::Made(product_id) => sorted.linking.push(There { new, product_id, is_made: true }),
            Found::Several(reason) => sorted.unclear.push((new.number().to_string(), reason)),
        }
    }
    sorted
}
