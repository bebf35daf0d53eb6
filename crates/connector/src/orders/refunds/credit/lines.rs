//! The lines of the document of a refund, but for the one that balances it: the order's number, goods, what the buyer gets
//! instead, shipping, rounding.

use back_office::sales::{LineKind, NewLine};
use values::Code;
use values::money::Amount;

use super::money::{Credited, each};
use super::refusal::Refusal;
use crate::orders::mapping::{Ground, is_custom};
use crate::orders::process::{blank_line, number_line, price_of};
use crate::orders::refunds::options::{Origin, RestockType};
use crate::orders::refunds::staged::{refund_line, return_line};
use crate::orders::staged::line;
use crate::shops::options::ReturnLocationPriority;
use crate::skipped::cause::Account;

/// The lines.
///
/// # Errors
/// [`Refusal`] says what is missing.
pub(super) fn lines(ground: &Ground, credited: &Credited) -> Result<Vec<NewLine>, Refusal> {
    let mut lines = Vec::new();
    if ground.shop.shopify_order_number_on_doc_line {
        lines.push(number_line(&credited.sale.order.shopify_order_number));
    }
    for line in &credited.refunded.lines {
        lines.extend(goods(ground, credited, line)?);
    }
    if credited.refunded.lines.is_empty() {
        for line in credited.return_lines.iter().filter(|line| line.origin == Origin::Default) {
            lines.push(came_back(ground, credited, line)?);
        }
    }
    lines.extend(shipping(ground, credited)?);
    lines.extend(rounding(ground, credited)?);
    Ok(lines)
}

/// An account of the shop card.
pub(super) fn account(account: Account, number: &Code<20>) -> Result<Code<20>, Refusal> {
    number.non_blank().cloned().ok_or(Refusal::NoAccount(account))
}

/// The line for a refund line; none where Shopify does not say what becomes of the goods: what was paid back for them is in
/// the balance.
fn goods(ground: &Ground, credited: &Credited, line: &refund_line::Model) -> Result<Option<NewLine>, Refusal> {
    let of_order = credited.line(line.order_line_id).ok_or(Refusal::NoLine)?;
    let shop = &ground.shop;
    let (kind, number) = match line.restock_type {
        RestockType::Blank | RestockType::Other(_) => return Ok(None),
        RestockType::Cancel => {
            let amount = credited.handling().pick(line.subtotal_amount, line.presentment_subtotal_amount);
            let number = account(Account::Refund, &shop.refund_account)?;
            return Ok(Some(NewLine {
                description: Some(line.description.clone()).filter(|text| !text.is_empty()),
                unit_price: Some(price_of(amount)),
                source_id: line.refund_line_id.to_string(),
                ..blank_line(LineKind::Account, number)
            }));
        }
        _ if of_order.gift_card => (LineKind::Account, account(Account::SoldGiftCard, &shop.sold_gift_card_account)?),
        _ if of_order.tip => (LineKind::Account, account(Account::Tip, &shop.tip_account)?),
        RestockType::NoRestock => {
            let number = &shop.refund_account_non_restock_items;
            (LineKind::Account, account(Account::RefundNonRestock, number)?)
        }
        RestockType::Return | RestockType::LegacyRestock => (LineKind::Item, item(of_order)?),
    };
    let (unit_price, line_discount_amount) = credited.price(line);
    let new = NewLine {
        quantity: line.quantity,
        unit_price: Some(unit_price),
        line_discount_amount,
        source_id: line.refund_line_id.to_string(),
        ..blank_line(kind, number)
    };
    Ok(Some(match kind {
        // What the buyer gets instead of goods that come back is sent, and is nowhere yet.
        LineKind::Item if line.exchange_item => of_item(ground, of_order, of_order.location_id, new),
        LineKind::Item => of_item(ground, of_order, line.location_id, new),
        _ => NewLine { description: Some(line.description.clone()).filter(|text| !text.is_empty()), ..new },
    }))
}

/// A piece that came back and was paid back in another way than by a line.
fn came_back(ground: &Ground, credited: &Credited, line: &return_line::Model) -> Result<NewLine, Refusal> {
    let of_order = credited.line(line.order_line_id).ok_or(Refusal::NoLine)?;
    let handling = credited.handling();
    let total = handling.pick(line.discounted_total_amount, line.presentment_discounted_total_amount);
    let new = NewLine {
        quantity: line.quantity,
        unit_price: Some(each(total, line.quantity.decimal())),
        source_id: line.return_line_id.to_string(),
        ..blank_line(LineKind::Item, item(of_order)?)
    };
    Ok(of_item(ground, of_order, line.location_id, new))
}

fn item(line: &line::Model) -> Result<Code<20>, Refusal> {
    line.item_number.non_blank().cloned().ok_or_else(|| Refusal::NoItem(line.description.clone()))
}

/// The line of an item, as it stands on the document of the order, for goods that are at that location of Shopify.
fn of_item(ground: &Ground, of_order: &line::Model, location_id: i64, new: NewLine) -> NewLine {
    let by_hand = is_custom(of_order) && !of_order.description.is_empty();
    NewLine {
        variant_code: of_order.variant_code.clone(),
        unit_of_measure_code: of_order.unit_of_measure_code.non_blank().cloned(),
        description: by_hand.then(|| of_order.description.clone()),
        location_code: return_location(ground, location_id),
        ..new
    }
}

/// Where goods come back to, as the shop card says: always to the same place, or to where they are in Shopify.
fn return_location(ground: &Ground, location_id: i64) -> Code<10> {
    let original = match ground.shop.return_location_priority {
        ReturnLocationPriority::Default => Code::blank(),
        ReturnLocationPriority::OriginalThenDefault => ground.mappings.location(location_id),
    };
    if original.is_blank() { ground.shop.return_location.clone() } else { original }
}

fn shipping(ground: &Ground, credited: &Credited) -> Result<Vec<NewLine>, Refusal> {
    let lines = credited.refunded.shipping_lines.iter().zip(credited.shipping());
    let paid_back = lines.filter(|(_, amount)| !amount.is_zero());
    paid_back
        .map(|(line, amount)| {
            let number = account(Account::ShippingCharges, &ground.shop.shipping_charges_account)?;
            Ok(NewLine {
                description: Some(line.title.clone()).filter(|title| !title.is_empty()),
                unit_price: Some(price_of(amount)),
                source_id: line.refund_shipping_line_id.to_string(),
                ..blank_line(LineKind::Account, number)
            })
        })
        .collect()
}

fn rounding(ground: &Ground, credited: &Credited) -> Result<Option<NewLine>, Refusal> {
    let amount: Amount = credited.rounding();
    if amount.is_zero() {
        return Ok(None);
    }
    let number = account(Account::CashRoundings, &ground.shop.cash_roundings_account)?;
    Ok(Some(NewLine {
        description: Some("Cash rounding".to_owned()),
        unit_price: Some(price_of(amount)),
        ..blank_line(LineKind::Account, number)
    }))
}
