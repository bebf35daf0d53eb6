use rust_decimal::Decimal;

use crate::store::money::Bag;
use crate::store::order::{Order, TaxLine};

/// The taxes that the order's lines bear, for lines that are added.
pub(super) fn line_rates(order: &Order) -> Vec<TaxLine> {
    order.lines.iter().map(|line| &line.taxes).find(|taxes| !taxes.is_empty()).cloned().unwrap_or_default()
}

/// The taxes that its shipping bears.
pub(super) fn shipping_rates(order: &Order) -> Vec<TaxLine> {
    order.shipping_lines.iter().map(|line| &line.taxes).find(|taxes| !taxes.is_empty()).cloned().unwrap_or_default()
}

/// The taxes of these rates on an amount.
pub(super) fn taxes_on(order: &Order, base: Bag, rates: &[TaxLine]) -> Vec<TaxLine> {
    let all: Decimal = rates.iter().map(|tax| tax.rate).sum();
    let of = |rate: Decimal| {
        // Taxes that are included share one net amount.
        let divisor = if order.taxes_included { Decimal::ONE + all } else { Decimal::ONE };
        order.decimals().round(base.map(|amount| (amount * rate).checked_div(divisor).unwrap_or_default()))
    };
    rates.iter().map(|tax| TaxLine { amount: of(tax.rate), ..tax.clone() }).collect()
}

/// Adds the taxes of more pieces of a line, which cost `more`.
pub(super) fn tax_more(order: &mut Order, place: usize, more: Bag) {
    let Some(line) = order.lines.get(place) else { return };
    let rates = if order.order_taxes.is_empty() { line.taxes.clone() } else { order.order_taxes.clone() };
    let added = taxes_on(order, more, &rates);
    for (index, tax) in added.iter().enumerate() {
        add(order, place, index, tax.amount);
    }
}

/// Makes the taxes on what is left of a line as much smaller as the line has become: from `old` to `new`.
pub(super) fn tax_less(order: &mut Order, place: usize, old: Bag, new: Bag) {
    let part = |tax: Decimal, old: Decimal, new: Decimal| (tax * new).checked_div(old).unwrap_or_default();
    for (index, tax) in order.current_line(place).taxes.into_iter().enumerate() {
        let left = Bag {
            shop: part(tax.shop, old.shop, new.shop),
            presentment: part(tax.presentment, old.presentment, new.presentment),
        };
        let difference = order.decimals().round(left) - tax;
        add(order, place, index, difference);
    }
}

fn add(order: &mut Order, place: usize, index: usize, amount: Bag) {
    let by_line = order.order_taxes.is_empty();
    let taxes =
        if by_line { order.lines.get_mut(place).map(|line| &mut line.taxes) } else { Some(&mut order.order_taxes) };
    if let Some(tax) = taxes.and_then(|taxes| taxes.get_mut(index)) {
        tax.amount += amount;
    }
}
