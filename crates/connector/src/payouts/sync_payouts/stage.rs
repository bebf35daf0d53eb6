//! A page becomes rows, in one transaction, and the payouts that it touches are split anew.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono_tz::Tz;
use database::{Tx, upsert_many};
use job_queue::Summary;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use shopify::documents::payouts::{BalanceTransaction, Page, Payout};

use super::content::{self, Whose};
use crate::orders::import::number;
use crate::orders::mapping::Ground;
use crate::payouts::SYNC_PAYOUTS;
use crate::payouts::split::split;
use crate::payouts::staged::{payout, transaction};
use crate::skipped::{self, Kind, Skipped};
use crate::{Error, shops};

/// Stages a page. What can't be kept is written down as skipped, and holds nothing else up.
pub(super) async fn stage(tx: &Tx, ground: &Ground, page: &Page) -> Result<Summary, Error> {
    take_turn(tx, &ground.shop.domain).await?;
    let fetched = (page.transactions.len() + page.payouts.len()) as u64;
    let mut told = Told { summary: Summary { fetched, ..Summary::default() }, ..Told::default() };
    let mut touched = transactions(tx, ground, &page.transactions, &mut told).await?;
    touched.extend(payouts(tx, ground, &page.payouts, &mut told).await?);
    split_anew(tx, ground, touched).await?;
    let Told { mut summary, skipped, read } = told;
    summary.failed += skipped.len() as u64;
    solve(tx, &ground.shop.domain, read).await?;
    skipped::record(tx, &ground.seen(), skipped).await?;
    Ok(summary)
}

/// Takes away what could not be read before, and is read now.
async fn solve(tx: &Tx, store: &str, mut read: Vec<i64>) -> Result<(), Error> {
    let known = skipped::open_of_store(tx, store, Kind::Payout).await?;
    read.retain(|id| known.contains(id));
    skipped::solve_of_store(tx, store, Kind::Payout, &read).await
}

/// Until the transaction ends nobody else stages payouts of this store: shop cards of one store may be synced at once.
async fn take_turn(tx: &Tx, store: &str) -> Result<(), Error> {
    let cards = shops::Entity::find().filter(shops::Column::Domain.eq(store)).order_by_asc(shops::Column::Code);
    cards.lock_exclusive().all(tx).await?;
    Ok(())
}

/// What a page brings.
#[derive(Default)]
struct Told {
    /// It is counted.
    summary: Summary,
    /// What can't be kept.
    skipped: Vec<Skipped>,
    /// The ids of what can, and against which nothing else may stand.
    read: Vec<i64>,
}

/// Stages transactions; gives the payouts of which they are, and were.
async fn transactions(
    tx: &Tx,
    ground: &Ground,
    said: &[BalanceTransaction],
    told: &mut Told,
) -> Result<BTreeSet<i64>, Error> {
    use transaction::{Column, Entity};
    let whose = whose(ground);
    let ids = said.iter().map(|said| number(&said.id));
    let found = Entity::find().filter(Column::Store.eq(whose.shop.domain.as_str()));
    let known = found.filter(Column::ShopifyTransactionId.is_in(ids)).all(tx).await?;
    let mut known: HashMap<i64, transaction::Model> =
        known.into_iter().map(|one| (one.shopify_transaction_id, one)).collect();
    let (mut rows, mut touched) = (Vec::new(), BTreeSet::new());
    for said in said {
        let shopify_id = number(&said.id);
        let before = known.remove(&shopify_id);
        let id = before.as_ref().map_or_else(|| ground.random.id(ground.now), |before| before.id);
        match content::transaction(&whose, id, said) {
            Err(invalid) => {
                told.skipped.push(unreadable(ground, shopify_id, "balance transaction", &invalid.to_string()));
            }
            Ok(now) => {
                told.read.push(shopify_id);
                take(now, before, &mut told.summary, (&mut rows, &mut touched));
            }
        }
    }
    tx.changed::<Entity>(&rows.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model).collect();
    let of_payout = [Column::ShopifyPayoutId, Column::PayoutStatus];
    upsert_many(tx, rows, &[Column::ShopifyTransactionId, Column::Store], &of_payout).await?;
    touched.remove(&0);
    Ok(touched)
}

/// Counts a transaction, and keeps it when it is new or in another payout.
fn take(
    now: transaction::Model,
    before: Option<transaction::Model>,
    summary: &mut Summary,
    (rows, touched): (&mut Vec<transaction::Model>, &mut BTreeSet<i64>),
) {
    match &before {
        None => summary.created += 1,
        Some(before)
            if (before.shopify_payout_id, &before.payout_status) == (now.shopify_payout_id, &now.payout_status) =>
        {
            summary.unchanged += 1;
            return;
        }
        Some(_) => summary.updated += 1,
    }
    touched.extend(before.map(|before| before.shopify_payout_id));
    touched.insert(now.shopify_payout_id);
    rows.push(now);
}

/// Stages payouts; gives those that are new or stand otherwise.
async fn payouts(tx: &Tx, ground: &Ground, said: &[Payout], told: &mut Told) -> Result<BTreeSet<i64>, Error> {
    use payout::{Column, Entity};
    let whose = whose(ground);
    let ids: Vec<i64> = said.iter().map(|said| number(&said.id)).collect();
    let known = of_ids(tx, &whose.shop.domain, &ids).await?;
    let (mut rows, mut touched) = (Vec::new(), BTreeSet::new());
    for said in said {
        let shopify_id = number(&said.id);
        let before = known.get(&shopify_id);
        let id = before.map_or_else(|| ground.random.id(ground.now), |before| before.id);
        let now = match content::payout(&whose, id, said) {
            Err(invalid) => {
                told.skipped.push(unreadable(ground, shopify_id, "payout", &invalid.to_string()));
                continue;
            }
            Ok(now) => now,
        };
        // In another currency it may lack a rate: that is looked at when all is read.
        if now.currency.is_blank() || now.currency == ground.company_currency {
            told.read.push(shopify_id);
        }
        let Some(before) = before else {
            told.summary.created += 1;
            touched.insert(shopify_id);
            rows.push(now);
            continue;
        };
        let now = as_split_before(now, before);
        if now == *before {
            told.summary.unchanged += 1;
            continue;
        }
        told.summary.updated += 1;
        touched.insert(shopify_id);
        rows.push(now);
    }
    stand_otherwise(tx, &whose.shop.domain, &rows).await?;
    tx.changed::<Entity>(&rows.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    let columns: Vec<Column> = columns().collect();
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model).collect();
    upsert_many(tx, rows, &[Column::ShopifyPayoutId, Column::Store], &columns).await?;
    Ok(touched)
}

/// The columns that Shopify's word decides.
fn columns() -> impl Iterator<Item = payout::Column> {
    use payout::Column;
    use sea_orm::Iterable;
    const OURS: [Column; 4] = [Column::Id, Column::ShopifyPayoutId, Column::Store, Column::ShopCode];
    let is_ours = |column: &Column| OURS.iter().any(|ours| *ours as usize == *column as usize);
    Column::iter().filter(move |column| !is_ours(column) && !matches!(column, Column::JournalDocumentNumber))
}

/// What is told now, split as it was, in the journal where it was, and read by whom it was read.
fn as_split_before(now: payout::Model, before: &payout::Model) -> payout::Model {
    let before = before.clone();
    payout::Model {
        shop_code: before.shop_code,
        sales_amount: before.sales_amount,
        refunds_amount: before.refunds_amount,
        fees_amount: before.fees_amount,
        adjustments_amount: before.adjustments_amount,
        reserves_amount: before.reserves_amount,
        disputes_amount: before.disputes_amount,
        advances_amount: before.advances_amount,
        transfers_amount: before.transfers_amount,
        other_amount: before.other_amount,
        unexplained_amount: before.unexplained_amount,
        split_source: before.split_source,
        transactions_amount: before.transactions_amount,
        number_of_transactions: before.number_of_transactions,
        journal_document_number: before.journal_document_number,
        ..now
    }
}

/// The transactions of payouts stand as these do.
async fn stand_otherwise(tx: &Tx, store: &str, payouts: &[payout::Model]) -> Result<(), Error> {
    use sea_orm::sea_query::Expr;
    use transaction::{Column, Entity};
    let mut standing: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for payout in payouts {
        let status = payout.status.caption().to_uppercase().replace(' ', "_");
        standing.entry(status).or_default().push(payout.shopify_payout_id);
    }
    for (status, ids) in standing {
        Entity::update_many()
            .col_expr(Column::PayoutStatus, Expr::value(status.as_str()))
            .filter(Column::Store.eq(store))
            .filter(Column::ShopifyPayoutId.is_in(ids))
            .filter(Column::PayoutStatus.ne(status.as_str()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Splits payouts by the transactions that are known of them now.
async fn split_anew(tx: &Tx, ground: &Ground, touched: BTreeSet<i64>) -> Result<(), Error> {
    use transaction::{Column, Entity};
    let (store, ids): (&str, Vec<i64>) = (&ground.shop.domain, touched.into_iter().collect());
    let mut changed = Vec::new();
    for some in ids.chunks(250) {
        let payouts = of_ids(tx, store, some).await?;
        let found = Entity::find().filter(Column::Store.eq(store));
        let found = found.filter(Column::ShopifyPayoutId.is_in(some.iter().copied())).all(tx).await?;
        let mut of_payouts: HashMap<i64, Vec<transaction::Model>> = HashMap::new();
        for one in found {
            of_payouts.entry(one.shopify_payout_id).or_default().push(one);
        }
        for (id, payout) in payouts {
            let split = split(&payout, of_payouts.get(&id).map_or(&[][..], Vec::as_slice));
            let now = payout.clone().split_as(&split);
            changed.extend((now != payout).then_some(now));
        }
    }
    use payout::Column as Payout;
    tx.changed::<payout::Entity>(&changed.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    let rows = changed.into_iter().map(IntoActiveModel::into_active_model).collect();
    let columns: Vec<Payout> = columns().collect();
    upsert_many(tx, rows, &[Payout::ShopifyPayoutId, Payout::Store], &columns).await?;
    Ok(())
}

async fn of_ids(tx: &Tx, store: &str, ids: &[i64]) -> Result<HashMap<i64, payout::Model>, Error> {
    use payout::{Column, Entity};
    let found = Entity::find().filter(Column::Store.eq(store));
    let found = found.filter(Column::ShopifyPayoutId.is_in(ids.iter().copied())).all(tx).await?;
    Ok(found.into_iter().map(|one| (one.shopify_payout_id, one)).collect())
}

fn whose(ground: &Ground) -> Whose<'_> {
    let zone: Tz = ground.zone;
    Whose { shop: &ground.shop, zone }
}

fn unreadable(ground: &Ground, shopify_id: i64, what: &str, reason: &str) -> Skipped {
    Skipped {
        shop_code: ground.shop.code.clone(),
        kind: Kind::Payout,
        shopify_id,
        document_name: format!("{what} {shopify_id}"),
        cause: format!("The {what} can't be read: {reason}."),
        remedy: "Report it to whoever made this program; the other payouts are read.".to_owned(),
        retry_object_id: SYNC_PAYOUTS,
    }
}
