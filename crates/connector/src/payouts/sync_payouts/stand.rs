//! What is known of a store's payouts, and what of that may still change.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};

use crate::Error;
use crate::payouts::options::{PayoutStatus, SplitSource};
use crate::payouts::staged::{payout, transaction};

/// What is older than this does not change any more, and what is not known of it is not looked for.
pub(super) const PATIENCE: TimeDelta = TimeDelta::days(120);
/// A bank may send back what it was paid for so long.
const COMES_BACK: TimeDelta = TimeDelta::days(30);
/// By these types a payout comes back.
const BACK: [&str; 5] =
    ["TRANSFER_CANCEL", "TRANSFER_FAILURE", "TRANSFER_REFUND", "PAYOUT_CANCELLATION", "PAYOUT_FAILURE"];

/// How far a store has been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stand {
    /// The last transaction; 0: none.
    pub last_transaction: i64,
    /// The last payout; 0: none.
    pub last_payout: i64,
    /// Payouts that may stand otherwise by now.
    pub open_payouts: Vec<i64>,
}

/// What is not known of payouts. A transaction comes into a payout, and from one into another, without being new; and what
/// is new may be told late, behind what has a higher id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lacking {
    /// Payouts that are known by their transactions alone.
    pub payouts: Vec<i64>,
    /// Payouts whose known transactions do not come to them.
    pub transactions_of: Vec<i64>,
}

/// Reads it, at the beginning of a run.
pub(super) async fn stand(c: &impl ConnectionTrait, store: &str, now: DateTime<Utc>) -> Result<Stand, Error> {
    let last_transaction = transactions(store).select_only().column(transaction::Column::ShopifyTransactionId);
    let last_transaction = last_transaction.order_by_desc(transaction::Column::ShopifyTransactionId);
    let last_payout = payouts(store).select_only().column(payout::Column::ShopifyPayoutId);
    let last_payout = last_payout.order_by_desc(payout::Column::ShopifyPayoutId);
    Ok(Stand {
        last_transaction: last_transaction.into_tuple().one(c).await?.unwrap_or_default(),
        last_payout: last_payout.into_tuple().one(c).await?.unwrap_or_default(),
        open_payouts: open_payouts(c, store, now).await?,
    })
}

/// Reads what is not known.
pub(super) async fn lacking(c: &impl ConnectionTrait, store: &str, now: DateTime<Utc>) -> Result<Lacking, Error> {
    use transaction::Column;
    let known = payouts(store).select_only().column(payout::Column::ShopifyPayoutId).into_query();
    let unknown = transactions(store)
        .select_only()
        .column(Column::ShopifyPayoutId)
        .distinct()
        .filter(Column::ShopifyPayoutId.ne(0))
        .filter(Column::ShopifyPayoutId.not_in_subquery(known))
        .filter(Column::ProcessedAt.gte(now - PATIENCE))
        .order_by_asc(Column::ShopifyPayoutId);
    let incomplete = payouts(store)
        .select_only()
        .column(payout::Column::ShopifyPayoutId)
        .filter(payout::Column::SplitSource.ne(SplitSource::Transactions))
        .filter(payout::Column::IssuedAt.gte(now - PATIENCE))
        .order_by_asc(payout::Column::ShopifyPayoutId);
    Ok(Lacking { payouts: unknown.into_tuple().all(c).await?, transactions_of: incomplete.into_tuple().all(c).await? })
}

/// Those that are on their way, and those that were paid shortly before something came back.
async fn open_payouts(c: &impl ConnectionTrait, store: &str, now: DateTime<Utc>) -> Result<Vec<i64>, Error> {
    use payout::Column;
    let young = payouts(store)
        .select_only()
        .column(Column::ShopifyPayoutId)
        .filter(Column::IssuedAt.gte(now - PATIENCE))
        .order_by_asc(Column::ShopifyPayoutId);
    let on_their_way = young.clone().filter(Column::Status.is_not_in([PayoutStatus::Paid, PayoutStatus::Canceled]));
    let mut open: Vec<i64> = on_their_way.into_tuple().all(c).await?;
    let came_back = transactions(store)
        .filter(transaction::Column::Kind.is_in(BACK))
        .filter(transaction::Column::ProcessedAt.gte(now - COMES_BACK))
        .order_by_desc(transaction::Column::ProcessedAt)
        .one(c)
        .await?;
    if let Some(back) = came_back {
        let paid: Vec<i64> = young
            .filter(Column::Status.eq(PayoutStatus::Paid))
            .filter(Column::IssuedAt.gte(back.processed_at - COMES_BACK))
            .filter(Column::IssuedAt.lte(back.processed_at))
            .into_tuple()
            .all(c)
            .await?;
        open.extend(paid);
    }
    open.sort_unstable();
    open.dedup();
    Ok(open)
}

fn transactions(store: &str) -> Select<transaction::Entity> {
    transaction::Entity::find().filter(transaction::Column::Store.eq(store))
}

fn payouts(store: &str) -> Select<payout::Entity> {
    payout::Entity::find().filter(payout::Column::Store.eq(store))
}
