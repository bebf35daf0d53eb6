//! The lines of a document, in the order of BC: the order's number, goods, shipping, duties and fees, rounding.

use back_office::sales::{LineKind, NewLine};
use values::Code;
use values::money::{Amount, Price, Quantity};

use crate::orders::mapping::{Ground, is_custom};
use crate::orders::staged::{Sale, additional_fee, line, shipping_charge};
use crate::orders::totals::{Stand, discount_of, duties};
use crate::shops::options::CurrencyHandling;

/// What the line of duties was in Shopify, where it has no number.
pub(in crate::orders) const DUTIES: &str = "duties";
/// What the line of the rounding of cash was.
pub(in crate::orders) const ROUNDING: &str = "cash-rounding";

/// The lines of an order that is mapped. A line of which nothing is sold is left out.
pub(super) fn lines(ground: &Ground, sale: &Sale) -> Vec<NewLine> {
    let handling = ground.shop.currency_handling;
    let number = ground.shop.shopify_order_number_on_doc_line.then(|| comment(&sale.order.shopify_order_number));
    let stand = Stand::of(&sale.order);
    let sold = sale.lines.iter().filter(|line| stand.sells(line));
    let goods = sold.map(|line| goods(ground, sale, line, handling));
    let shipped = sale.shipping_charges.iter().filter(|charge| charge.amount > Amount::ZERO);
    let shipping = shipped.map(|charge| shipping(ground, charge, handling));
    let duties = of_duties(ground, sale, handling);
    let fees = sale.additional_fees.iter().filter(|fee| !fee.amount.is_zero()).map(|fee| of_fee(ground, fee, handling));
    let rounding = rounding(ground, sale, handling);
    number.into_iter().chain(goods).chain(shipping).chain(duties).chain(fees).chain(rounding).collect()
}

pub(in crate::orders) fn blank(kind: LineKind, number: Code<20>) -> NewLine {
    NewLine {
        kind,
        number,
        variant_code: Code::blank(),
        description: None,
        unit_of_measure_code: None,
        location_code: Code::blank(),
        shipping_agent_code: Code::blank(),
        shipping_agent_service_code: Code::blank(),
        quantity: Quantity::from(1),
        unit_price: Some(Price::ZERO),
        line_discount_amount: Amount::ZERO,
        source_id: String::new(),
    }
}

pub(in crate::orders) fn comment(order_number: &str) -> NewLine {
    NewLine {
        description: Some(format!("Shopify Order No.: {order_number}")),
        quantity: Quantity::ZERO,
        ..blank(LineKind::Comment, Code::blank())
    }
}

/// A tip and a gift card are booked on accounts, everything else is an item. The text is that of the item or account; of a
/// line that someone has written by hand it is theirs.
fn goods(ground: &Ground, sale: &Sale, line: &line::Model, handling: CurrencyHandling) -> NewLine {
    let (kind, number) = match (line.tip, line.gift_card) {
        (true, _) => (LineKind::Account, &ground.shop.tip_account),
        (false, true) => (LineKind::Account, &ground.shop.sold_gift_card_account),
        (false, false) => (LineKind::Item, &line.item_number),
    };
    let location_code = match kind {
        LineKind::Item => ground.mappings.location(line.location_id),
        LineKind::Account | LineKind::Comment => Code::blank(),
    };
    let by_hand = kind == LineKind::Item && is_custom(line) && !line.description.is_empty();
    NewLine {
        variant_code: line.variant_code.clone(),
        unit_of_measure_code: line.unit_of_measure_code.non_blank().cloned(),
        description: by_hand.then(|| line.description.clone()),
        location_code,
        quantity: Stand::of(&sale.order).quantity(line),
        unit_price: Some(handling.pick(line.unit_price, line.presentment_unit_price)),
        line_discount_amount: discount_of(sale, line, handling),
        source_id: line.line_id.to_string(),
        ..blank(kind, number.clone())
    }
}

/// Each charge is what its own name is mapped to.
fn shipping(ground: &Ground, charge: &shipping_charge::Model, handling: CurrencyHandling) -> NewLine {
    let amount = handling.pick(charge.amount, charge.presentment_amount);
    let (kind, number) = ground.mappings.charge(&ground.shop, &charge.title);
    let (agent, service) = ground.mappings.agent(&charge.title);
    NewLine {
        description: Some(charge.title.clone()).filter(|title| !title.is_empty()),
        shipping_agent_code: agent,
        shipping_agent_service_code: service,
        unit_price: Some(price_of(amount)),
        line_discount_amount: handling.pick(charge.discount_amount, charge.presentment_discount_amount),
        source_id: charge.shipping_line_id.to_string(),
        ..blank(kind, number.clone())
    }
}

/// The duties, where prices exclude them.
fn of_duties(ground: &Ground, sale: &Sale, handling: CurrencyHandling) -> Option<NewLine> {
    let amount = duties(sale, handling);
    (!amount.is_zero()).then(|| NewLine {
        description: Some("Duties".to_owned()),
        source_id: DUTIES.to_owned(),
        unit_price: Some(price_of(amount)),
        ..blank(LineKind::Account, ground.shop.duties_account.clone())
    })
}

/// What the store charges beside.
fn of_fee(ground: &Ground, fee: &additional_fee::Model, handling: CurrencyHandling) -> NewLine {
    NewLine {
        description: Some(fee.name.clone()).filter(|name| !name.is_empty()),
        unit_price: Some(price_of(handling.pick(fee.amount, fee.presentment_amount))),
        source_id: fee.additional_fee_id.to_string(),
        ..blank(LineKind::Account, ground.shop.additional_fees_account.clone())
    }
}

/// What cash was rounded by; it may be negative.
fn rounding(ground: &Ground, sale: &Sale, handling: CurrencyHandling) -> Option<NewLine> {
    let order = &sale.order;
    let amount = handling.pick(order.payment_rounding_amount, order.presentment_payment_rounding_amount);
    (!amount.is_zero()).then(|| NewLine {
        description: Some("Cash rounding".to_owned()),
        source_id: ROUNDING.to_owned(),
        unit_price: Some(price_of(amount)),
        ..blank(LineKind::Account, ground.shop.cash_roundings_account.clone())
    })
}

/// The price of one that costs `amount`: both are stored alike.
pub(in crate::orders) fn price_of(amount: Amount) -> Price {
    Price::from_scaled(amount.to_scaled())
}
