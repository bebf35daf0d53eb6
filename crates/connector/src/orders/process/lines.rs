//! The lines of a document, in the order of BC: the order's number, goods, shipping, rounding.

use back_office::sales::{LineKind, NewLine};
use values::Code;
use values::money::{Amount, Price, Quantity};

use crate::orders::mapping::Ground;
use crate::orders::staged::{Sale, line, shipping_charge};
use crate::shops::options::CurrencyHandling;

/// The lines of an order that is mapped.
pub(super) fn lines(ground: &Ground, sale: &Sale) -> Vec<NewLine> {
    let handling = ground.shop.currency_handling;
    let number = ground.shop.shopify_order_number_on_doc_line.then(|| comment(&sale.order.shopify_order_number));
    let goods = sale.lines.iter().map(|line| goods(ground, line, handling));
    let shipped = sale.shipping_charges.iter().filter(|charge| charge.amount > Amount::ZERO);
    let shipping = shipped.map(|charge| shipping(ground, charge, handling));
    number.into_iter().chain(goods).chain(shipping).chain(rounding(ground, sale, handling)).collect()
}

fn blank(kind: LineKind, number: Code<20>) -> NewLine {
    NewLine {
        kind,
        number,
        variant_code: Code::blank(),
        description: None,
        unit_of_measure_code: None,
        location_code: Code::blank(),
        quantity: Quantity::from(1),
        unit_price: Some(Price::ZERO),
        line_discount_amount: Amount::ZERO,
        source_id: String::new(),
    }
}

fn comment(order_number: &str) -> NewLine {
    NewLine {
        description: Some(format!("Shopify Order No.: {order_number}")),
        quantity: Quantity::ZERO,
        ..blank(LineKind::Comment, Code::blank())
    }
}

/// A tip and a gift card are booked on accounts, everything else is an item. The text is that of the item or account.
fn goods(ground: &Ground, line: &line::Model, handling: CurrencyHandling) -> NewLine {
    let (kind, number) = match (line.tip, line.gift_card) {
        (true, _) => (LineKind::Account, &ground.shop.tip_account),
        (false, true) => (LineKind::Account, &ground.shop.sold_gift_card_account),
        (false, false) => (LineKind::Item, &line.item_number),
    };
    let (unit_price, line_discount_amount) = match handling {
        CurrencyHandling::ShopCurrency => (line.unit_price, line.discount_amount),
        CurrencyHandling::PresentmentCurrency => (line.presentment_unit_price, line.presentment_discount_amount),
    };
    NewLine {
        variant_code: line.variant_code.clone(),
        unit_of_measure_code: line.unit_of_measure_code.non_blank().cloned(),
        quantity: line.quantity,
        unit_price: Some(unit_price),
        line_discount_amount,
        source_id: line.line_id.to_string(),
        ..blank(kind, number.clone())
    }
}

fn shipping(ground: &Ground, charge: &shipping_charge::Model, handling: CurrencyHandling) -> NewLine {
    let (amount, line_discount_amount) = match handling {
        CurrencyHandling::ShopCurrency => (charge.amount, charge.discount_amount),
        CurrencyHandling::PresentmentCurrency => (charge.presentment_amount, charge.presentment_discount_amount),
    };
    NewLine {
        description: Some(charge.title.clone()).filter(|title| !title.is_empty()),
        unit_price: Some(price_of(amount)),
        line_discount_amount,
        source_id: charge.shipping_line_id.to_string(),
        ..blank(LineKind::Account, ground.shop.shipping_charges_account.clone())
    }
}

/// What cash was rounded by; it may be negative.
fn rounding(ground: &Ground, sale: &Sale, handling: CurrencyHandling) -> Option<NewLine> {
    let amount = match handling {
        CurrencyHandling::ShopCurrency => sale.order.payment_rounding_amount,
        CurrencyHandling::PresentmentCurrency => sale.order.presentment_payment_rounding_amount,
    };
    (!amount.is_zero()).then(|| NewLine {
        description: Some("Cash rounding".to_owned()),
        unit_price: Some(price_of(amount)),
        ..blank(LineKind::Account, ground.shop.cash_roundings_account.clone())
    })
}

/// The price of one that costs `amount`: both are stored alike.
fn price_of(amount: Amount) -> Price {
    Price::from_scaled(amount.to_scaled())
}
