//! What refunds and exchanges do to the document of their order. What was taken out before it was paid was never sold;
//! what the buyer gets instead of something else is sold by the credit memo that takes that back. Neither is on the
//! document of the order.

use std::collections::HashSet;

use rust_decimal::Decimal;
use values::money::{Amount, Quantity};

use crate::orders::refunds::staged::{Back, refund_line};
use crate::orders::staged::tax_line::{self, Parent};
use crate::orders::staged::{Sale, line};
use crate::shops::options::CurrencyHandling;

/// What is not sold, in one money.
#[derive(Clone, Copy, Default)]
struct NotSold {
    /// With the tax.
    amount: Amount,
    tax: Amount,
    discount: Amount,
}

/// Works it out anew: whatever it was before, the same refunds have the same effect.
pub(super) fn apply(sale: &mut Sale, tax_lines: &[tax_line::Model], back: &Back, exchanged: &HashSet<i64>) {
    let lines = || back.refunds.iter().flat_map(|one| &one.lines);
    for line in &mut sale.lines {
        line.exchange_item = exchanged.contains(&line.line_id);
        line.not_sold_quantity = match line.exchange_item {
            true => line.quantity,
            false => lines().filter(|out| takes_out(out, line)).map(|out| out.quantity).sum::<Quantity>(),
        };
    }
    let shop = not_sold(sale, tax_lines, back, CurrencyHandling::ShopCurrency);
    let presentment = not_sold(sale, tax_lines, back, CurrencyHandling::PresentmentCurrency);
    let order = &mut sale.order;
    (order.not_sold_amount, order.presentment_not_sold_amount) = (shop.amount, presentment.amount);
    (order.not_sold_vat_amount, order.presentment_not_sold_vat_amount) = (shop.tax, presentment.tax);
    (order.not_sold_discount_amount, order.presentment_not_sold_discount_amount) =
        (shop.discount, presentment.discount);
    order.has_credits = !exchanged.is_empty() || back.refunds.iter().any(|one| one.refund.can_create_credit_memo);
}

/// Whether refunds pay back every piece of the order, so that their documents take back the whole of its own.
pub(super) fn is_taken_back(sale: &Sale, back: &Back) -> bool {
    let credited = |line: &line::Model| -> Quantity {
        let lines = back.refunds.iter().flat_map(|one| &one.lines).filter(|out| out.can_create_credit_memo);
        lines.filter(|out| out.order_line_id == line.line_id).map(|out| out.quantity).sum()
    };
    let mut sold = sale.lines.iter().filter(|line| !line.exchange_item);
    sold.all(|line| credited(line) == line.quantity)
}

/// Whether the refund line takes pieces of the line out that were never paid.
fn takes_out(out: &refund_line::Model, line: &line::Model) -> bool {
    !out.can_create_credit_memo && out.order_line_id == line.line_id
}

fn not_sold(sale: &Sale, tax_lines: &[tax_line::Model], back: &Back, money: CurrencyHandling) -> NotSold {
    let mut all = NotSold::default();
    let mut add = |gross: Decimal, net: Amount, tax: Amount| {
        all.amount += if sale.order.vat_included { net } else { net + tax };
        all.tax += tax;
        all.discount += Amount::new(gross).unwrap_or_default() - net;
    };
    for line in &sale.lines {
        let gross = money.pick(line.unit_price, line.presentment_unit_price).decimal() * line.quantity.decimal();
        if line.exchange_item {
            let taxes = tax_lines.iter().filter(|tax| is_of(tax, line));
            let tax = taxes.map(|tax| money.pick(tax.amount, tax.presentment_amount)).sum();
            let discount = money.pick(line.discount_amount, line.presentment_discount_amount);
            add(gross, Amount::new(gross).unwrap_or_default() - discount, tax);
            continue;
        }
        for out in back.refunds.iter().flat_map(|one| &one.lines).filter(|out| takes_out(out, line)) {
            let gross = money.pick(out.amount, out.presentment_amount).decimal() * out.quantity.decimal();
            let net = money.pick(out.subtotal_amount, out.presentment_subtotal_amount);
            add(gross, net, money.pick(out.total_tax_amount, out.presentment_total_tax_amount));
        }
    }
    all
}

/// Whether it is a tax of the line.
pub(super) fn is_of(tax: &tax_line::Model, line: &line::Model) -> bool {
    tax.parent_type == Parent::OrderLine && tax.parent_id == line.line_id
}
