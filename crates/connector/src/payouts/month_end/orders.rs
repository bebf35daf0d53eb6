//! Orders with what is posted of them.

use std::collections::{BTreeSet, HashMap};

use back_office::customer_ledger::entry;
use back_office::general_ledger::DocumentType;
use back_office::sales::posted::{Kind, header};
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use values::Code;
use values::money::Amount;

use super::section::Reason;
use crate::Error;
use crate::orders::document_links::{self, ShopifyDocument};
use crate::orders::options::SetAside;
use crate::orders::refunds::staged::refund;
use crate::orders::staged::{order, transaction};
use crate::orders::totals::is_void;

/// As many records are named in a statement.
pub(super) const AT_ONCE: usize = 1_000;

/// Something that is posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Posted {
    /// The number of the document.
    pub number: Code<20>,
    /// The day to which it is posted.
    pub date: NaiveDate,
    /// What it comes to, in its currency.
    pub amount: Amount,
    /// The same in the company's own.
    pub amount_lcy: Amount,
}

/// What is posted of an order or a refund.
pub(super) type Documents = HashMap<i64, Vec<Posted>>;

/// What is posted of orders, or of refunds, by their ids in Shopify.
pub(super) async fn posted(
    c: &impl ConnectionTrait,
    of: &ShopifyDocument,
    ids: &BTreeSet<i64>,
) -> Result<Documents, Error> {
    let kinds = [DocumentType::Invoice, DocumentType::CreditMemo];
    let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
    let mut documents = Documents::new();
    for some in ids.chunks(AT_ONCE) {
        let headers: Vec<(Kind, Code<20>, String)> = header::Entity::find()
            .select_only()
            .columns([header::Column::Kind, header::Column::Number, header::Column::SourceId])
            .filter(header::Column::SourceId.is_in(some))
            .filter(header::Column::SourceKind.eq(of.caption()))
            .filter(invoiced())
            .into_tuple()
            .all(c)
            .await?;
        // An invoice and a credit memo may have the same number.
        let in_ledger = |kind: Kind| match kind {
            Kind::CreditMemo => DocumentType::CreditMemo,
            Kind::Invoice | Kind::Shipment => DocumentType::Invoice,
        };
        let whose: HashMap<(DocumentType, Code<20>), i64> = headers
            .into_iter()
            .filter_map(|(kind, number, id)| Some(((in_ledger(kind), number), id.parse().ok()?)))
            .collect();
        let entries = entry::Entity::find()
            .filter(entry::Column::DocumentNumber.is_in(whose.keys().map(|(_, number)| number.clone())))
            .filter(entry::Column::DocumentType.is_in(kinds))
            .all(c)
            .await?;
        for one in entries {
            let Some(id) = whose.get(&(one.document_type, one.document_number.clone())) else { continue };
            documents.entry(*id).or_default().push(Posted {
                number: one.document_number,
                date: one.posting_date,
                amount: one.amount,
                amount_lcy: one.amount_lcy,
            });
        }
    }
    Ok(documents)
}

/// Invoices and credit memos; a shipment owes nothing.
pub(super) fn invoiced() -> Condition {
    Condition::all().add(header::Column::Kind.is_in([Kind::Invoice, Kind::CreditMemo]))
}

/// The ids in Shopify of orders, or of refunds, of which something is posted in a time.
pub(super) async fn posted_between(
    c: &impl ConnectionTrait,
    of: &ShopifyDocument,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<BTreeSet<i64>, Error> {
    let ids: Vec<String> = header::Entity::find()
        .select_only()
        .column(header::Column::SourceId)
        .filter(header::Column::PostingDate.between(from, to))
        .filter(header::Column::SourceKind.eq(of.caption()))
        .filter(invoiced())
        .into_tuple()
        .all(c)
        .await?;
    Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
}

/// The orders of refunds, both by their ids in Shopify.
pub(super) async fn orders_of_refunds(
    c: &impl ConnectionTrait,
    refunds: BTreeSet<i64>,
) -> Result<HashMap<i64, i64>, Error> {
    use refund::{Column, Entity};
    orders_of::<Entity>(c, [Column::ShopifyRefundId, Column::ShopifyOrderId], refunds).await
}

/// The orders of payments, both by their ids in Shopify.
pub(super) async fn orders_of_payments(
    c: &impl ConnectionTrait,
    payments: BTreeSet<i64>,
) -> Result<HashMap<i64, i64>, Error> {
    use transaction::{Column, Entity};
    orders_of::<Entity>(c, [Column::TransactionId, Column::ShopifyOrderId], payments).await
}

/// The orders of records that have an id and that of their order in these columns.
async fn orders_of<E: EntityTrait>(
    c: &impl ConnectionTrait,
    [id, order]: [E::Column; 2],
    ids: BTreeSet<i64>,
) -> Result<HashMap<i64, i64>, Error> {
    let ids: Vec<i64> = ids.into_iter().collect();
    let mut orders = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        let found: Vec<(i64, i64)> = E::find()
            .select_only()
            .columns([id, order])
            .filter(id.is_in(some.iter().copied()))
            .into_tuple()
            .all(c)
            .await?;
        orders.extend(found);
    }
    Ok(orders)
}

/// How orders stand that are not posted whole.
#[derive(Debug, Default)]
pub(super) struct Standing {
    open: BTreeSet<i64>,
}

impl Standing {
    /// That of these orders, by their ids in Shopify.
    pub(super) async fn read(c: &impl ConnectionTrait, ids: &[i64]) -> Result<Self, Error> {
        let mut open = BTreeSet::new();
        for some in ids.chunks(AT_ONCE) {
            let linked = document_links::of_orders(c, some).await?;
            open.extend(linked.into_iter().filter(|(_, linked)| linked.is_open).map(|(id, _)| id));
        }
        Ok(Self { open })
    }

    /// Why an order has less in the ledger than it should; `None`: all of it is posted.
    pub(super) fn against(&self, order: &order::Model) -> Option<Reason> {
        if self.open.contains(&order.shopify_order_id) {
            return Some(Reason::NotPosted);
        }
        if order.processed {
            return None;
        }
        let is_wanted = order.set_aside == SetAside::Blank && !is_void(order);
        Some(if is_wanted { Reason::NotDocumented } else { Reason::NotToBeDocumented })
    }
}
