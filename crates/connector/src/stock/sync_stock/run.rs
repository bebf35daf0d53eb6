//! What is marked is looked at and sent.

use std::collections::HashSet;

use chrono::TimeDelta;
use database::Read;
use job_queue::{Context, JobError, Progress, Summary};
use sea_orm::EntityTrait;
use shopify::{Client, Scopes};
use values::Code;

use super::compare::compare;
use super::ground::{Ground, Place};
use super::known::known;
use super::options::Options;
use super::plan::{Line, Plan, Rows, plan};
use super::repair::{self, Looked};
use super::settle::settle;
use super::{collect, record, send};
use crate::products::staged::variant;
use crate::stock::SYNC_STOCK;
use crate::stock::staged::{dirty, inventory, standing};
use crate::{Error, shops};

/// All numbers are compared again after so long.
const COMPARED_EVERY: TimeDelta = TimeDelta::hours(24);
/// The access scope by which orders say from which location they are sent.
const PLACES: &str = "read_merchant_managed_fulfillment_orders";

/// What has come of some variants.
#[derive(Debug, Default)]
pub(super) struct Sent {
    pub summary: Summary,
    /// The variants that are to be looked at by the next run, too.
    pub waits: HashSet<i64>,
}

/// Brings the stock of a shop in step.
pub(super) async fn run(
    cx: &Context,
    client: &Client,
    shop: &shops::Model,
    options: Options,
    named: Option<&[i64]>,
) -> Result<Summary, JobError> {
    let ground = &Ground::read(cx, shop).await?;
    if ground.places.is_empty() {
        // Where stock is one sync of all it is left to Shopify, and nothing is missing.
        if cx.entry().object_id_to_run == SYNC_STOCK {
            let sentence =
                "stock goes to no location of the store: choose a Stock Calculation on the page Shopify Locations";
            cx.remark(sentence, &[]).await?;
        }
        return Ok(Summary::default());
    }
    check_locations(ground)?;
    let mut summary = Summary::default();
    if shop.allow_outgoing_requests {
        summary.updated = settle(cx, client, ground).await?;
    }
    collect::mark_more(cx, ground).await?;
    if let Some(ids) = named {
        let variants = cx.db().read(|r| async move { collect::named(&r, &shop.code, ids).await }).await?;
        if !options.skip_import {
            summary += looked_at(cx, client, ground, &variants).await?;
            return Ok(summary);
        }
        summary += page(cx, client, ground, &variants, options.skip_import).await?.summary;
        return Ok(summary);
    }
    let code = &shop.code;
    let standing = |r: Read| async move { Ok::<_, Error>(standing::Entity::find_by_id(code.clone()).one(&r).await?) };
    let standing = cx.db().read(standing).await?.unwrap_or_default();
    let is_due = standing.compared_at.is_none_or(|compared| ground.now - compared >= COMPARED_EVERY);
    let done = if options.compare_with_shopify || is_due {
        compare(cx, client, ground, (options.skip_import, standing.changes)).await?
    } else if options.skip_import {
        everything(cx, client, ground).await?
    } else {
        marked(cx, client, ground).await?
    };
    summary += done;
    Ok(summary)
}

/// Checks that the lines of documents stand at the locations that are counted: where nobody says from where an order is sent,
/// its goods would be at none of them once it is a document, and be sold again.
fn check_locations(ground: &Ground) -> Result<(), JobError> {
    let is_told = || Scopes::parse(&ground.shop.granted_scopes).grant(PLACES);
    let counts_all = |place: &Place| place.filtered.has(&Code::blank());
    if !ground.reads_orders || ground.places.values().all(counts_all) || is_told() {
        return Ok(());
    }
    Err(JobError::fail(format!(
        "orders come without the location that they are sent from, so that their goods would be counted at none: grant \
         the app the access scope {PLACES}, or leave the Location Filter on the page Shopify Locations blank"
    )))
}

/// The items that are marked, some at a time.
async fn marked(cx: &Context, client: &Client, ground: &Ground) -> Result<Summary, JobError> {
    let (shop, mut after, mut summary, mut done) = (&ground.shop.code, Code::<20>::blank(), Summary::default(), 0);
    loop {
        let last = &after;
        let marks = cx.db().read(|r| async move { collect::marked(&r, shop, last).await }).await?;
        let Some(end) = marks.last() else { break };
        after = end.item_number.clone();
        let items: &Vec<Code<20>> = &marks.iter().map(|mark| mark.item_number.clone()).collect();
        let variants = &cx.db().read(|r| async move { collect::variants_of(&r, shop, items).await }).await?;
        let sent = page(cx, client, ground, variants, false).await?;
        let unsettled = unsettled(variants, &sent.waits);
        let settled: Vec<dirty::Model> =
            marks.into_iter().filter(|mark| !unsettled.contains(&mark.item_number)).collect();
        record::looked_after(cx, &settled).await?;
        summary += sent.summary;
        done += items.len() as u64;
        cx.progress(Progress { done, total: 0, text: format!("{shop}: {done} items looked at") }).await?;
    }
    if done == 0 {
        cx.nothing_to_do();
    }
    Ok(summary)
}

/// Variants that someone has named: what Shopify says of them is read.
async fn looked_at(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    variants: &[variant::Model],
) -> Result<Summary, JobError> {
    let Looked { plan, stored, .. } = repair::look(cx, client, ground, variants, false).await?;
    Ok(finish(cx, client, ground, variants, (&stored, plan)).await?.summary)
}

/// Every number, also those that Shopify is known to have.
async fn everything(cx: &Context, client: &Client, ground: &Ground) -> Result<Summary, JobError> {
    let (shop, mut after, mut summary) = (&ground.shop.code, 0, Summary::default());
    loop {
        let variants = &cx.db().read(|r| async move { collect::mapped_after(&r, shop, after).await }).await?;
        let Some(last) = variants.last() else { return Ok(summary) };
        after = last.shopify_variant_id;
        summary += page(cx, client, ground, variants, true).await?.summary;
    }
}

/// The items of variants that are to be looked at by the next run, too.
pub(super) fn unsettled(variants: &[variant::Model], waits: &HashSet<i64>) -> HashSet<Code<20>> {
    let waiting = variants.iter().filter(|variant| waits.contains(&variant.shopify_variant_id));
    waiting.map(|variant| variant.item_number.clone()).collect()
}

/// Plans some variants by what Shopify last said, reads of the others what it says now, and sends what differs.
async fn page(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    variants: &[variant::Model],
    force: bool,
) -> Result<Sent, JobError> {
    let ground = &ground.at(cx.clock().now());
    let (stored, counts, sold) = cx.db().read(|r| async move { known(&r, ground, variants).await }).await?;
    let mut plan = plan(ground, (&counts, &sold), variants, &stored, force);
    if !plan.to_read.is_empty() {
        let looked = repair::look(cx, client, ground, &plan.to_read, force).await?.plan;
        // What was read goes before what was known of the same variants.
        let read: HashSet<i64> = plan.to_read.iter().map(|variant| variant.shopify_variant_id).collect();
        plan.rows.retain(|row| !read.contains(&row.shopify_variant_id));
        plan.lines.retain(|line| !read.contains(&line.row.shopify_variant_id));
        plan.reasons.retain(|(variant, _)| !read.contains(variant));
        plan.rows.extend(looked.rows);
        plan.lines.extend(looked.lines);
        plan.reasons.extend(looked.reasons);
        plan.equal += looked.equal;
    }
    finish(cx, client, ground, variants, (&stored, plan)).await
}

/// Stores what is known now, sends what differs, and tells why something is left out.
pub(super) async fn finish(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    variants: &[variant::Model],
    (stored, plan): (&Rows, Plan),
) -> Result<Sent, JobError> {
    let (lines, others) = apart(plan.lines);
    let mut waits: HashSet<i64> = others.iter().map(|line| line.row.shopify_variant_id).collect();
    // What is to be sent is stored as it is before, so that a run that ends here has said what differs.
    let mut rows = plan.rows;
    rows.extend(others.into_iter().map(|line| inventory::Model { said_at: None, ..line.row }));
    rows.extend(lines.iter().map(|line| line.row.clone()));
    record::places(cx, stored, rows).await?;
    let came = send::send(cx, client, ground, variants, lines).await?;
    let mut reasons = plan.reasons;
    reasons.extend(came.reasons);
    let skipped = record::tell(cx, ground, variants, &reasons).await?;
    waits.extend(record::waits(&reasons));
    let (shop, items) = (&ground.shop.code, &unsettled(variants, &waits));
    if !items.is_empty() {
        cx.write(|tx| async move { collect::keep_marked(cx, &tx, shop, items).await }).await?;
    }
    let summary = Summary { updated: came.set, unchanged: plan.equal + came.equal, skipped, ..Summary::default() };
    Ok(Sent { summary, waits })
}

/// Several variants may be one thing in the stock of the store: a call takes its number once. What that of the others is then
/// is read by the next run.
fn apart(lines: Vec<Line>) -> (Vec<Line>, Vec<Line>) {
    let mut seen = HashSet::new();
    lines.into_iter().partition(|line| seen.insert((line.row.inventory_item_id, line.row.location_id)))
}
