//! What buyers have paid and were given back, and what of that is posted.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use back_office::customer_ledger::entry;
use back_office::general_ledger::DocumentType;
use back_office::sales::posted::{Kind as PostedKind, header};
use chrono::NaiveDate;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use values::Code;
use values::money::Amount;

use super::money::{Money, Without};
use super::orders::{AT_ONCE, Standing, invoiced, orders_of_payments, orders_of_refunds};
use super::period::Period;
use super::section::{Figure, Item, Reason, RecordKind, Section, SectionKind};
use crate::orders::document_links::ShopifyDocument;
use crate::orders::staged::order;
use crate::orders::staged::transaction::{self, Kind, Status};
use crate::payouts::TRANSACTION_SOURCE;
use crate::payouts::source::part_of;
use crate::shops::options::CurrencyHandling;
use crate::{Error, shops};

/// A payment that is posted: positive where it came in.
#[derive(Clone, Copy, Debug)]
struct Paid {
    date: NaiveDate,
    amount: Amount,
    amount_lcy: Amount,
}

/// What was paid in a month, order by order.
pub(super) async fn payments(
    c: &impl ConnectionTrait,
    shop: &shops::Model,
    period: &Period,
    without: &mut Without,
) -> Result<Section, Error> {
    let of_month = told(c, period).await?;
    let mut ids: BTreeSet<i64> = of_month.iter().map(|one| one.shopify_order_id).collect();
    ids.extend(posted_in(c, period).await?);
    let orders = orders(c, shop, &ids).await?;
    let standing = Standing::read(c, &orders.keys().copied().collect::<Vec<_>>()).await?;
    let paid = posted(c, &orders).await?;
    let of_shop = of_month.iter().filter_map(|one| {
        let order = orders.get(&one.shopify_order_id)?;
        Some((one, if order.processed { order.processed_currency_handling } else { shop.currency_handling }))
    });
    let of_shop: Vec<_> = of_shop.collect();
    let iso = |one: &transaction::Model, handling: CurrencyHandling| {
        handling.pick(&one.currency_code, &one.presentment_currency_code).clone()
    };
    let isos = of_shop.iter().map(|(one, handling)| iso(one, *handling)).collect();
    let money = Money::read(c, isos, period.to, without).await?;
    let mut told: HashMap<i64, (Amount, Code<10>)> = HashMap::new();
    let mut gateways: BTreeMap<String, Amount> = BTreeMap::new();
    for (one, handling) in of_shop {
        let amount = handling.pick(one.amount, one.presentment_amount)
            + handling.pick(one.rounding_amount, one.presentment_rounding_amount);
        let amount = if one.kind == Kind::Refund { -amount } else { amount };
        let iso = iso(one, handling);
        *gateways.entry(one.gateway.clone()).or_default() += money.own(&iso, amount);
        told.entry(one.shopify_order_id).or_insert((Amount::ZERO, iso)).0 += amount;
    }
    let none = Vec::new();
    let item = |(id, order): (&i64, &order::Model)| {
        let posted = paid.get(id).unwrap_or(&none);
        let sum = |of_month: bool, amount: fn(&Paid) -> Amount| -> Amount {
            posted.iter().filter(|one| period.has(one.date) == of_month).map(amount).sum()
        };
        let (ledger, elsewhere) = (sum(true, |one| one.amount_lcy), sum(false, |one| one.amount_lcy));
        let (of_month, of_others) = (sum(true, |one| one.amount), sum(false, |one| one.amount));
        // What is posted is worth what it was posted with; only what is not is valued here.
        let shopify = match told.get(id) {
            None => Amount::ZERO,
            Some((told, _)) if *told == of_month + of_others => ledger + elsewhere,
            Some((told, iso)) => ledger + money.own(iso, *told - of_month),
        };
        let (by, is_told) = (shopify - ledger, told.contains_key(id));
        let reason = match standing.against(order) {
            _ if by.is_zero() => Reason::None,
            _ if !is_told || !elsewhere.is_zero() && by == elsewhere => Reason::OtherMonth,
            Some(reason) => reason,
            None if posted.is_empty() => Reason::NotJournalled,
            None => Reason::Differs,
        };
        let (number, id) = (order.shopify_order_number.clone(), Some(order.id));
        Item { reason, kind: RecordKind::Order, id, number, shopify, ledger }
    };
    let mut all: Vec<_> = orders.iter().collect();
    all.sort_by_key(|(id, _)| **id);
    let items: Vec<Item> = all.into_iter().map(item).collect();
    let figures = gateways.into_iter().map(|(name, amount)| Figure { name, amount }).collect();
    Ok(Section::of(SectionKind::Payments, figures, items))
}

/// What was taken and given back in the month, and went well.
async fn told(c: &impl ConnectionTrait, period: &Period) -> Result<Vec<transaction::Model>, Error> {
    use transaction::{Column, Entity};
    Ok(Entity::find()
        .filter(Column::CreatedAt.gte(period.begins()))
        .filter(Column::CreatedAt.lt(period.ends()))
        .filter(Column::Kind.is_in([Kind::Capture, Kind::Sale, Kind::Refund]))
        .filter(Column::Status.eq(Status::Success))
        .all(c)
        .await?)
}

/// The orders of which a payment is posted in the month.
async fn posted_in(c: &impl ConnectionTrait, period: &Period) -> Result<BTreeSet<i64>, Error> {
    let of_month = || payments_only().add(entry::Column::PostingDate.between(period.from, period.to));
    let suggested: Vec<Option<String>> = entry::Entity::find()
        .select_only()
        .column(entry::Column::SourceId)
        .filter(of_month())
        .filter(entry::Column::SourceKind.eq(TRANSACTION_SOURCE))
        .into_tuple()
        .all(c)
        .await?;
    let suggested: BTreeSet<i64> =
        suggested.iter().flatten().filter_map(|id| part_of(id)).map(|(payment, _)| payment).collect();
    let mut ids: BTreeSet<i64> = orders_of_payments(c, suggested).await?.into_values().collect();
    let at_once = entry::Entity::find()
        .select_only()
        .column(entry::Column::DocumentNumber)
        .filter(of_month())
        .filter(entry::Column::SourceKind.is_null());
    let at_once: Vec<Code<20>> = at_once.into_tuple().all(c).await?;
    for some in at_once.chunks(AT_ONCE) {
        let paid = header::Entity::find()
            .select_only()
            .columns([header::Column::SourceKind, header::Column::SourceId])
            .filter(header::Column::Number.is_in(some.iter().cloned()))
            .filter(invoiced());
        let paid: Vec<(String, String)> = paid.into_tuple().all(c).await?;
        let of = |kind: &ShopifyDocument| -> BTreeSet<i64> {
            paid.iter().filter(|(of, _)| of == kind.caption()).filter_map(|(_, id)| id.parse().ok()).collect()
        };
        ids.extend(of(&ShopifyDocument::Order));
        let refunds = of(&ShopifyDocument::Refund);
        ids.extend(orders_of_refunds(c, refunds).await?.into_values());
    }
    Ok(ids)
}

fn payments_only() -> Condition {
    Condition::all().add(entry::Column::DocumentType.is_in([DocumentType::Payment, DocumentType::Refund]))
}

/// The shop's orders of these, by their ids in Shopify.
async fn orders(
    c: &impl ConnectionTrait,
    shop: &shops::Model,
    ids: &BTreeSet<i64>,
) -> Result<HashMap<i64, order::Model>, Error> {
    use order::{Column, Entity};
    let ids: Vec<i64> = ids.iter().copied().collect();
    let mut orders = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        let found = Entity::find().filter(Column::ShopifyOrderId.is_in(some.iter().copied()));
        let found = found.filter(Column::ShopCode.eq(shop.code.clone())).all(c).await?;
        orders.extend(found.into_iter().map(|order| (order.shopify_order_id, order)));
    }
    Ok(orders)
}

/// What is posted of the payments of orders, whenever that was: by payments that were suggested, and by documents that were paid
/// when they were posted.
async fn posted(
    c: &impl ConnectionTrait,
    orders: &HashMap<i64, order::Model>,
) -> Result<HashMap<i64, Vec<Paid>>, Error> {
    let mut paid: HashMap<i64, Vec<Paid>> = HashMap::new();
    let numbers: Vec<&str> = orders.values().map(|order| order.shopify_order_number.as_str()).collect();
    for some in numbers.chunks(AT_ONCE) {
        let entries = entry::Entity::find()
            .filter(payments_only())
            .filter(entry::Column::SourceNumber.is_in(some.iter().copied()))
            .all(c)
            .await?;
        let whose = whose(c, &entries).await?;
        for one in &entries {
            let order = match (&one.source_kind, &one.source_id) {
                (Some(_), Some(id)) => part_of(id).and_then(|(id, _)| whose.transactions.get(&id)),
                _ => whose.documents.get(&(one.document_type, one.document_number.clone())),
            };
            let Some(order) = order.filter(|order| orders.contains_key(*order)) else { continue };
            paid.entry(*order).or_default().push(Paid {
                date: one.posting_date,
                amount: -one.amount,
                amount_lcy: -one.amount_lcy,
            });
        }
    }
    Ok(paid)
}

/// The orders of payments, and of documents.
struct Whose {
    transactions: HashMap<i64, i64>,
    /// By the kind and number of the entry: a document that is paid at once has its number for that, too.
    documents: HashMap<(DocumentType, Code<20>), i64>,
}

async fn whose(c: &impl ConnectionTrait, entries: &[entry::Model]) -> Result<Whose, Error> {
    let ids = entries.iter().filter_map(|one| part_of(one.source_id.as_deref()?)).map(|(id, _)| id);
    let transactions = orders_of_payments(c, ids.collect()).await?;
    let at_once = entries.iter().filter(|one| one.source_kind.is_none()).map(|one| one.document_number.clone());
    let numbers: Vec<Code<20>> = at_once.collect::<BTreeSet<_>>().into_iter().collect();
    let mut documents = HashMap::new();
    for some in numbers.chunks(AT_ONCE) {
        let found: Vec<(PostedKind, Code<20>, String, String)> = header::Entity::find()
            .select_only()
            .columns([
                header::Column::Kind,
                header::Column::Number,
                header::Column::SourceKind,
                header::Column::SourceId,
            ])
            .filter(header::Column::Number.is_in(some.iter().cloned()))
            .filter(invoiced())
            .into_tuple()
            .all(c)
            .await?;
        let refunds: BTreeSet<i64> = found
            .iter()
            .filter(|(_, _, kind, _)| kind == ShopifyDocument::Refund.caption())
            .filter_map(|(.., id)| id.parse().ok())
            .collect();
        let of_refunds = orders_of_refunds(c, refunds).await?;
        for (posted, number, kind, id) in found {
            let Ok(id) = id.parse::<i64>() else { continue };
            let paid = if posted == PostedKind::CreditMemo { DocumentType::Refund } else { DocumentType::Payment };
            let order = if kind == ShopifyDocument::Refund.caption() { of_refunds.get(&id).copied() } else { Some(id) };
            documents.extend(order.map(|order| ((paid, number), order)));
        }
    }
    Ok(Whose { transactions, documents })
}
