//! What Shopify says: the disputes that are new, and what has become of those that were not decided, in one call as a rule.

use std::collections::BTreeMap;

use database::Read;
use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shopify::Client;
use shopify::documents::disputes::{self, Asked, Dispute, PAGE};

use crate::Error;
use crate::disputes::staged::{Column, Entity};
use crate::orders::import::number;
use crate::watermark::{self, Kind};

/// As many disputes are named in one call.
const NAMED: usize = 200;
/// As many new ones there is room for beside those that are named: a small page costs less.
const NEW: u32 = 20;

/// How far a store's disputes have been read, and which of them are not decided.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// The highest id that was read; none before the first run.
    highest: Option<i64>,
    /// Those that are not decided.
    undecided: Vec<i64>,
}

impl Known {
    /// Of this store.
    pub(super) async fn read(read: &Read, store: &str) -> Result<Self, Error> {
        let watermark = watermark::of(read, store, Kind::Disputes).await?;
        let undecided = Entity::find()
            .select_only()
            .column(Column::ShopifyDisputeId)
            .filter(Column::Store.eq(store))
            .filter(Column::IsDecided.eq(false))
            .order_by_asc(Column::ShopifyDisputeId);
        let undecided = undecided.into_tuple().all(read).await?;
        Ok(Self { highest: watermark.cursor.parse().ok(), undecided })
    }

    /// What is asked for, call by call, with the size of the first page of each.
    fn asked(&self) -> Vec<(Asked, u32)> {
        let mut groups = self.undecided.chunks(NAMED);
        let first = groups.next().unwrap_or_default();
        let room = if self.highest.is_some() { size(first) + NEW } else { PAGE };
        let new = Asked { above: Some(self.highest.unwrap_or_default()), named: first.to_vec() };
        let rest = groups.map(|named| (Asked { above: None, named: named.to_vec() }, size(named)));
        std::iter::once((new, room)).chain(rest).collect()
    }
}

fn size(named: &[i64]) -> u32 {
    u32::try_from(named.len()).unwrap_or(PAGE)
}

/// Reads what is to be known; `None` where the store does without Shopify Payments.
///
/// # Errors
/// Why there is no answer: then nothing is staged, and the next run asks for the same again.
pub(super) async fn fetch(cx: &Context, client: &Client, known: &Known) -> Result<Option<Vec<Dispute>>, JobError> {
    let mut all = BTreeMap::new();
    for (asked, mut first) in known.asked() {
        let mut after = None;
        loop {
            let page = cx.send(disputes::page(client, &asked, first, after)).await?.map_err(Error::Shopify)?;
            let Some(page) = page else { return Ok(None) };
            // What is told on two pages, because something came in between, is one dispute.
            all.extend(page.disputes.into_iter().map(|dispute| (number(&dispute.id), dispute)));
            if page.next.is_none() {
                break;
            }
            (after, first) = (page.next, PAGE);
        }
    }
    Ok(Some(all.into_values().collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_decided_is_asked_for_with_what_is_new() {
        let known = Known { highest: Some(9), undecided: vec![3, 5] };
        assert_eq!(known.asked(), [(Asked { above: Some(9), named: vec![3, 5] }, 22)]);
    }

    #[test]
    fn the_first_run_asks_for_whole_pages() {
        let known = Known { highest: None, undecided: Vec::new() };
        assert_eq!(known.asked(), [(Asked { above: Some(0), named: Vec::new() }, 250)]);
    }

    #[test]
    fn more_than_are_named_in_one_call_take_another() {
        let known = Known { highest: Some(500), undecided: (1..=450).collect() };
        let sizes: Vec<_> =
            known.asked().iter().map(|(asked, first)| (asked.above, asked.named.len(), *first)).collect();
        assert_eq!(sizes, [(Some(500), 200, 220), (None, 200, 200), (None, 50, 50)]);
    }
}
