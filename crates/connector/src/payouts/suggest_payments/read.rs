//! What is open, and what was paid.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use back_office::customer_ledger::entry;
use back_office::general_journal::line;
use back_office::general_ledger::DocumentType;
use back_office::sales::posted;
use database::Tx;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};
use values::Code;
use values::Filter;
use values::money::Amount;

use super::apply::{Order, Owed, Payment};
use super::taken_back::taken_back;
use crate::orders::document_links::{self, ShopifyDocument};
use crate::orders::staged::order;
use crate::orders::staged::transaction::{self, Kind, Status};
use crate::payouts::TRANSACTION_SOURCE;
use crate::payouts::journal::Methods;
use crate::payouts::source::part_of;
use crate::{Error, shops};

/// As many records are named in a statement.
pub(super) const AT_ONCE: usize = 1_000;

/// An order whose payments may be suggested.
#[derive(Clone, Debug)]
pub(super) struct Case {
    /// The staged order.
    pub order: order::Model,
    /// What is open of it and what was paid.
    pub money: Order,
    /// Its payments, as Shopify told them, by their ids.
    pub payments: HashMap<i64, transaction::Model>,
    /// How many entries and lines each payment has already.
    pub parts: HashMap<i64, usize>,
    /// The payments of which lines are wanted. The others are applied with them, so that each pays what it would pay
    /// without a filter.
    pub wanted: HashSet<i64>,
}

/// Reads the orders of a shop of which something is open, and those of which nothing is though they were paid back
/// otherwise than they were paid.
pub(super) async fn cases(
    tx: &Tx,
    shop: &shops::Model,
    methods: &Methods,
    filter: &Filter,
) -> Result<Vec<Case>, Error> {
    let open = open(tx, shop).await?;
    let taken_back = taken_back(tx, shop).await?;
    let mut cases = Vec::new();
    let ids = open.iter().map(|one| one.order).chain(taken_back.keys().copied()).collect();
    let all: Vec<order::Model> = orders(tx, shop, &ids).await?;
    for some in all.chunks(AT_ONCE) {
        let payments = payments(tx, some).await?;
        let let_through = let_through(tx, some, filter).await?;
        let used = used(tx, some).await?;
        let ids: Vec<i64> = some.iter().map(|order| order.shopify_order_id).collect();
        let linked = document_links::of_orders(tx, &ids).await?;
        let refunds: Vec<i64> = payments.values().flatten().map(|one| one.refund_id).filter(|id| *id != 0).collect();
        let credited = credited(tx, &refunds).await?;
        for order in some {
            let Some(paid) = payments.get(&order.shopify_order_id) else { continue };
            let wanted: HashSet<i64> =
                paid.iter().map(|one| one.transaction_id).filter(|id| let_through.contains(id)).collect();
            if wanted.is_empty() {
                continue;
            }
            let of_order = open.iter().filter(|one| one.order == order.shopify_order_id);
            let (memos, invoices): (Vec<_>, Vec<_>) =
                of_order.map(|one| one.owed.clone()).partition(|one| one.refund != 0);
            let is_open = |refund: &i64| memos.iter().any(|memo| memo.refund == *refund);
            let back = taken_back.get(&order.shopify_order_id);
            let settled_refunds = match back {
                Some(back) if invoices.is_empty() => back.refunds.clone(),
                _ => paid.iter().map(|one| one.refund_id).filter(|id| credited.contains(id) && !is_open(id)).collect(),
            };
            let handling = order.processed_currency_handling;
            let payment = |one: &transaction::Model| {
                let amount = handling.pick(one.amount, one.presentment_amount)
                    + handling.pick(one.rounding_amount, one.presentment_rounding_amount);
                let (posted, _) = used.get(&one.transaction_id).copied().unwrap_or_default();
                Payment {
                    transaction: one.transaction_id,
                    method: methods.method(one).non_blank().map_or_else(|| one.gateway.clone(), Code::to_string),
                    is_refund: one.kind == Kind::Refund,
                    refund: one.refund_id,
                    left: amount - posted,
                }
            };
            let money = Order {
                invoices,
                memos,
                settled_refunds,
                payments: paid.iter().map(payment).collect(),
                taken_back: back.map(|back| back.whose.clone()),
                is_to_be_invoiced: linked.get(&order.shopify_order_id).is_some_and(|linked| linked.is_open),
            };
            let parts = paid.iter().filter_map(|one| Some((one.transaction_id, used.get(&one.transaction_id)?.1)));
            cases.push(Case {
                order: order.clone(),
                money,
                parts: parts.collect(),
                payments: paid.iter().map(|one| (one.transaction_id, one.clone())).collect(),
                wanted,
            });
        }
    }
    Ok(cases)
}

/// What is open of a document, and its order.
struct Open {
    order: i64,
    owed: Owed,
}

/// The open entries of posted documents that come from the shop's orders and refunds, less what stands in journals for them.
async fn open(tx: &Tx, shop: &shops::Model) -> Result<Vec<Open>, Error> {
    let kinds = [DocumentType::Invoice, DocumentType::CreditMemo];
    let numbers = entry::Entity::find()
        .select_only()
        .column(entry::Column::DocumentNumber)
        .filter(entry::Column::Open.eq(true))
        .filter(entry::Column::DocumentType.is_in(kinds))
        .into_query();
    let headers = posted::header::Entity::find()
        .filter(posted::header::Column::Number.in_subquery(numbers))
        .filter(posted::header::Column::Kind.is_in([posted::Kind::Invoice, posted::Kind::CreditMemo]))
        .filter(
            posted::header::Column::SourceKind
                .is_in([ShopifyDocument::Order.caption(), ShopifyDocument::Refund.caption()]),
        )
        .order_by_asc(posted::header::Column::PostingDate)
        .order_by_asc(posted::header::Column::Number)
        .all(tx)
        .await?;
    let of_refunds = orders_of_refunds(tx, shop, &headers).await?;
    let mut documents: BTreeMap<(bool, Code<20>), (i64, i64)> = BTreeMap::new();
    for header in &headers {
        let Ok(id) = header.source_id.parse::<i64>() else { continue };
        let is_memo = header.kind == posted::Kind::CreditMemo;
        let of = if header.source_kind == ShopifyDocument::Refund.caption() {
            of_refunds.get(&id).map(|order| (*order, id))
        } else {
            Some((id, 0))
        };
        documents.extend(of.map(|of| ((is_memo, header.number.clone()), of)));
    }
    let numbers: Vec<Code<20>> = documents.keys().map(|(_, number)| number.clone()).collect();
    let in_journals = in_journals(tx).await?;
    let mut open = Vec::new();
    for some in numbers.chunks(AT_ONCE) {
        let entries = entry::Entity::find()
            .filter(entry::Column::DocumentNumber.is_in(some.iter().cloned()))
            // Asked for what is open, SQLite looks through all that is.
            .filter(entry::Column::Open.ne(false))
            .filter(entry::Column::DocumentType.is_in(kinds))
            .order_by_asc(entry::Column::PostingDate)
            .order_by_asc(entry::Column::EntryNumber)
            .all(tx)
            .await?;
        for one in entries {
            let is_memo = one.document_type == DocumentType::CreditMemo;
            let Some((order, refund)) = documents.get(&(is_memo, one.document_number.clone())).copied() else {
                continue;
            };
            // An invoice of a refund, or a credit memo of an order, is none of these.
            if is_memo != (refund != 0) {
                continue;
            }
            let waits = in_journals.get(&(one.document_type, one.document_number.clone())).copied().unwrap_or_default();
            let amount = if is_memo { -one.remaining_amount } else { one.remaining_amount } - waits;
            if amount <= Amount::ZERO {
                continue;
            }
            let owed = Owed {
                customer: one.customer_number,
                document: one.document_number,
                currency: one.currency_code,
                open: amount,
                refund,
            };
            open.push(Open { order, owed });
        }
    }
    Ok(open)
}

/// The orders of refunds that credit memos were made of.
async fn orders_of_refunds(
    tx: &Tx,
    shop: &shops::Model,
    headers: &[posted::header::Model],
) -> Result<HashMap<i64, i64>, Error> {
    use crate::orders::refunds::staged::refund::{Column, Entity};
    let ids: Vec<i64> = headers
        .iter()
        .filter(|header| header.source_kind == ShopifyDocument::Refund.caption())
        .filter_map(|header| header.source_id.parse().ok())
        .collect();
    let mut orders = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        let found: Vec<(i64, i64)> = Entity::find()
            .select_only()
            .columns([Column::ShopifyRefundId, Column::ShopifyOrderId])
            .filter(Column::ShopifyRefundId.is_in(some.iter().copied()))
            .filter(Column::Store.eq(shop.domain.as_str()))
            .into_tuple()
            .all(tx)
            .await?;
        orders.extend(found);
    }
    Ok(orders)
}

/// What stands in journals for documents, without sign.
async fn in_journals(c: &impl ConnectionTrait) -> Result<HashMap<(DocumentType, Code<20>), Amount>, Error> {
    let waiting = line::Entity::find().filter(line::Column::AppliesToDocumentNumber.ne("")).all(c).await?;
    let mut sums: HashMap<_, Amount> = HashMap::new();
    for line in waiting {
        let amount = if line.amount < Amount::ZERO { -line.amount } else { line.amount };
        *sums.entry((line.applies_to_document_type, line.applies_to_document_number)).or_default() += amount;
    }
    Ok(sums)
}

/// The staged orders with these ids in Shopify, those of this shop that have become documents, the oldest first.
async fn orders(tx: &Tx, shop: &shops::Model, ids: &BTreeSet<i64>) -> Result<Vec<order::Model>, Error> {
    use order::{Column, Entity};
    let ids: Vec<i64> = ids.iter().copied().collect();
    let mut orders = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        let found = Entity::find()
            .filter(Column::ShopifyOrderId.is_in(some.iter().copied()))
            .filter(Column::ShopCode.eq(shop.code.clone()))
            .filter(Column::Processed.eq(true))
            .all(tx)
            .await?;
        orders.extend(found);
    }
    orders.sort_by_key(|order| order.shopify_order_id);
    Ok(orders)
}

/// What was taken and given back of orders, and went well.
fn moved(orders: &[order::Model]) -> Select<transaction::Entity> {
    use transaction::{Column, Entity};
    Entity::find()
        .filter(Column::OrderId.is_in(orders.iter().map(|order| order.id)))
        .filter(Column::Kind.is_in([Kind::Capture, Kind::Sale, Kind::Refund]))
        .filter(Column::Status.eq(Status::Success))
}

/// The payments of orders, by the order's id in Shopify.
async fn payments(tx: &Tx, orders: &[order::Model]) -> Result<HashMap<i64, Vec<transaction::Model>>, Error> {
    let found = moved(orders).order_by_asc(transaction::Column::TransactionId).all(tx).await?;
    let mut payments: HashMap<i64, Vec<_>> = HashMap::new();
    for one in found {
        payments.entry(one.shopify_order_id).or_default().push(one);
    }
    Ok(payments)
}

/// Those of them that the filter lets through, by their ids in Shopify.
async fn let_through(tx: &Tx, orders: &[order::Model], filter: &Filter) -> Result<HashSet<i64>, Error> {
    let condition = database::condition::<transaction::Entity>(tx, filter)?;
    let ids = moved(orders).select_only().column(transaction::Column::TransactionId).filter(condition);
    Ok(ids.into_tuple::<i64>().all(tx).await?.into_iter().collect())
}

/// How much of payments is posted or stands in a journal, without sign, and in how many parts.
async fn used(tx: &Tx, orders: &[order::Model]) -> Result<HashMap<i64, (Amount, usize)>, Error> {
    let numbers: HashSet<&str> = orders.iter().map(|order| order.shopify_order_number.as_str()).collect();
    let posted: Vec<(Option<String>, Amount)> = entry::Entity::find()
        .select_only()
        .columns([entry::Column::SourceId, entry::Column::Amount])
        .filter(entry::Column::SourceNumber.is_in(numbers))
        .filter(entry::Column::SourceKind.eq(TRANSACTION_SOURCE))
        .into_tuple()
        .all(tx)
        .await?;
    let waiting: Vec<(Option<String>, Amount)> = line::Entity::find()
        .select_only()
        .columns([line::Column::SourceId, line::Column::Amount])
        .filter(line::Column::SourceKind.eq(TRANSACTION_SOURCE))
        .into_tuple()
        .all(tx)
        .await?;
    let mut used: HashMap<i64, (Amount, usize)> = HashMap::new();
    for (source, amount) in posted.into_iter().chain(waiting) {
        let Some((transaction, part)) = source.as_deref().and_then(part_of) else { continue };
        let of = used.entry(transaction).or_default();
        of.0 += if amount < Amount::ZERO { -amount } else { amount };
        of.1 = of.1.max(part);
    }
    Ok(used)
}

/// The refunds of which there is a posted credit memo.
async fn credited(tx: &Tx, refunds: &[i64]) -> Result<HashSet<i64>, Error> {
    use posted::header::{Column, Entity};
    let mut credited = HashSet::new();
    for some in refunds.chunks(AT_ONCE) {
        let found: Vec<String> = Entity::find()
            .select_only()
            .column(Column::SourceId)
            .filter(Column::SourceId.is_in(some.iter().map(i64::to_string)))
            .filter(Column::SourceKind.eq(ShopifyDocument::Refund.caption()))
            .filter(Column::Kind.eq(posted::Kind::CreditMemo))
            .into_tuple()
            .all(tx)
            .await?;
        credited.extend(found.iter().filter_map(|id| id.parse::<i64>().ok()));
    }
    Ok(credited)
}
