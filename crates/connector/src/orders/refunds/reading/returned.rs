//! The rows of one return, and where its goods are.

use std::collections::HashMap;

use shopify::documents::refunds::{Return, ReturnLineItem, ReturnReason, ReturnedLine, UnverifiedReturnLineItem};
use uuid::Uuid;
use values::Code;
use values::money::{Amount, Price, Quantity};

use super::rows::Read;
use crate::orders::import::{self, Invalid, both, cut, number, option, or_blank, price};
use crate::orders::options::words;
use crate::orders::refunds::options::Origin;
use crate::orders::refunds::staged::{return_line, returned};

/// The longest note that is kept.
const NOTE: usize = 10_000;

/// Where the goods of a return are, by the lines of the order.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// The return.
    pub shopify_return_id: i64,
    /// None where they are in several places.
    by_line: HashMap<i64, Option<i64>>,
}

impl Places {
    /// The places of a return's goods.
    pub fn of(said: &Return) -> Self {
        let mut by_line: HashMap<i64, Option<i64>> = HashMap::new();
        let lines = said.reverse_fulfillment_orders.nodes.iter().flat_map(|order| &order.line_items.nodes);
        for line in lines {
            let Some(parcel) = &line.fulfillment_line_item else { continue };
            let order_line_id = number(&parcel.line_item.id);
            for place in line.dispositions.iter().filter_map(|one| one.location.as_ref()) {
                let place = Some(number(&place.id));
                let known = by_line.entry(order_line_id).or_insert(place);
                if *known != place {
                    *known = None;
                }
            }
        }
        Self { shopify_return_id: number(&said.id), by_line }
    }

    /// The place of the goods of a line of the order; 0 for none.
    pub fn of_line(&self, order_line_id: i64) -> i64 {
        self.by_line.get(&order_line_id).copied().flatten().unwrap_or_default()
    }
}

pub(super) fn rows(
    ground: &import::Ground<'_>,
    read: Read<'_>,
    places: &Places,
    said: &Return,
) -> Result<(returned::Model, Vec<return_line::Model>), Invalid> {
    let order = &read.sale.order;
    let shopify_return_id = number(&said.id);
    let before = read.returns.iter().find(|before| before.shopify_return_id == shopify_return_id);
    let header = returned::Model {
        id: before.map_or_else(|| ground.random.id(ground.now), |before| before.id),
        store: order.store.clone(),
        shopify_return_id,
        order_id: order.id,
        shopify_order_id: order.shopify_order_id,
        shopify_order_number: order.shopify_order_number.clone(),
        shop_code: order.shop_code.clone(),
        shopify_return_number: cut(&said.name, 30),
        status: option(&said.status),
        created_at: said.created_at,
        closed_at: said.closed_at,
        total_quantity: said.total_quantity,
        decline_reason: said.decline.as_ref().map(|decline| cut(&words(&decline.reason.0), 50)).unwrap_or_default(),
        decline_note: cut(or_blank(said.decline.as_ref().and_then(|decline| decline.note.as_ref())), NOTE),
    };
    let mut lines = Vec::with_capacity(said.return_line_items.nodes.len());
    for line in &said.return_line_items.nodes {
        match line {
            ReturnedLine::ReturnLineItem(line) => lines.push(of_order(ground, read, (&header, places), line)?),
            ReturnedLine::UnverifiedReturnLineItem(line) => lines.push(unverified(ground, &header, line)?),
            ReturnedLine::Other => {}
        }
    }
    Ok((header, lines))
}

fn of_order(
    ground: &import::Ground<'_>,
    read: Read<'_>,
    (header, places): (&returned::Model, &Places),
    said: &ReturnLineItem,
) -> Result<return_line::Model, Invalid> {
    let order_line_id = number(&said.fulfillment_line_item.line_item.id);
    let of_order = read.sale.lines.iter().find(|line| line.line_id == order_line_id);
    let total = &said.with_code_discounted_total_price_set;
    let (discounted_total_amount, presentment_discounted_total_amount) =
        both("withCodeDiscountedTotalPriceSet", total)?;
    Ok(return_line::Model {
        return_line_id: number(&said.id),
        order_line_id,
        fulfillment_line_id: number(&said.fulfillment_line_item.id),
        description: of_order.map(|line| line.description.clone()).unwrap_or_default(),
        quantity: said.quantity.into(),
        refundable_quantity: said.refundable_quantity.into(),
        refunded_quantity: said.refunded_quantity.into(),
        return_reason_note: cut(&said.return_reason_note, NOTE),
        customer_note: cut(or_blank(said.customer_note.as_ref()), NOTE),
        discounted_total_amount,
        presentment_discounted_total_amount,
        location_id: places.of_line(order_line_id),
        ..blank(ground.random.id(ground.now), header, said.return_reason_definition.as_ref())
    })
}

fn unverified(
    ground: &import::Ground<'_>,
    header: &returned::Model,
    said: &UnverifiedReturnLineItem,
) -> Result<return_line::Model, Invalid> {
    Ok(return_line::Model {
        return_line_id: number(&said.id),
        origin: Origin::Unverified,
        quantity: said.quantity.into(),
        refundable_quantity: said.refundable_quantity.into(),
        refunded_quantity: said.refunded_quantity.into(),
        return_reason_note: cut(&said.return_reason_note, NOTE),
        customer_note: cut(or_blank(said.customer_note.as_ref()), NOTE),
        unit_price: price("unitPrice", said.unit_price.amount)?,
        unit_price_currency_code: Code::cut(&said.unit_price.currency_code.0),
        ..blank(ground.random.id(ground.now), header, said.return_reason_definition.as_ref())
    })
}

/// A line of which no more than its reason is known.
fn blank(id: Uuid, header: &returned::Model, reason: Option<&ReturnReason>) -> return_line::Model {
    return_line::Model {
        id,
        return_id: header.id,
        shopify_return_id: header.shopify_return_id,
        return_line_id: 0,
        origin: Origin::Default,
        order_line_id: 0,
        fulfillment_line_id: 0,
        description: String::new(),
        quantity: Quantity::ZERO,
        refundable_quantity: Quantity::ZERO,
        refunded_quantity: Quantity::ZERO,
        return_reason_name: cut(or_blank(reason.map(|reason| &reason.name)), 100),
        return_reason_handle: cut(or_blank(reason.map(|reason| &reason.handle)), 100),
        return_reason_note: String::new(),
        customer_note: String::new(),
        discounted_total_amount: Amount::ZERO,
        presentment_discounted_total_amount: Amount::ZERO,
        unit_price: Price::ZERO,
        unit_price_currency_code: Code::blank(),
        location_id: 0,
    }
}
