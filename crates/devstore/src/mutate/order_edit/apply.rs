use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use super::tax::{shipping_taxes_again, tax_again, tax_more};
use crate::mutate::refunds::{Pieces, take_out};
use crate::store::discount::{Discount, DiscountValue};
use crate::store::edit::{Change, Edit};
use crate::store::money::Bag;
use crate::store::order::{Allocation, Order};
use crate::store::refund::Share;

/// What the order would become by the edit.
pub(crate) fn calculated(order: &Order, edit: &Edit) -> Order {
    let mut after = order.clone();
    apply(&mut after, edit, DateTime::UNIX_EPOCH, &mut || 0);
    after.total();
    after
}

/// Makes the staged changes. Pieces that are taken away become one refund, which pays nothing back.
pub(super) fn apply(order: &mut Order, edit: &Edit, now: DateTime<Utc>, next_id: &mut dyn FnMut() -> u64) {
    let mut taken = Vec::new();
    for change in &edit.changes {
        match change {
            Change::AddLine(line) => order.lines.push((**line).clone()),
            Change::SetQuantity { line_id, quantity, restock } => {
                let Some(place) = order.lines.iter().position(|line| line.id == *line_id) else { continue };
                taken.extend(set_quantity(order, place, *quantity, *restock));
            }
            Change::AddDiscount { line_id, discount } => add_discount(order, *line_id, discount),
            Change::RemoveDiscount { discount_id } => remove_discount(order, *discount_id),
            Change::AddShipping(line) => order.shipping_lines.push(line.clone()),
            Change::RemoveShipping { id } => {
                for line in order.shipping_lines.iter_mut().filter(|line| line.id == *id) {
                    line.removed = true;
                }
            }
        }
    }
    if !taken.is_empty() {
        take_out(order, &taken, Bag::ZERO, now, next_id);
    }
}

/// More pieces are charged at once; fewer are given back, to be taken out together with the others.
fn set_quantity(order: &mut Order, place: usize, quantity: u32, restock: bool) -> Option<Pieces> {
    let current = order.lines.get(place).map(|line| order.current_quantity(line)).unwrap_or_default();
    if quantity < current {
        let restock_type = if restock { "CANCEL" } else { "NO_RESTOCK" }.to_owned();
        return Some(Pieces { place, quantity: current - quantity, restock_type, location_id: None, came_back: false });
    }
    let more = quantity - current;
    if let Some(line) = order.lines.get_mut(place) {
        line.quantity += more;
        let added = line.unit_price.times(Decimal::from(more));
        tax_more(order, place, added);
    }
    None
}

fn add_discount(order: &mut Order, line_id: u64, discount: &Discount) {
    let Some(place) = order.lines.iter().position(|line| line.id == line_id) else { return };
    let old = order.current_line(place).subtotal;
    let quantity = order.lines.get(place).map(|line| order.current_quantity(line)).unwrap_or_default();
    let amount = match discount.value {
        DiscountValue::Percentage(percentage) => {
            order.decimals().round(old.times(percentage / Decimal::ONE_HUNDRED)).at_most(old)
        }
        DiscountValue::Amount(each) => each.times(Decimal::from(quantity)).at_most(old),
        DiscountValue::FreeShipping => Bag::ZERO,
    };
    tax_again(order, place, old - amount);
    let index = order.discounts.len();
    order.discounts.push(discount.clone());
    if let Some(line) = order.lines.get_mut(place) {
        line.allocations.push(Allocation { discount: index, amount });
    }
}

/// Takes a discount away from what is left of every line; what was refunded keeps its part of it. The discount keeps
/// its place in the list, and its allocations theirs in their lines, so that those of the others stay right.
fn remove_discount(order: &mut Order, discount_id: u64) {
    let Some(index) = order.discounts.iter().position(|discount| discount.id == discount_id) else { return };
    for place in 0..order.lines.len() {
        let Some(line) = order.lines.get(place) else { continue };
        let left = order.current_line(place);
        let freed = borne(&line.allocations, &left, index);
        if freed == Bag::ZERO {
            continue;
        }
        tax_again(order, place, left.subtotal + freed);
        if let Some(line) = order.lines.get_mut(place) {
            lower(&mut line.allocations, index, &left);
        }
    }
    for place in 0..order.shipping_lines.len() {
        let Some(line) = order.shipping_lines.get(place) else { continue };
        let left = order.current_shipping(line);
        let freed = borne(&line.allocations, &left, index);
        if freed == Bag::ZERO {
            continue;
        }
        let taxes = shipping_taxes_again(order, line, &left, left.subtotal + freed);
        if let Some(line) = order.shipping_lines.get_mut(place) {
            line.taxes = taxes;
            lower(&mut line.allocations, index, &left);
        }
    }
}

/// What of a discount is borne by what is left.
pub(super) fn borne(allocations: &[Allocation], left: &Share, discount: usize) -> Bag {
    let parts = allocations.iter().zip(&left.discounts);
    parts.filter(|(allocation, _)| allocation.discount == discount).map(|(_, part)| *part).sum()
}

fn lower(allocations: &mut [Allocation], discount: usize, left: &Share) {
    for (allocation, part) in allocations.iter_mut().zip(&left.discounts) {
        if allocation.discount == discount {
            allocation.amount = allocation.amount - *part;
        }
    }
}
