//! One catalog after the other.

use job_queue::{Context, JobError, Progress, Summary};
use shopify::Client;
use shopify::documents::catalogs::{MANY, PriceListStand};

use super::ground::{Ground, Mapped};
use super::plan::{Plan, plan};
use super::prices::{Prices, keep, keep_products, products};
use super::read::{due, publication, read};
use super::reason::Reason;
use super::record::{left_out, let_in, record, stands};
use super::send::send;
use super::stand::{self, stand_of};
use super::take_away::take_away;
use super::task::Options;
use crate::catalogs::staged::{catalog, price};
use crate::products::prices::offers;

/// So many rows are written in a transaction: others want to write, too.
const ROWS: usize = 1_000;

/// Brings the prices of catalogs in step with what they are here.
pub(super) async fn run(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    options: Options,
    catalogs: Vec<catalog::Model>,
) -> Result<Summary, JobError> {
    let stands = stand::stands(cx, client, ground, &catalogs).await?;
    let (mut summary, total) = (Summary::default(), catalogs.len() as u64);
    for (done, catalog) in (0..).zip(catalogs) {
        let text = format!("{}: {}", ground.shop.code, catalog.name);
        cx.progress(Progress { done, total, text }).await?;
        let ground = &ground.at(cx.clock().now());
        let of_catalog = &catalog.clone();
        match stand_of(ground, &catalog, &stands) {
            // What does not hold now is filled when it does.
            Ok(None) => {}
            Ok(Some(list)) => match of_one(cx, client, ground, options, catalog, list).await? {
                Ok(done) => {
                    summary += done;
                    cx.write(|tx| async move { let_in(&tx, ground, of_catalog).await }).await?;
                }
                Err(reason) => summary.skipped += leave_out(cx, ground, of_catalog, &reason).await?,
            },
            Err(reason) => summary.skipped += leave_out(cx, ground, of_catalog, &reason).await?,
        }
    }
    Ok(summary)
}

async fn leave_out(cx: &Context, ground: &Ground, catalog: &catalog::Model, reason: &Reason) -> Result<u64, JobError> {
    tracing::info!(code = reason.code(), catalog = catalog.name, "a catalog gets no prices");
    cx.write(|tx| async move { left_out(&tx, ground, catalog, reason).await }).await?;
    Ok(1)
}

async fn of_one(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    options: Options,
    mut catalog: catalog::Model,
    list: &PriceListStand,
) -> Result<Result<Summary, Reason>, JobError> {
    let terms = &match ground.terms(&catalog) {
        Ok(terms) => terms,
        Err(reason) => return Ok(Err(reason)),
    };
    let id = catalog.id;
    let mut prices = cx.db().read(|r| async move { Prices::staged(&r, id).await }).await?;
    let due = due(&catalog, list, ground.now, options.compare_with_shopify);
    let Some(read) = read(cx, client, list, due).await? else {
        return Ok(Err(Reason::NotThere(catalog.name)));
    };
    let mut summary = Summary::default();
    if let Some(fixed) = read.prices {
        summary.fetched = fixed.len() as u64;
        prices.fix(ground, fixed);
        catalog.prices_read_at = Some(ground.now);
    }
    if let Some(products) = &read.products {
        cx.write(|tx| async move { keep_products(&tx, id, products).await }).await?;
    }
    let sold = sold(cx, ground, &catalog, list).await?;
    let goods = || sold.iter().map(|one| one.goods.clone()).collect::<Vec<_>>();
    let offers = cx.db().read(|r| async move { offers(&r, terms, goods()).await }).await?;
    let planned = plan(ground, &catalog, &sold, &offers, &mut prices);
    (summary.unchanged, summary.skipped) = (planned.unchanged, planned.failures.len() as u64);
    let left_behind = planned.left_behind.clone();
    catalog.publication_id = publication(list).map(|one| one.id.inner().to_owned()).unwrap_or_default();
    catalog.published_products = publication(list).map_or(0, |publication| publication.products());
    let changes = stage(cx, ground, &mut catalog, &mut prices, planned).await?;
    if !options.only_calculate {
        summary += fix(cx, client, ground, &mut catalog, &mut prices, &changes).await?;
        summary += take_away(cx, client, ground, &mut catalog, &mut prices, &left_behind).await?;
        catalog.prices_synced_at = Some(ground.now);
        let catalog = &catalog;
        cx.write(|tx| async move { stands(&tx, catalog).await }).await?;
    }
    Ok(Ok(summary))
}

/// The variants that the catalog has and that are items here.
async fn sold<'a>(
    cx: &Context,
    ground: &'a Ground,
    catalog: &catalog::Model,
    list: &PriceListStand,
) -> Result<Vec<&'a Mapped>, JobError> {
    let all = ground.mapped.iter();
    if publication(list).is_none() {
        return Ok(all.collect());
    }
    let id = catalog.id;
    let products = cx.db().read(|r| async move { products(&r, id).await }).await?;
    Ok(all.filter(|one| products.contains(&one.shopify_product_id)).collect())
}

/// Stages what was read and worked out, a part at a time; that it is known how the price list stands comes with the last.
/// Gives the variants whose prices are to be fixed.
async fn stage(
    cx: &Context,
    ground: &Ground,
    catalog: &mut catalog::Model,
    prices: &mut Prices,
    planned: Plan,
) -> Result<Vec<i64>, JobError> {
    let mended = &prices.mended();
    let (mut changed, gone) = prices.changes();
    let id = catalog.id;
    while changed.len() > ROWS {
        let some = changed.split_off(changed.len() - ROWS);
        cx.write(|tx| {
            let some = some.clone();
            async move { keep(&tx, id, some, &[]).await }
        })
        .await?;
    }
    catalog.fixed_prices = prices.fixed();
    let (catalog, gone, changed, failures) = (&*catalog, &gone, &changed, &planned.failures);
    let write = |tx| async move {
        record(&tx, ground, catalog, (changed.clone(), gone), failures.clone(), mended).await?;
        stands(&tx, catalog).await
    };
    cx.write(write).await?;
    Ok(planned.changes)
}

/// Fixes prices, and writes down what came of each call before the next.
async fn fix(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    catalog: &mut catalog::Model,
    prices: &mut Prices,
    changes: &[i64],
) -> Result<Summary, JobError> {
    let mut summary = Summary::default();
    for some in changes.chunks(MANY) {
        let rows: Vec<_> = some.iter().filter_map(|variant| prices.now.get(variant).cloned()).collect();
        let came = send(cx, client, catalog, &rows).await?;
        let (mut failures, mut changed) = (Vec::new(), Vec::with_capacity(rows.len()));
        for (row, why) in rows.into_iter().zip(came) {
            let variant = row.shopify_variant_id;
            let (row, reason) = came_of(catalog, row, why);
            match reason {
                Some(reason) => failures.push((variant, reason)),
                None => summary.updated += 1,
            }
            changed.push(row);
        }
        summary.skipped += failures.len() as u64;
        let (mended, more) = &prices.came(&changed);
        catalog.fixed_prices += more;
        let (changed, catalog, failures, ground) = (&changed, &*catalog, &failures, &ground.at(cx.clock().now()));
        let write = |tx| async move {
            record(&tx, ground, catalog, (changed.clone(), &[]), failures.clone(), mended).await?;
            stands(&tx, catalog).await
        };
        cx.write(write).await?;
    }
    Ok(summary)
}

/// A price as it is after it was sent, and why it was refused.
fn came_of(catalog: &catalog::Model, row: price::Model, why: Option<String>) -> (price::Model, Option<Reason>) {
    let (price, compare_at_price) = (row.calculated_price, row.calculated_compare_at_price);
    match why {
        None => {
            let error_message = String::new();
            let row = price::Model { is_fixed: true, is_ours: true, price, compare_at_price, error_message, ..row };
            (price::Model { differs: false, ..row }, None)
        }
        Some(why) => {
            let reason = Reason::Refused { catalog: catalog.name.clone(), item: row.item_number.to_string(), why };
            (price::Model { error_message: reason.to_string(), ..row }, Some(reason))
        }
    }
}
