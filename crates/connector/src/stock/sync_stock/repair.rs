//! Numbers are looked at before they are set: Shopify's is read first, then the orders that nobody has read yet. In that
//! order, since whatever was sold before the number was read is among those orders; what is sold after it makes Shopify
//! refuse the number that is sent.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use database::Read;
use job_queue::{Context, JobError};
use shopify::Client;

use super::ground::Ground;
use super::known::known;
use super::plan::{Line, Plan, Rows, as_they_were, is_of, worked_out};
use super::read::{self, Level, Levels};
use super::reason::Reason;
use super::sold::Sold;
use super::{Calculated, Counts};
use crate::orders::sync_orders::{Unread, unread};
use crate::products::staged::variant;
use crate::stock::options::Explanation;
use crate::stock::staged::inventory::Model;
use crate::{Error, watermark};

/// A number changes about when an order is made that takes from it: one that was made this much later is not in it.
const MADE_WITH: TimeDelta = TimeDelta::minutes(1);

/// A number that was not the one that was known.
#[derive(Clone, Debug)]
pub(super) struct Drifted {
    pub row: Model,
    pub expected: i64,
    pub explanation: Explanation,
}

/// What looking has led to.
#[derive(Debug, Default)]
pub(super) struct Looked {
    /// What is to be done.
    pub plan: Plan,
    /// What was not as it was known.
    pub drifts: Vec<Drifted>,
    /// The places as they were stored.
    pub stored: Rows,
}

/// What is looked at, and how.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look<'a> {
    /// What Shopify has said.
    pub levels: &'a Levels,
    /// What of its orders nobody has read.
    pub unread: &'a Unread,
    /// Whether all numbers are compared: then ours count where no orders are read.
    pub compares: bool,
    /// Whether numbers are sent that Shopify has.
    pub force: bool,
}

/// Reads what Shopify says of variants, and plans them by that.
pub(super) async fn look(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    variants: &[variant::Model],
    force: bool,
) -> Result<Looked, JobError> {
    let items: BTreeSet<i64> = variants.iter().map(|variant| variant.inventory_item_id).collect();
    let levels = &read::of(cx, client, &items.into_iter().collect::<Vec<_>>()).await?;
    let unread = &unread(cx, client, &ground.shop, ground.zone).await?;
    let look = Look { levels, unread, compares: false, force };
    let ground = &ground.at(cx.clock().now());
    Ok(cx.db().read(|r| async move { by(&r, ground, variants, look).await }).await?)
}

/// Plans variants by what Shopify has said of them.
pub(super) async fn by(
    r: &Read,
    ground: &Ground,
    variants: &[variant::Model],
    look: Look<'_>,
) -> Result<Looked, Error> {
    let (stored, counts, known) = known(r, ground, variants).await?;
    let all = known.clone().with(r, &ground.shop.domain, look.unread).await?;
    let mut looked = Looked::default();
    let looking = Looking { ground, look, counts: &counts, known: &known, all: &all, stored: &stored };
    for variant in variants {
        if let Err(reason) = looking.at(variant, &mut looked) {
            looked.plan.rows.extend(as_they_were(ground, variant, &stored, &reason));
            looked.plan.reasons.push((variant.shopify_variant_id, reason));
        }
    }
    Ok(Looked { stored, ..looked })
}

struct Looking<'a> {
    ground: &'a Ground,
    look: Look<'a>,
    counts: &'a Counts,
    known: &'a Sold,
    all: &'a Sold,
    stored: &'a Rows,
}

impl Looking<'_> {
    fn at(&self, variant: &variant::Model, looked: &mut Looked) -> Result<(), Reason> {
        for (location, place) in &self.ground.places {
            let Some(calculated) = self.counts.of(variant, place)? else { return Ok(()) };
            let title = || variant.display_name.clone();
            if variant.inventory_item_id == 0 {
                return Err(Reason::NotRead { title: title() });
            }
            let id = variant.shopify_variant_id;
            let row = self.row(variant, *location);
            let Some(item) = self.look.levels.get(&variant.inventory_item_id) else {
                let reason = Reason::NotThere { title: title() };
                let row = self.unknown(variant, row, calculated, &reason.to_string());
                looked.plan.rows.push(row);
                return Err(reason);
            };
            let Some(level) = item.levels.get(location) else {
                if !item.is_whole {
                    let waiting = self.all.waiting(id, *location);
                    let row = worked_out(self.ground, variant, row, (calculated, waiting));
                    let location = place.location.name.clone();
                    left(&mut looked.plan, row, Reason::ManyLocations { title: title(), location });
                    continue;
                }
                let has_more = calculated.stock > 0 && place.location.stock_begun_at.is_some();
                let reason = Reason::NotStocked { title: title(), location: place.location.name.clone() };
                let why = if has_more { reason.to_string() } else { String::new() };
                if row.stocked && row.said_at.is_some() {
                    let (expected, row) = (row.shopify_stock, row.clone());
                    looked.drifts.push(Drifted { row, expected, explanation: Explanation::NotStocked });
                }
                looked.plan.rows.push(self.unknown(variant, row, calculated, &why));
                if has_more {
                    looked.plan.reasons.push((id, reason));
                }
                continue;
            };
            let expected =
                row.said_at.map(|said_at| row.shopify_stock - self.known.taken_since(id, *location, said_at));
            let waiting = match self.look.unread {
                Unread::Never if self.look.compares => 0,
                // Who reads no orders takes what is missing in Shopify for sold.
                Unread::Never => row.waiting + expected.map_or(0, |expected| (expected - level.available).max(0)),
                _ => self.all.waiting(id, *location),
            };
            let newly = row.said_at.map_or(0, |said_at| {
                self.all.taken_since(id, *location, said_at) - self.known.taken_since(id, *location, said_at)
            });
            let is_late = self.is_late(level, expected.map(|expected| expected - newly));
            let before = expected.map(|_| row.clone());
            let last_made = self.all.last_made_before(id, *location, level.updated_at + MADE_WITH);
            let now = Model {
                shopify_stock: level.available,
                shopify_committed: level.committed,
                shopify_on_hand: level.on_hand,
                said_at: Some(last_made.map_or(level.updated_at, |made| made.max(level.updated_at))),
                last_synced_on: Some(self.ground.now),
                stocked: true,
                error_message: String::new(),
                ..row
            };
            let row = worked_out(self.ground, variant, now, (calculated, waiting));
            // What no order that can be found says by now is most likely in one that can't be yet.
            let newly = if is_late { i64::MAX } else { newly };
            if let Some(drift) = expected.and_then(|expected| drifted(&row, expected, newly)) {
                looked.drifts.push(drift);
            }
            let is_equal = row.difference == 0;
            match () {
                () if place.location.stock_begun_at.is_none() => looked.plan.rows.push(row),
                () if is_equal && !self.look.force => {
                    looked.plan.equal += 1;
                    looked.plan.rows.push(row);
                }
                () if !item.tracked => left(&mut looked.plan, row, Reason::NotTracked { title: title() }),
                () if matches!(self.look.unread, Unread::Much) => {
                    // It is read again: what was said now may be the number of a sale.
                    let row = Model { said_at: None, ..row };
                    left(&mut looked.plan, row, Reason::OrdersFirst { title: title() });
                }
                // What was known before stays known, so that the next run finds out what became of it.
                () if is_late && row.wanted() > row.shopify_stock => {
                    let row = before.unwrap_or(Model { said_at: None, ..row });
                    left(&mut looked.plan, row, Reason::OrdersLate { title: title() });
                }
                () => looked.plan.lines.push(Line::of(row, self.ground.shop.stock_quantity_name)),
            }
        }
        Ok(())
    }

    /// Whether a number has changed so recently that orders can be behind it which no search finds yet: `explained` is what
    /// it would be by those that are found, where it was known before.
    fn is_late(&self, level: &Level, explained: Option<i64>) -> bool {
        let may_be_sold = match explained {
            Some(explained) => explained > level.available,
            // Of what there never was, nothing was sold.
            None => level.available != 0 || level.committed != 0,
        };
        may_be_sold
            && matches!(self.look.unread, Unread::Orders(_))
            && self.ground.now - level.updated_at < watermark::OVERLAP
    }

    /// What is stored of a place, or what there is to say of one that is new.
    fn row(&self, variant: &variant::Model, location: i64) -> Model {
        let stored = self.stored.get(&(variant.shopify_variant_id, location));
        let same = stored.filter(|row| is_of(row, variant)).cloned();
        same.unwrap_or_else(|| Model {
            id: stored.map_or_else(|| self.ground.random.id(self.ground.now), |row| row.id),
            shop_code: self.ground.shop.code.clone(),
            shopify_variant_id: variant.shopify_variant_id,
            location_id: location,
            shopify_product_id: variant.shopify_product_id,
            inventory_item_id: variant.inventory_item_id,
            item_number: variant.item_number.clone(),
            variant_code: variant.variant_code.clone(),
            uom_option_value: String::new(),
            display_name: variant.display_name.clone(),
            location_name: String::new(),
            shopify_stock: 0,
            shopify_committed: 0,
            shopify_on_hand: 0,
            said_at: None,
            last_synced_on: None,
            stock: 0,
            last_calculated_on: None,
            waiting: 0,
            difference: 0,
            stocked: true,
            error_message: String::new(),
        })
    }

    /// A place of which Shopify has no number.
    fn unknown(&self, variant: &variant::Model, row: Model, calculated: Calculated, why: &str) -> Model {
        let waiting = self.all.waiting(variant.shopify_variant_id, row.location_id);
        let none = Model {
            shopify_stock: 0,
            shopify_committed: 0,
            shopify_on_hand: 0,
            said_at: None,
            last_synced_on: Some(self.ground.now),
            stocked: false,
            error_message: why.to_owned(),
            ..row
        };
        worked_out(self.ground, variant, none, (calculated, waiting))
    }
}

fn left(plan: &mut Plan, row: Model, reason: Reason) {
    plan.reasons.push((row.shopify_variant_id, reason.clone()));
    plan.rows.push(Model { error_message: reason.to_string(), ..row });
}

/// Why a number is not what it was known to be, when it is not: where orders have taken as many as are missing, they have.
fn drifted(row: &Model, expected: i64, newly: i64) -> Option<Drifted> {
    let missing = expected - row.shopify_stock;
    let explanation = match missing {
        0 if row.difference == 0 => return None,
        0 => Explanation::NotSent,
        missing if missing > 0 && newly >= missing => Explanation::Orders,
        _ => Explanation::ChangedInShopify,
    };
    Some(Drifted { row: row.clone(), expected, explanation })
}
