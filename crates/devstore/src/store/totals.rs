use serde::{Deserialize, Serialize};

use super::money::Bag;
use super::order::{Order, TaxLine};

/// The sums of an order.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Totals {
    /// The lines after discounts; with the tax where prices include it.
    pub subtotal: Bag,
    /// All discounts, those on shipping too.
    pub discounts: Bag,
    /// Shipping before discounts.
    pub shipping: Bag,
    /// Shipping after discounts.
    pub discounted_shipping: Bag,
    /// All taxes, included or not.
    pub tax: Bag,
    /// What the buyer has to pay.
    pub total: Bag,
    /// What was paid.
    pub received: Bag,
    /// What was paid back.
    pub refunded: Bag,
    /// What is authorised and not captured.
    pub capturable: Bag,
    /// What is still to be paid.
    pub outstanding: Bag,
    /// The taxes of the whole order, one line for each title and rate.
    pub taxes: Vec<TaxLine>,
}

impl Totals {
    pub(crate) fn of(order: &Order) -> Self {
        let subtotal: Bag = order.lines.iter().map(|line| line.discounted_total()).sum();
        let shipping: Bag = order.shipping_lines.iter().map(|line| line.price).sum();
        let discounted_shipping: Bag = order.shipping_lines.iter().map(|line| line.discounted_price()).sum();
        let discounts = order.lines.iter().map(|line| line.discount()).sum::<Bag>() + shipping - discounted_shipping;
        let taxes = taxes(order);
        let tax: Bag = taxes.iter().map(|tax| tax.amount).sum();
        let mut total = subtotal + discounted_shipping;
        if !order.taxes_included {
            total += tax;
        }
        let received = paid(order, &["SALE", "CAPTURE"]);
        let refunded = paid(order, &["REFUND"]);
        let captured = paid(order, &["CAPTURE", "VOID"]);
        let capturable = paid(order, &["AUTHORIZATION"]) - captured.at_most(paid(order, &["AUTHORIZATION"]));
        let outstanding = (total - received).map(|amount| amount.max(rust_decimal::Decimal::ZERO));
        Self {
            subtotal,
            discounts,
            shipping,
            discounted_shipping,
            tax,
            total,
            received,
            refunded,
            capturable,
            outstanding,
            taxes,
        }
    }
}

fn paid(order: &Order, kinds: &[&str]) -> Bag {
    order.transactions.iter().filter(|transaction| transaction.succeeded(kinds)).map(|t| t.amount).sum()
}

fn taxes(order: &Order) -> Vec<TaxLine> {
    if !order.order_taxes.is_empty() {
        return order.order_taxes.clone();
    }
    let mut sums: Vec<TaxLine> = Vec::new();
    let lines = order.lines.iter().flat_map(|line| &line.taxes);
    for tax in lines.chain(order.shipping_lines.iter().flat_map(|line| &line.taxes)) {
        match sums.iter_mut().find(|sum| sum.title == tax.title && sum.rate == tax.rate) {
            Some(sum) => sum.amount += tax.amount,
            None => sums.push(tax.clone()),
        }
    }
    sums
}
