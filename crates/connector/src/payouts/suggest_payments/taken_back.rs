//! Orders of which nothing is open because credit memos have settled their invoices, though they were paid back otherwise
//! than they were paid: the money has come to one account and has left another.

use std::collections::{HashMap, HashSet};

use back_office::customer_ledger::entry;
use back_office::general_journal::line;
use back_office::general_ledger::DocumentType;
use back_office::sales::posted;
use database::Tx;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use values::Code;

use super::apply::Whose;
use super::read::AT_ONCE;
use crate::orders::document_links::ShopifyDocument;
use crate::orders::staged::order;
use crate::orders::staged::transaction::{self, Kind, Status};
use crate::payouts::TRANSACTION_SOURCE;
use crate::payouts::source::part_of;
use crate::{Error, shops};

/// An order that credit memos have settled.
pub(super) struct TakenBack {
    /// Who has bought.
    pub whose: Whose,
    /// The refunds of those credit memos.
    pub refunds: HashSet<i64>,
}

/// A refund by another gateway than any by which its order was paid.
struct Otherwise {
    transaction: i64,
    order: i64,
    refund: i64,
}

/// Those of a shop of which that is neither posted nor in a journal, by their ids in Shopify.
pub(super) async fn taken_back(tx: &Tx, shop: &shops::Model) -> Result<HashMap<i64, TakenBack>, Error> {
    let mut refunds = otherwise(tx, shop).await?;
    let used = used(tx, &refunds).await?;
    refunds.retain(|one| !used.contains(&one.transaction));
    let ids: Vec<i64> = refunds.iter().map(|one| one.refund).collect();
    let settled = settled(tx, &ids).await?;
    let mut orders: HashMap<i64, TakenBack> = HashMap::new();
    for one in refunds {
        let Some(whose) = settled.get(&one.refund) else { continue };
        let none_yet = || TakenBack { whose: whose.clone(), refunds: HashSet::new() };
        orders.entry(one.order).or_insert_with(none_yet).refunds.insert(one.refund);
    }
    Ok(orders)
}

/// What was given back by another gateway than it was paid by.
async fn otherwise(tx: &Tx, shop: &shops::Model) -> Result<Vec<Otherwise>, Error> {
    use transaction::{Column, Entity};
    let paid = Alias::new("paid");
    let of_payment = |column: Column| Expr::col((paid.clone(), column));
    let by_the_same = Query::select()
        .expr(Expr::val(1))
        .from_as(Entity, paid.clone())
        .and_where(of_payment(Column::OrderId).equals((Entity, Column::OrderId)))
        .and_where(of_payment(Column::Gateway).equals((Entity, Column::Gateway)))
        .and_where(of_payment(Column::Kind).is_in([Kind::Capture, Kind::Sale]))
        .to_owned();
    let processed = Query::select()
        .column((order::Entity, order::Column::Id))
        .from(order::Entity)
        .and_where(order::Column::ShopCode.eq(shop.code.clone()))
        .and_where(order::Column::Processed.eq(true))
        .to_owned();
    let found: Vec<(i64, i64, i64)> = Entity::find()
        .select_only()
        .columns([Column::TransactionId, Column::ShopifyOrderId, Column::RefundId])
        .filter(Column::Kind.eq(Kind::Refund))
        .filter(Column::Status.eq(Status::Success))
        .filter(Column::RefundId.ne(0))
        .filter(Column::OrderId.in_subquery(processed))
        .filter(Expr::exists(by_the_same).not())
        .into_tuple()
        .all(tx)
        .await?;
    let one = |(transaction, order, refund)| Otherwise { transaction, order, refund };
    Ok(found.into_iter().map(one).collect())
}

/// Which of these are posted, or stand in a journal.
async fn used(tx: &Tx, refunds: &[Otherwise]) -> Result<HashSet<i64>, Error> {
    let waiting: Vec<Option<String>> = line::Entity::find()
        .select_only()
        .column(line::Column::SourceId)
        .filter(line::Column::SourceKind.eq(TRANSACTION_SOURCE))
        .into_tuple()
        .all(tx)
        .await?;
    let mut used: HashSet<i64> = waiting.iter().flatten().filter_map(|id| part_of(id)).map(|(id, _)| id).collect();
    for some in refunds.chunks(AT_ONCE) {
        // The first part of a payment is known by the payment alone.
        let posted: Vec<Option<String>> = entry::Entity::find()
            .select_only()
            .column(entry::Column::SourceId)
            .filter(entry::Column::SourceId.is_in(some.iter().map(|one| one.transaction.to_string())))
            .filter(entry::Column::SourceKind.eq(TRANSACTION_SOURCE))
            .into_tuple()
            .all(tx)
            .await?;
        used.extend(posted.iter().flatten().filter_map(|id| id.parse::<i64>().ok()));
    }
    Ok(used)
}

/// Of these refunds those whose credit memos have settled invoices, each with who has bought.
async fn settled(tx: &Tx, refunds: &[i64]) -> Result<HashMap<i64, Whose>, Error> {
    use entry::{Column, Entity};
    let mut settled = HashMap::new();
    for some in refunds.chunks(AT_ONCE) {
        let memos: Vec<(Code<20>, String)> = posted::header::Entity::find()
            .select_only()
            .columns([posted::header::Column::Number, posted::header::Column::SourceId])
            .filter(posted::header::Column::SourceId.is_in(some.iter().map(i64::to_string)))
            .filter(posted::header::Column::SourceKind.eq(ShopifyDocument::Refund.caption()))
            .filter(posted::header::Column::Kind.eq(posted::Kind::CreditMemo))
            .into_tuple()
            .all(tx)
            .await?;
        let memos: HashMap<Code<20>, String> = memos.into_iter().collect();
        let closed = Entity::find()
            .filter(Column::DocumentNumber.is_in(memos.keys().cloned()))
            .filter(Column::DocumentType.eq(DocumentType::CreditMemo))
            .filter(Column::Open.eq(false))
            .all(tx)
            .await?;
        let invoices: Vec<i64> = Entity::find()
            .select_only()
            .column(Column::EntryNumber)
            .filter(Column::EntryNumber.is_in(closed.iter().map(|one| one.closed_by_entry_number)))
            .filter(Column::DocumentType.eq(DocumentType::Invoice))
            .into_tuple()
            .all(tx)
            .await?;
        for one in closed.into_iter().filter(|one| invoices.contains(&one.closed_by_entry_number)) {
            let refund = memos.get(&one.document_number).and_then(|id| id.parse::<i64>().ok());
            let whose = Whose { customer: one.customer_number, currency: one.currency_code };
            settled.extend(refund.map(|refund| (refund, whose)));
        }
    }
    Ok(settled)
}
