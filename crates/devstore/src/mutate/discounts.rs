use rust_decimal::Decimal;

use super::order_input::DiscountCodeInput;
use crate::store::State;
use crate::store::discount::{Discount, DiscountValue, GivenBy};
use crate::store::money::Bag;
use crate::store::order::{Allocation, Order};

/// The discounts that the input names.
pub(super) fn given(state: &mut State, input: Option<&DiscountCodeInput>) -> Vec<Discount> {
    let Some(input) = input else { return Vec::new() };
    let mut discount =
        |code: &str, value| Discount { id: state.ids.next(), given_by: GivenBy::Code(code.to_owned()), value };
    let mut discounts = Vec::new();
    if let Some(given) = &input.item_percentage_discount_code {
        discounts.push(discount(&given.code, DiscountValue::Percentage(given.percentage.unwrap_or_default())));
    }
    if let Some(given) = &input.item_fixed_discount_code {
        let amount = given.amount_set.as_ref().map(|amount| amount.bag()).unwrap_or_default();
        discounts.push(discount(&given.code, DiscountValue::Amount(amount)));
    }
    if let Some(given) = &input.free_shipping_discount_code {
        discounts.push(discount(&given.code, DiscountValue::FreeShipping));
    }
    discounts
}

/// Gives every line its part of every discount, so that the parts add up to it.
pub(super) fn allocate(order: &mut Order) {
    for index in 0..order.discounts.len() {
        bear(order, index);
    }
}

/// Gives every line its part of what this discount takes of all that is left.
pub(super) fn bear(order: &mut Order, index: usize) {
    let decimals = order.decimals();
    let Some(discount) = order.discounts.get(index) else { return };
    let left: Vec<Bag> = order.lines.iter().map(|line| line.discounted_total()).collect();
    let sum: Bag = left.iter().copied().sum();
    let total = match discount.value {
        DiscountValue::Percentage(percentage) => {
            let share = percentage.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED) / Decimal::ONE_HUNDRED;
            decimals.round(sum.times(share))
        }
        DiscountValue::Amount(amount) => amount.at_most(sum),
        DiscountValue::FreeShipping => {
            for line in &mut order.shipping_lines {
                let amount = line.discounted_price();
                line.allocations.push(Allocation { discount: index, amount });
            }
            return;
        }
    };
    for (line, amount) in order.lines.iter_mut().zip(decimals.spread(total, &left)) {
        if amount != Bag::ZERO {
            line.allocations.push(Allocation { discount: index, amount });
        }
    }
}
