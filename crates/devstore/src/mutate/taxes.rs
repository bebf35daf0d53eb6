use rust_decimal::Decimal;

use super::order_input::{OrderInput, TaxLineInput};
use crate::store::money::{Bag, Decimals};
use crate::store::order::{Order, TaxLine};

/// Whether taxes are given for the order and for its lines: Shopify takes one or the other.
pub(super) fn given_twice(input: &OrderInput) -> bool {
    let any = |taxes: &Option<Vec<TaxLineInput>>| taxes.as_ref().is_some_and(|taxes| !taxes.is_empty());
    any(&input.tax_lines)
        && (input.line_items.iter().flatten().any(|line| any(&line.tax_lines))
            || input.shipping_lines.iter().flatten().any(|line| any(&line.tax_lines)))
}

/// Charges the taxes that the input gives. A tax without an amount is computed from its rate, on what is left after
/// discounts.
pub(super) fn charge(order: &mut Order, input: &OrderInput) {
    let decimals = order.decimals();
    let included = order.taxes_included;
    for (line, given) in order.lines.iter_mut().zip(input.line_items.iter().flatten()) {
        let base = line.discounted_total();
        line.taxes = computed(given.tax_lines.as_deref(), base, included, decimals);
    }
    for (line, given) in order.shipping_lines.iter_mut().zip(input.shipping_lines.iter().flatten()) {
        let base = line.discounted_price();
        line.taxes = computed(given.tax_lines.as_deref(), base, included, decimals);
    }
    let base: Bag = order.lines.iter().filter(|line| line.taxable).map(|line| line.discounted_total()).sum();
    order.order_taxes = computed(input.tax_lines.as_deref(), base, included, decimals);
}

/// The taxes that are given for a fee of the order.
pub(crate) fn of_fee(order: &Order, given: &[TaxLineInput], price: Bag) -> Vec<TaxLine> {
    computed(Some(given), price, order.taxes_included, order.decimals())
}

fn computed(given: Option<&[TaxLineInput]>, base: Bag, included: bool, decimals: Decimals) -> Vec<TaxLine> {
    let given = given.unwrap_or_default();
    // Taxes that are included share one net amount.
    let all_rates: Decimal = given.iter().map(|tax| tax.rate).sum();
    given
        .iter()
        .map(|tax| {
            let amount = match &tax.price_set {
                Some(amount) => amount.bag(),
                None if included => decimals.round(
                    base.map(|gross| (gross * tax.rate).checked_div(Decimal::ONE + all_rates).unwrap_or_default()),
                ),
                None => decimals.round(base.times(tax.rate)),
            };
            TaxLine { title: tax.title.clone(), rate: tax.rate, amount, channel_liable: tax.channel_liable }
        })
        .collect()
}
