use rust_decimal::Decimal;

use super::input::DiscountInput;
use crate::mutate::discounts::bear;
use crate::store::discount::{Discount, DiscountValue, GivenBy};
use crate::store::draft::AppliedDiscount;
use crate::store::ids::Ids;
use crate::store::money::Bag;
use crate::store::order::{Allocation, Order};

/// The discount of one line: of its price, or an amount on each of its pieces.
pub(super) fn on_line(order: &mut Order, place: usize, input: &DiscountInput, ids: &mut Ids) -> AppliedDiscount {
    let applied = applied(input);
    let decimals = order.decimals();
    let index = order.discounts.len();
    if let Some(line) = order.lines.get_mut(place) {
        let total = line.original_total();
        let amount = if applied.is_percentage {
            // What the buyer saves is rounded to their loss, as it is there.
            decimals.round_down(total.times(applied.value / Decimal::ONE_HUNDRED))
        } else {
            decimals.round(Bag::both(applied.value)).times(Decimal::from(line.quantity))
        };
        if applied.value > Decimal::ZERO {
            line.allocations.push(Allocation { discount: index, amount: amount.at_most(total) });
        }
    }
    order.discounts.push(discount(&applied, GivenBy::Person(said(&applied)), ids));
    applied
}

/// The discount on all lines, of which each bears its part of what is left of it.
pub(super) fn on_order(order: &mut Order, input: &DiscountInput, ids: &mut Ids) -> AppliedDiscount {
    let applied = applied(input);
    let index = order.discounts.len();
    let mut discount = discount(&applied, GivenBy::Seller(said(&applied)), ids);
    if let DiscountValue::Amount(amount) = discount.value {
        discount.value = DiscountValue::Amount(order.decimals().round(amount));
    }
    order.discounts.push(discount);
    bear(order, index);
    applied
}

/// A value below zero is let through, and takes nothing away.
fn applied(input: &DiscountInput) -> AppliedDiscount {
    AppliedDiscount {
        title: input.title.clone(),
        description: input.description.clone(),
        value: input.value.max(Decimal::ZERO),
        is_percentage: input.value_type == "PERCENTAGE",
    }
}

fn said(applied: &AppliedDiscount) -> Option<String> {
    applied.title.clone().or_else(|| applied.description.clone())
}

fn discount(applied: &AppliedDiscount, given_by: GivenBy, ids: &mut Ids) -> Discount {
    let value = if applied.is_percentage {
        DiscountValue::Percentage(applied.value)
    } else {
        DiscountValue::Amount(Bag::both(applied.value))
    };
    Discount { id: ids.next(), given_by, value }
}
