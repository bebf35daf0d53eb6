use std::collections::{BTreeSet, HashSet};

use back_office::customers;
use database::Tx;
use job_queue::{Context, JobError, Progress, Summary};
use shopify::{Client, Meter};
use values::{Code, Filter};

use super::collect::{Page, page};
use super::find::{Found, find};
use super::link::{link, was_made};
use super::make::make;
use crate::customers::export::{Plan, Reason, Wanted, email_of, finish, plan, skipped, wanted};
use crate::customers::import::read;
use crate::customers::staged::{self, Whole};
use crate::customers::{ADD_CUSTOMERS, export};
use crate::orders::mapping::Ground;
use crate::products::lane;
use crate::skipped::{self as skipped_records, Kind};
use crate::{Connector, Error, shops};

/// A customer here, and the one in Shopify that it is.
type Pair = (Whole, customers::Model);

/// Adds the customers that the filters let through to the store of a shop.
pub(super) async fn run(
    connector: &Connector,
    cx: &Context,
    shop: shops::Model,
    filter: &Filter,
) -> Result<Summary, JobError> {
    if !shop.allow_outgoing_requests {
        return Err(Error::ReadOnly(shop.code.to_string()).into());
    }
    let meter = Meter::of(ADD_CUSTOMERS);
    let client = connector.client_of(cx, &shop).await?.metered(meter.clone()).in_lane(lane(cx));
    let ground = &Ground::read(cx, shop).await?;
    let (mut summary, mut last) = (Summary::default(), Code::blank());
    loop {
        cx.check()?;
        let after = &last;
        let found = cx.db().read(|r| async move { page(&r, ground, filter, after).await }).await?;
        let Some(found) = found else { break };
        last = found.last.clone();
        summary.fetched += found.read;
        summary += add(cx, &client, ground, found).await?;
        let text = format!("{}: customers added", ground.shop.code);
        cx.progress(Progress { done: summary.fetched, total: 0, text }).await?;
    }
    Ok(Summary { calls: meter.calls(), points: meter.points(), ..summary })
}

async fn add(cx: &Context, client: &Client, ground: &Ground, page: Page) -> Result<Summary, JobError> {
    let mut summary = Summary::default();
    let Page { new, known, .. } = page;
    let all: Vec<Code<20>> =
        new.iter().chain(known.iter().map(|(_, customer)| customer)).map(|customer| customer.number.clone()).collect();
    let there = find(cx, client, &new).await?;
    let Sorted { linking, lost, making, mut refused } = sorted(ground, new, there);
    summary.skipped += refused.len() as u64;
    let linked = link(cx, client, ground, linking, &lost).await?;
    summary.updated += linked.linked.len() as u64;
    summary.skipped += linked.refused.len() as u64;
    let made = make(cx, client, ground, making).await?;
    summary.created += made.made.len() as u64;
    summary.failed += made.refused.len() as u64;
    summary.unchanged += known.len() as u64;
    refused.extend(linked.refused.into_iter().chain(made.refused));
    let unfinished = known_again(cx, client, ground, known.into_iter().chain(linked.linked)).await?;
    let mut plans: Vec<Plan> = Vec::new();
    for (whole, customer) in unfinished.iter().chain(&made.made) {
        match plan(ground, whole, customer) {
            Ok(plan) => plans.extend(plan),
            Err(reason) => {
                summary.skipped += 1;
                refused.push((customer.number.clone(), reason));
            }
        }
    }
    let by_store = complete(cx, client, ground, &made.made, plans).await?;
    summary.failed += by_store.len() as u64;
    refused.extend(by_store);
    tell(cx, ground, &all, &refused).await?;
    Ok(summary)
}

/// Customers that are not in the store as far as is known here, by what becomes of them.
#[derive(Debug, Default)]
struct Sorted {
    /// Those whom the store has already.
    linking: Vec<(customers::Model, Found)>,
    /// The ids in Shopify of those among them that were made from here, and the answer was lost.
    lost: HashSet<i64>,
    /// Those that are made.
    making: Vec<(customers::Model, Wanted)>,
    /// Those that are left out, and why.
    refused: Vec<(Code<20>, Reason)>,
}

fn sorted(ground: &Ground, new: Vec<customers::Model>, there: Vec<Option<Found>>) -> Sorted {
    let mut sorted = Sorted::default();
    for (customer, there) in new.into_iter().zip(there) {
        let number = customer.number.clone();
        match (wanted(ground, &customer), there) {
            (wanted, Some(there)) => {
                if wanted.is_ok_and(|wanted| was_made(&wanted, &there)) {
                    sorted.lost.insert(there.id);
                }
                sorted.linking.push((customer, there));
            }
            (_, None) if email_of(&customer).is_empty() => {
                sorted.refused.push((number.clone(), Reason::NoEmail(number.to_string())));
            }
            (Ok(wanted), None) => sorted.making.push((customer, wanted)),
            (Err(reason), None) => sorted.refused.push((number, reason)),
        }
    }
    sorted
}

/// Sends what those who are in the store lack still, and reads back all that were made. Gives what was refused.
async fn complete(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    made: &[Pair],
    mut plans: Vec<Plan>,
) -> Result<Vec<(Code<20>, Reason)>, JobError> {
    let made: BTreeSet<i64> = made.iter().map(|(whole, _)| whole.customer.shopify_customer_id).collect();
    // Whoever was made is just as was said, but for its address.
    plans.iter_mut().filter(|plan| made.contains(&plan.id)).for_each(|plan| plan.customer = None);
    let mut refused = export::send(cx, client, &plans).await?;
    finish(cx, client, ground, plans.iter().filter(|plan| !refused.contains_key(&plan.id))).await?;
    let is_finished = |id: &i64| plans.iter().any(|plan| plan.id == *id && !refused.contains_key(id));
    let unread: Vec<i64> = made.into_iter().filter(|id| !is_finished(id)).collect();
    read(cx, client, ground, &unread).await?;
    Ok(plans.into_iter().filter_map(|plan| Some((plan.number, refused.remove(&plan.id)?))).collect())
}

/// Those that are in the store and may have to be changed: what was made and not finished before, and all of them where the
/// shop card lets customers here change those in Shopify. Those that have no address as far as is known are read anew: they
/// may have got it by a call whose answer was lost.
async fn known_again(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    known: impl Iterator<Item = Pair>,
) -> Result<Vec<Pair>, JobError> {
    let changes = ground.shop.can_update_shopify_customers;
    let is_unfinished = |whole: &Whole| {
        let customer = &whole.customer;
        let is_bare = whole.addresses.is_empty() && customer.sent_digest.is_empty();
        customer.last_updated_by_us.is_some() && (!customer.is_read() || is_bare)
    };
    let mut pairs: Vec<Pair> = known.filter(|(whole, _)| changes || is_unfinished(whole)).collect();
    let unread: Vec<i64> = pairs
        .iter()
        .filter(|(whole, _)| !whole.customer.is_read() || whole.addresses.is_empty())
        .map(|(whole, _)| whole.customer.shopify_customer_id)
        .collect();
    if unread.is_empty() {
        return Ok(pairs);
    }
    read(cx, client, ground, &unread).await?;
    let (store, unread) = (ground.shop.domain.as_str(), &unread);
    let now = cx.db().read(|r| async move { staged::by_ids(&r, store, unread).await }).await?;
    for whole in now {
        let same = |(known, _): &&mut Pair| known.customer.id == whole.customer.id;
        if let Some((known, _)) = pairs.iter_mut().find(same) {
            *known = whole;
        }
    }
    pairs.retain(|(whole, _)| whole.customer.is_read());
    Ok(pairs)
}

/// Tells which customers were left out, and why; takes away what was told of the others.
async fn tell(cx: &Context, ground: &Ground, all: &[Code<20>], refused: &[(Code<20>, Reason)]) -> Result<(), JobError> {
    let ground = &Ground { now: cx.clock().now(), ..ground.clone() };
    let told: HashSet<&Code<20>> = refused.iter().map(|(number, _)| number).collect();
    let fine = &all.iter().filter(|number| !told.contains(number)).map(ToString::to_string).collect::<Vec<_>>();
    let mut once = HashSet::new();
    let rows = &refused
        .iter()
        .filter(|(number, _)| once.insert(number))
        .map(|(number, reason)| skipped(ground, 0, number.as_str(), reason, ADD_CUSTOMERS))
        .collect::<Vec<_>>();
    let write = |tx: Tx| async move {
        skipped_records::solve_named(&tx, &ground.shop.code, Kind::Customer, fine).await?;
        skipped_records::record(&tx, &ground.seen(), rows.clone()).await?;
        Ok::<_, Error>(())
    };
    Ok(cx.write(write).await?)
}
