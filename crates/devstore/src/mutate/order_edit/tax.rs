use rust_decimal::Decimal;

use crate::store::money::Bag;
use crate::store::order::{Order, ShippingLine, TaxLine};
use crate::store::refund::Share;

/// The taxes that the order's lines bear, for lines that are added.
pub(super) fn line_rates(order: &Order) -> Vec<TaxLine> {
    order.lines.iter().map(|line| &line.taxes).find(|taxes| !taxes.is_empty()).cloned().unwrap_or_default()
}

/// The taxes that its shipping bears.
pub(super) fn shipping_rates(order: &Order) -> Vec<TaxLine> {
    order.shipping_lines.iter().map(|line| &line.taxes).find(|taxes| !taxes.is_empty()).cloned().unwrap_or_default()
}

/// The taxes of these rates on an amount.
pub(in crate::mutate) fn taxes_on(order: &Order, base: Bag, rates: &[TaxLine]) -> Vec<TaxLine> {
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

/// Taxes what is left of a line anew, which is to cost `new`.
pub(super) fn tax_again(order: &mut Order, place: usize, new: Bag) {
    let Some(line) = order.lines.get(place) else { return };
    let named = if order.order_taxes.is_empty() { &line.taxes } else { &order.order_taxes };
    let left = order.current_line(place);
    let taxed = line.taxable || order.order_taxes.is_empty();
    let wanted = if taxed { scaled(order, &left, named, new) } else { left.taxes.clone() };
    for (index, (wanted, tax)) in wanted.into_iter().zip(left.taxes).enumerate() {
        add(order, place, index, wanted - tax);
    }
}

/// The taxes of a shipping line of which the rest is to cost `new`.
pub(super) fn shipping_taxes_again(order: &Order, line: &ShippingLine, left: &Share, new: Bag) -> Vec<TaxLine> {
    let wanted = scaled(order, left, &line.taxes, new);
    let differences = wanted.into_iter().zip(&left.taxes).map(|(wanted, tax)| wanted - *tax);
    let taxes = line.taxes.iter().zip(differences);
    taxes.map(|(tax, difference)| TaxLine { amount: tax.amount + difference, ..tax.clone() }).collect()
}

/// The taxes on what is left, as much larger or smaller as it becomes. What has cost nothing is taxed by the rates.
fn scaled(order: &Order, left: &Share, rates: &[TaxLine], new: Bag) -> Vec<Bag> {
    let old = left.subtotal;
    if old.shop.is_zero() || old.presentment.is_zero() {
        return taxes_on(order, new, rates).into_iter().map(|tax| tax.amount).collect();
    }
    let part = |tax: Decimal, old: Decimal, new: Decimal| (tax * new).checked_div(old).unwrap_or_default();
    let scale = |tax: &Bag| Bag {
        shop: part(tax.shop, old.shop, new.shop),
        presentment: part(tax.presentment, old.presentment, new.presentment),
    };
    left.taxes.iter().map(|tax| order.decimals().round(scale(tax))).collect()
}

fn add(order: &mut Order, place: usize, index: usize, amount: Bag) {
    let by_line = order.order_taxes.is_empty();
    let taxes =
        if by_line { order.lines.get_mut(place).map(|line| &mut line.taxes) } else { Some(&mut order.order_taxes) };
    if let Some(tax) = taxes.and_then(|taxes| taxes.get_mut(index)) {
        tax.amount += amount;
    }
}
