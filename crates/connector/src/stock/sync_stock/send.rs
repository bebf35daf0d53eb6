//! Numbers are set, 250 in a call, each only if Shopify still says what it changes from.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use job_queue::{Context, JobError};
use shopify::Client;
use shopify::documents::inventory::MANY;

use super::batch::{Told, attempt, intend, settled};
use super::ground::Ground;
use super::plan::Line;
use super::reason::Reason;
use super::refused::{failed, is_of_nobody, sort};
use super::{record, repair};
use crate::products::staged::variant;
use crate::stock::options::QuantityName;
use crate::stock::staged::inventory;

/// A call in which Shopify has something against a number sets none: the others are sent again without it, so often.
const ROUNDS: usize = 4;

/// What has come of sending numbers.
#[derive(Debug, Default)]
pub(super) struct Came {
    /// How many were set.
    pub set: u64,
    /// How many were found to be as they should be, when they were looked at.
    pub equal: u64,
    /// Why others were not, by variant.
    pub reasons: Vec<(i64, Reason)>,
}

/// Sends numbers of variants, a call's worth after the other.
pub(super) async fn send(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    variants: &[variant::Model],
    lines: Vec<Line>,
) -> Result<Came, JobError> {
    let mut came = Came::default();
    let sending = &Sending { cx, client, ground, variants };
    let (mut lines, mut again) = (lines.into_iter(), Vec::new());
    loop {
        let some: Vec<Line> = again.pop().unwrap_or_else(|| lines.by_ref().take(MANY).collect());
        if some.is_empty() {
            return Ok(came);
        }
        again.extend(sending.some(some, &mut came).await?);
    }
}

struct Sending<'a> {
    cx: &'a Context,
    client: &'a Client,
    ground: &'a Ground,
    variants: &'a [variant::Model],
}

impl Sending<'_> {
    /// Sends numbers in one call, and gives those that are to be sent by themselves: the halves of a call that is refused
    /// without a word of which number it is about, so that no more than that one is left.
    async fn some(&self, mut lines: Vec<Line>, came: &mut Came) -> Result<Vec<Vec<Line>>, JobError> {
        let (cx, mut was_stale) = (self.cx, false);
        for _ in 0..ROUNDS {
            if lines.is_empty() {
                return Ok(Vec::new());
            }
            let batch = &intend(cx, self.ground, &lines).await?;
            match attempt(cx, self.client, batch).await? {
                Told::Set(at) => {
                    came.set += lines.len() as u64;
                    let at = said(self.ground, at);
                    let rows = lines.into_iter().map(|line| set_at(line.set(), at, cx.clock().now())).collect();
                    settled(cx, batch, rows).await?;
                    return Ok(Vec::new());
                }
                Told::UnderWay => {
                    // What comes of it is asked by the next run, with the same key.
                    let why = |line: &Line| {
                        let (title, location) = (line.row.display_name.clone(), line.row.location_name.clone());
                        (line.row.shopify_variant_id, Reason::UnderWay { title, location })
                    };
                    came.reasons.extend(lines.iter().map(why));
                    return Ok(Vec::new());
                }
                Told::Refused(refused) if lines.len() > 1 && is_of_nobody(&refused, lines.len()) => {
                    settled(cx, batch, Vec::new()).await?;
                    let half = lines.split_off(lines.len() / 2);
                    return Ok(vec![lines, half]);
                }
                Told::Refused(refused) => {
                    let sorted = sort(lines, &refused);
                    let rows: Vec<_> = sorted.failed.iter().map(|(row, why)| failed(row, why)).collect();
                    let reasons = sorted.failed.into_iter().map(|(row, why)| (row.shopify_variant_id, why));
                    came.reasons.extend(reasons);
                    settled(cx, batch, rows).await?;
                    lines = sorted.left;
                    let mut stale = sorted.stale;
                    if !stale.is_empty() {
                        // Who is told of one number at a time looks at all of them rather than meet each in a round of its own.
                        if was_stale {
                            stale.append(&mut lines);
                        }
                        was_stale = true;
                        lines.extend(self.look_again(stale, came).await?);
                    }
                }
            }
        }
        let stale = |line: &Line| {
            let (title, location) = (line.row.display_name.clone(), line.row.location_name.clone());
            (line.row.shopify_variant_id, Reason::Stale { title, location })
        };
        came.reasons.extend(lines.iter().map(stale));
        Ok(Vec::new())
    }

    /// Looks at numbers that were not what they were thought to be, and gives those that are still to be sent.
    async fn look_again(&self, stale: Vec<Line>, came: &mut Came) -> Result<Vec<Line>, JobError> {
        let asked: BTreeSet<(i64, i64)> = stale.iter().map(|line| place(&line.row)).collect();
        let ids: BTreeSet<i64> = asked.iter().map(|(variant, _)| *variant).collect();
        let variants: Vec<variant::Model> =
            self.variants.iter().filter(|one| ids.contains(&one.shopify_variant_id)).cloned().collect();
        let plan = repair::look(self.cx, self.client, self.ground, &variants, false).await?.plan;
        let is_asked = |row: &inventory::Model| asked.contains(&place(row));
        let rows: Vec<_> = plan.rows.into_iter().filter(is_asked).collect();
        came.equal += rows.iter().filter(|row| row.error_message.is_empty()).count() as u64;
        came.reasons.extend(plan.reasons.into_iter().filter(|(variant, _)| ids.contains(variant)));
        let rows = &rows;
        self.cx.write(|tx| async move { record::put(&tx, rows).await }).await?;
        Ok(plan.lines.into_iter().filter(|line| is_asked(&line.row)).collect())
    }
}

fn place(row: &inventory::Model) -> (i64, i64) {
    (row.shopify_variant_id, row.location_id)
}

/// From when on what is sold is not in a number that was set at that time. What is there is set whatever is sold meanwhile: of
/// that it is known since it was read, and no later.
pub(super) fn said(ground: &Ground, at: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    at.filter(|_| ground.shop.stock_quantity_name == QuantityName::Available)
}

/// A place whose number was set at that time, by the store's clock.
pub(super) fn set_at(row: inventory::Model, at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> inventory::Model {
    let said_at = at.into_iter().chain(row.said_at).max();
    inventory::Model { said_at, last_synced_on: Some(now), ..row }
}
