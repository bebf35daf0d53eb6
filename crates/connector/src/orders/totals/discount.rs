//! The discounts of an order: those of its lines and shipping charges, and what belongs to none of them.

use rust_decimal::RoundingStrategy;
use values::money::Amount;

use super::Stand;
use super::decimals::decimals;
use crate::orders::staged::{Sale, line};
use crate::shops::options::CurrencyHandling;

/// The line's discount, for as much of it as is sold. Shopify tells it for all that was ordered; what a part of it is
/// loses to rounding becomes a part of the invoice discount.
pub fn discount_of(sale: &Sale, line: &line::Model, handling: CurrencyHandling) -> Amount {
    let whole = handling.pick(line.discount_amount, line.presentment_discount_amount);
    let sold = Stand::of(&sale.order).quantity(line);
    if sold == line.quantity || whole.is_zero() {
        return whole;
    }
    let part = (whole.decimal() * sold.decimal()).checked_div(line.quantity.decimal()).unwrap_or_default();
    let currency = handling.pick(&sale.order.currency_code, &sale.order.presentment_currency_code);
    let part = part.round_dp_with_strategy(decimals(currency.as_str()), RoundingStrategy::ToZero);
    Amount::new(part).unwrap_or(whole)
}

/// What is left for the invoice discount: the part that Shopify has given to no line and no shipping charge. A negative
/// rest is nothing.
pub fn rest(sale: &Sale, handling: CurrencyHandling) -> Amount {
    let all = Stand::of(&sale.order).discounts(&sale.order, handling);
    let of_lines: Amount = sale.lines.iter().map(|line| discount_of(sale, line, handling)).sum();
    let charges = sale.shipping_charges.iter();
    let of_shipping: Amount =
        charges.map(|charge| handling.pick(charge.discount_amount, charge.presentment_discount_amount)).sum();
    (all - of_lines - of_shipping).max(Amount::ZERO)
}
