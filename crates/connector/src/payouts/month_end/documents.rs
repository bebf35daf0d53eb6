//! What was sold and paid back, and its invoices and credit memos.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use values::Code;
use values::money::Amount;

use super::money::{Money, Without};
use super::orders::{AT_ONCE, Posted, Standing, posted, posted_between};
use super::period::Period;
use super::section::{Figure, Item, Reason, RecordKind, Section, SectionKind};
use crate::orders::document_links::ShopifyDocument;
use crate::orders::refunds::staged::refund;
use crate::orders::staged::{line, order};
use crate::orders::totals::Stand;
use crate::shops::options::CurrencyHandling;
use crate::{Error, shops};

/// What was sold in a month.
pub(super) async fn sales(
    c: &impl ConnectionTrait,
    shop: &shops::Model,
    period: &Period,
    without: &mut Without,
) -> Result<Section, Error> {
    use order::{Column, Entity};
    let of_shop = || Entity::find().filter(Column::ShopCode.eq(shop.code.clone()));
    let mut orders = of_shop().filter(Column::DocumentDate.between(period.from, period.to)).all(c).await?;
    let sold: BTreeSet<i64> = orders.iter().map(|order| order.shopify_order_id).collect();
    let invoiced = posted_between(c, &ShopifyDocument::Order, (period.from, period.to)).await?;
    let others: Vec<i64> = invoiced.difference(&sold).copied().collect();
    for some in others.chunks(AT_ONCE) {
        orders.extend(of_shop().filter(Column::ShopifyOrderId.is_in(some.iter().copied())).all(c).await?);
    }
    let ids: BTreeSet<i64> = orders.iter().map(|order| order.shopify_order_id).collect();
    let documents = posted(c, &ShopifyDocument::Order, &ids).await?;
    let standing = Standing::read(c, &ids.into_iter().collect::<Vec<_>>()).await?;
    let isos = orders.iter().map(|order| currency(shop, order)).collect();
    let money = Money::read(c, isos, period.to, without).await?;
    let none = Vec::new();
    let items = orders.iter().map(|order| {
        let handling = handling(shop, order);
        let rounding = handling.pick(order.payment_rounding_amount, order.presentment_payment_rounding_amount);
        let total = Stand::of(order).total(order, handling) + rounding;
        let documents = documents.get(&order.shopify_order_id).unwrap_or(&none);
        let sides = Sides {
            is_of_month: period.has(order.document_date),
            total,
            own: |amount| money.own(&currency(shop, order), amount),
            documents,
        };
        let (shopify, ledger, differs) = sides.compare(period);
        Item {
            reason: standing
                .against(order)
                .filter(|_| documents.is_empty() || differs == Reason::Differs)
                .unwrap_or(differs),
            kind: RecordKind::Order,
            id: Some(order.id),
            number: order.shopify_order_number.clone(),
            shopify,
            ledger,
        }
    });
    let items: Vec<Item> = items.collect();
    let of_month = orders.iter().filter(|order| period.has(order.document_date)).collect();
    let figures = parts(c, shop, &money, of_month).await?;
    Ok(Section::of(SectionKind::Sales, figures, items))
}

/// What was paid back in a month.
pub(super) async fn refunds(
    c: &impl ConnectionTrait,
    shop: &shops::Model,
    period: &Period,
    without: &mut Without,
) -> Result<Section, Error> {
    use refund::{Column, Entity};
    let of_shop = || Entity::find().filter(Column::ShopCode.eq(shop.code.clone()));
    let of_month = of_shop().filter(Column::CreatedAt.gte(period.begins())).filter(Column::CreatedAt.lt(period.ends()));
    let mut refunds = of_month.all(c).await?;
    let made: BTreeSet<i64> = refunds.iter().map(|refund| refund.shopify_refund_id).collect();
    let credited = posted_between(c, &ShopifyDocument::Refund, (period.from, period.to)).await?;
    let others: Vec<i64> = credited.difference(&made).copied().collect();
    for some in others.chunks(AT_ONCE) {
        refunds.extend(of_shop().filter(Column::ShopifyRefundId.is_in(some.iter().copied())).all(c).await?);
    }
    let ids: BTreeSet<i64> = refunds.iter().map(|refund| refund.shopify_refund_id).collect();
    let documents = posted(c, &ShopifyDocument::Refund, &ids).await?;
    let orders = orders_of(c, &refunds).await?;
    let iso = |refund: &refund::Model| {
        let handling = orders.get(&refund.order_id).map_or(shop.currency_handling, |order| handling(shop, order));
        (handling, handling.pick(&refund.currency_code, &refund.presentment_currency_code).clone())
    };
    let isos = refunds.iter().map(|refund| iso(refund).1).collect();
    let money = Money::read(c, isos, period.to, without).await?;
    let none = Vec::new();
    let items = refunds.iter().map(|refund| {
        let (handling, iso) = iso(refund);
        let total = handling.pick(refund.total_refunded_amount, refund.presentment_total_refunded_amount);
        let documents = documents.get(&refund.shopify_refund_id).unwrap_or(&none);
        let sides = Sides {
            is_of_month: period.has(period.day(refund.created_at)),
            // A credit memo owes the customer.
            total: -total,
            own: |amount| money.own(&iso, amount),
            documents,
        };
        let (shopify, ledger, differs) = sides.compare(period);
        let reason = match (documents.is_empty(), refund.is_processed) {
            (true, true) => Reason::NotPosted,
            (true, false) if refund.can_create_credit_memo => Reason::NotDocumented,
            (true, false) => Reason::NotToBeDocumented,
            (false, _) => differs,
        };
        Item {
            reason,
            kind: RecordKind::Refund,
            id: Some(refund.id),
            number: format!("{} {}", refund.shopify_order_number, refund.shopify_refund_id),
            shopify,
            ledger,
        }
    });
    let items: Vec<Item> = items.collect();
    Ok(Section::of(SectionKind::Refunds, Vec::new(), items))
}

/// A record and what is posted of it.
struct Sides<'a, F> {
    is_of_month: bool,
    /// What it comes to, in the money of its document.
    total: Amount,
    /// An amount of that in the company's own money.
    own: F,
    documents: &'a [Posted],
}

impl<F: Fn(Amount) -> Amount> Sides<'_, F> {
    /// What both sides say of it for the month, and why they differ if all of it has its document.
    fn compare(&self, period: &Period) -> (Amount, Amount, Reason) {
        let posted: Amount = self.documents.iter().map(|document| document.amount).sum();
        let posted_lcy: Amount = self.documents.iter().map(|document| document.amount_lcy).sum();
        // What is posted is worth what it was posted with; only what is not is valued here.
        let worth = posted_lcy + (self.own)(self.total - posted);
        let shopify = if self.is_of_month { worth } else { Amount::ZERO };
        let of_month = self.documents.iter().filter(|document| period.has(document.date));
        let ledger: Amount = of_month.map(|document| document.amount_lcy).sum();
        let elsewhere = if self.is_of_month { posted_lcy - ledger } else { -ledger };
        let reason = match shopify - ledger {
            by if by.is_zero() => Reason::None,
            by if by == elsewhere => Reason::OtherMonth,
            _ => Reason::Differs,
        };
        (shopify, ledger, reason)
    }
}

/// The money in which an order's document is.
fn handling(shop: &shops::Model, order: &order::Model) -> CurrencyHandling {
    if order.processed { order.processed_currency_handling } else { shop.currency_handling }
}

fn currency(shop: &shops::Model, order: &order::Model) -> Code<10> {
    handling(shop, order).pick(&order.currency_code, &order.presentment_currency_code).clone()
}

async fn orders_of(
    c: &impl ConnectionTrait,
    refunds: &[refund::Model],
) -> Result<HashMap<uuid::Uuid, order::Model>, Error> {
    let ids: BTreeSet<_> = refunds.iter().map(|refund| refund.order_id).collect();
    let ids: Vec<_> = ids.into_iter().collect();
    let mut orders = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        let found = order::Entity::find().filter(order::Column::Id.is_in(some.iter().copied())).all(c).await?;
        orders.extend(found.into_iter().map(|order| (order.id, order)));
    }
    Ok(orders)
}

/// What of the month's orders was tips, gift cards, shipping and taxes.
async fn parts(
    c: &impl ConnectionTrait,
    shop: &shops::Model,
    money: &Money,
    orders: Vec<&order::Model>,
) -> Result<Vec<Figure>, Error> {
    let (mut tips, mut shipping, mut taxes, mut gift_cards) = (Amount::ZERO, Amount::ZERO, Amount::ZERO, Amount::ZERO);
    let mut by_id = HashMap::new();
    for order in orders {
        let handling = handling(shop, order);
        let iso = currency(shop, order);
        let own = |amount| money.own(&iso, amount);
        tips += own(handling.pick(order.total_tip_received, order.presentment_total_tip_received));
        shipping += own(handling.pick(order.shipping_charges_amount, order.presentment_shipping_charges_amount));
        taxes += own(Stand::of(order).tax(order, handling));
        by_id.insert(order.id, (handling, iso));
    }
    let ids: Vec<_> = by_id.keys().copied().collect();
    for some in ids.chunks(AT_ONCE) {
        let sold = line::Entity::find().filter(line::Column::OrderId.is_in(some.iter().copied()));
        for line in sold.filter(line::Column::GiftCard.eq(true)).filter(line::Column::Tip.eq(false)).all(c).await? {
            let Some((handling, iso)) = by_id.get(&line.order_id) else { continue };
            let price = handling.pick(line.unit_price, line.presentment_unit_price).decimal();
            let gross = Amount::rounded(price * line.current_quantity.decimal(), rust_decimal::Decimal::new(1, 2));
            let net = gross.unwrap_or_default() - handling.pick(line.discount_amount, line.presentment_discount_amount);
            gift_cards += money.own(iso, net);
        }
    }
    let named = [("giftCards", gift_cards), ("shipping", shipping), ("taxes", taxes), ("tips", tips)];
    let some = named.into_iter().filter(|(_, amount)| !amount.is_zero());
    Ok(some.map(|(name, amount)| Figure { name: name.to_owned(), amount }).collect())
}
