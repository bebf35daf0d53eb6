//! How far payouts are in the ledger. Nobody writes it down: what stands in a journal or is posted carries its payout.

use std::collections::{BTreeSet, HashMap};

use back_office::general_journal::line;
use back_office::general_ledger::entry;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::lines::MOST_LINES;
use crate::Error;
use crate::payouts::PAYOUT_SOURCE;
use crate::payouts::options::JournalStatus;
use crate::payouts::source::{payout_of, source_id};
use crate::payouts::staged::payout;

/// As many payouts are looked up in a statement.
const AT_ONCE: usize = 50;

/// How far these payouts are, by their ids in Shopify. Those that are in no journal are left out.
pub(crate) async fn standings(
    c: &impl ConnectionTrait,
    payouts: &[payout::Model],
) -> Result<HashMap<i64, JournalStatus>, Error> {
    let suggested = line::Entity::find().select_only().column(line::Column::SourceId);
    let suggested = suggested.filter(line::Column::SourceKind.eq(PAYOUT_SOURCE));
    let suggested: Vec<Option<String>> = suggested.into_tuple().all(c).await?;
    let suggested: BTreeSet<i64> = suggested.iter().flatten().filter_map(|id| payout_of(id)).collect();
    let of = |payout: &payout::Model| payout.shopify_payout_id;
    let mut standings: HashMap<_, _> =
        payouts.iter().map(of).filter(|id| suggested.contains(id)).map(in_journal).collect();
    for some in payouts.chunks(AT_ONCE) {
        let ids = some.iter().flat_map(|payout| (1..=MOST_LINES).map(move |place| source_id(of(payout), place)));
        let posted = entry::Entity::find().select_only().column(entry::Column::SourceId);
        let posted =
            posted.filter(entry::Column::SourceId.is_in(ids)).filter(entry::Column::SourceKind.eq(PAYOUT_SOURCE));
        let posted: Vec<String> = posted.distinct().into_tuple().all(c).await?;
        standings.extend(posted.iter().filter_map(|id| payout_of(id)).map(|id| (id, JournalStatus::Posted)));
    }
    Ok(standings)
}

fn in_journal(id: i64) -> (i64, JournalStatus) {
    (id, JournalStatus::Suggested)
}

/// The same by their public ids, for all of these.
///
/// # Errors
/// When the database fails.
pub async fn standing_of(c: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, JournalStatus>, Error> {
    let found = payout::Entity::find().filter(payout::Column::Id.is_in(ids.iter().copied())).all(c).await?;
    let stand = standings(c, &found).await?;
    let of = |payout: &payout::Model| stand.get(&payout.shopify_payout_id).copied().unwrap_or_default();
    Ok(found.iter().map(|payout| (payout.id, of(payout))).collect())
}
