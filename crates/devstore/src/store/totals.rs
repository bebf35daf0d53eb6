use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::money::Bag;
use super::order::{Order, TaxLine};

/// The sums of an order.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Totals {
    /// As it was placed, with what was added since.
    pub placed: Sums,
    /// What is left of it after refunds and edits.
    pub current: Sums,
    /// Shipping before discounts.
    pub shipping: Bag,
    /// What was paid.
    pub received: Bag,
    /// What was paid back.
    pub refunded: Bag,
    /// What is authorised and not captured.
    pub capturable: Bag,
    /// What is still to be paid.
    pub outstanding: Bag,
}

/// What lines, shipping and taxes come to.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Sums {
    /// The lines after discounts; with the tax where prices include it.
    pub subtotal: Bag,
    /// All discounts, those on shipping too.
    pub discounts: Bag,
    /// Shipping after discounts.
    pub shipping: Bag,
    /// All taxes, included or not.
    pub tax: Bag,
    /// What the buyer has to pay.
    pub total: Bag,
    /// The taxes of the whole order, one line for each title and rate.
    pub taxes: Vec<TaxLine>,
}

impl Totals {
    pub(crate) fn of(order: &Order) -> Self {
        let placed = placed(order);
        let current = current(order);
        let received = paid(order, &["SALE", "CAPTURE"]);
        let refunded = paid(order, &["REFUND"]);
        let capturable = order.transactions.iter().map(|transaction| transaction.capturable()).sum();
        let outstanding = (current.total - (received - refunded)).map(|amount| amount.max(Decimal::ZERO));
        let shipping = order.shipping_lines.iter().map(|line| line.price).sum();
        Self { placed, current, shipping, received, refunded, capturable, outstanding }
    }
}

fn placed(order: &Order) -> Sums {
    let subtotal = order.lines.iter().map(|line| line.discounted_total()).sum();
    let shipping: Bag = order.shipping_lines.iter().map(|line| line.discounted_price()).sum();
    let discounts = order.lines.iter().map(|line| line.discount()).sum::<Bag>()
        + order.shipping_lines.iter().map(|line| line.discount()).sum::<Bag>();
    let mut taxes = Vec::new();
    for tax in &order.order_taxes {
        add(&mut taxes, tax, tax.amount);
    }
    if taxes.is_empty() {
        let lines = order.lines.iter().flat_map(|line| &line.taxes);
        for tax in lines.chain(order.shipping_lines.iter().flat_map(|line| &line.taxes)) {
            add(&mut taxes, tax, tax.amount);
        }
    }
    add_taxes_of_fees(order, &mut taxes);
    Sums { subtotal, discounts, shipping, ..Sums::default() }.closed(order, taxes)
}

fn current(order: &Order) -> Sums {
    let mut sums = Sums::default();
    let mut taxes = Vec::new();
    for (place, line) in order.lines.iter().enumerate() {
        let left = order.current_line(place);
        sums.subtotal += left.subtotal;
        sums.discounts += left.discount();
        let named = if order.order_taxes.is_empty() { &line.taxes } else { &order.order_taxes };
        for (tax, amount) in named.iter().zip(left.taxes) {
            add(&mut taxes, tax, amount);
        }
    }
    for line in &order.shipping_lines {
        let left = order.current_shipping(line);
        sums.shipping += left.subtotal;
        sums.discounts += left.discount();
        if order.order_taxes.is_empty() {
            for (tax, amount) in line.taxes.iter().zip(left.taxes) {
                add(&mut taxes, tax, amount);
            }
        }
    }
    add_taxes_of_fees(order, &mut taxes);
    let mut sums = sums.closed(order, taxes);
    sums.total += order.adjusted();
    sums
}

impl Sums {
    /// The sums with the taxes and what they come to.
    fn closed(self, order: &Order, taxes: Vec<TaxLine>) -> Self {
        let tax: Bag = taxes.iter().map(|tax| tax.amount).sum();
        let mut total = self.subtotal + self.shipping + order.special.charged();
        if !order.taxes_included {
            total += tax;
        }
        Self { tax, total, taxes, ..self }
    }
}

fn add_taxes_of_fees(order: &Order, taxes: &mut Vec<TaxLine>) {
    for tax in order.special.fees.iter().flat_map(|fee| &fee.taxes) {
        add(taxes, tax, tax.amount);
    }
}

fn add(sums: &mut Vec<TaxLine>, tax: &TaxLine, amount: Bag) {
    match sums.iter_mut().find(|sum| sum.title == tax.title && sum.rate == tax.rate) {
        Some(sum) => sum.amount += amount,
        None => sums.push(TaxLine { amount, ..tax.clone() }),
    }
}

fn paid(order: &Order, kinds: &[&str]) -> Bag {
    order.transactions.iter().filter(|transaction| transaction.succeeded(kinds)).map(|t| t.amount).sum()
}
