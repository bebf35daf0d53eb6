//! Gift cards: one for each piece of a line that sells them. What a card has paid is known from the receipts of payments.

use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use rust_decimal::Decimal;

use super::connection::{Window, connection};
use super::cursor::{Position, SortValue};
use super::leaf;
use super::line::LineObject;
use super::money::Money;
use super::order::OrderObject;
use super::session::{Resolved, Session, not_served};
use crate::store::State;
use crate::store::order::{Line, Order};

/// As many cards are told apart of one line: the number of a card is that of its line with this behind it.
const PIECES: u64 = 1_000;

/// A card that an order has sold.
#[derive(Clone)]
struct Card {
    id: u64,
    order: Arc<Order>,
    line_id: u64,
    value: Decimal,
    used: Decimal,
}

/// The root field `giftCards`.
pub(super) fn gift_cards<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let cards = session.read(|state| {
        let of_order = |order: &Arc<Order>| {
            let lines = order.lines.iter().filter(|line| line.gift_card);
            let pieces =
                lines.flat_map(|line| (0..u64::from(line.quantity).min(PIECES)).map(move |piece| (line, piece)));
            let card = |(line, piece): (&Line, u64)| {
                let id = line.id * PIECES + piece;
                Card {
                    id,
                    order: Arc::clone(order),
                    line_id: line.id,
                    value: line.unit_price.shop,
                    used: used(state, id),
                }
            };
            pieces.map(card).collect::<Vec<_>>()
        };
        session.orders(state).flat_map(of_order).collect::<Vec<_>>()
    });
    let position =
        |card: &Card| Position { value: SortValue::Number(i64::try_from(card.id).unwrap_or(i64::MAX)), id: card.id };
    let page = window.page(cards.into_iter().map(|card| (position(&card), card)));
    connection("GiftCardConnection", "GiftCardEdge", page, move |card: &Card| CardObject {
        session,
        card: card.clone(),
    })
}

/// What has been paid by a card.
fn used(state: &State, id: u64) -> Decimal {
    let payments = state.orders.values().flat_map(|order| &order.transactions);
    let by_card = payments.filter(|payment| {
        let receipt = payment.receipt.as_ref().and_then(|receipt| receipt.get("gift_card_id"));
        payment.status == "SUCCESS" && receipt.and_then(serde_json::Value::as_u64) == Some(id)
    });
    by_card
        .map(|payment| match payment.kind.as_str() {
            "SALE" | "CAPTURE" => payment.amount.shop,
            "REFUND" => -payment.amount.shop,
            _ => Decimal::ZERO,
        })
        .sum()
}

/// `GiftCard`.
struct CardObject<'s> {
    session: &'s Session,
    card: Card,
}

impl ObjectValue for CardObject<'_> {
    fn type_name(&self) -> &str {
        "GiftCard"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let card = &self.card;
        let money = |amount| Ok(ResolvedValue::object(Money::new(amount, &card.order.currency)));
        match info.field_name() {
            "id" => leaf::gid("GiftCard", card.id),
            "lastCharacters" => leaf::text(&format!("{:04x}", card.id % 0x1_0000)),
            "enabled" => leaf::flag(true),
            "initialValue" => money(card.value),
            "balance" => money(card.value - card.used),
            "order" => Ok(ResolvedValue::object(OrderObject { session: self.session, order: Arc::clone(&card.order) })),
            "lineItem" => Ok(ResolvedValue::nullable_object(LineObject::of(self.session, &card.order, card.line_id))),
            _ => not_served(self, info),
        }
    }
}
