//! What is paid back of gift cards lowers them.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use database::{Tx, upsert_many};
use rust_decimal::prelude::ToPrimitive;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, QueryTrait};
use uuid::Uuid;
use values::money::{Amount, Quantity};

use super::entity::{Column, Entity, Model};
use crate::Error;
use crate::orders::mapping::Ground;
use crate::orders::refunds::staged::{refund, refund_line};
use crate::orders::staged::{Sale, line};

/// Lowers the cards of which as many pieces were paid back. Shopify does not say which of a line's cards that were: those
/// that have paid nothing, the last first. What a card was sold for is on its line, so that the cards are the same however
/// often an order is read.
pub(super) async fn lower(tx: &Tx, ground: &Ground, lines: &[(&Sale, &line::Model)]) -> Result<(), Error> {
    let paid_back = paid_back(tx, lines).await?;
    if paid_back.is_empty() {
        return Ok(());
    }
    let cards = Entity::find()
        .filter(Column::Store.eq(ground.shop.domain.as_str()))
        .filter(Column::OrderLineId.is_in(paid_back.keys().copied()))
        .all(tx)
        .await?;
    let mut of_lines: HashMap<i64, Vec<Model>> = HashMap::new();
    cards.into_iter().for_each(|card| of_lines.entry(card.order_line_id).or_default().push(card));
    let mut changed = Vec::new();
    for (_, line) in lines {
        let Some(cards) = of_lines.remove(&line.line_id) else { continue };
        let pieces = paid_back.get(&line.line_id).and_then(|pieces| pieces.decimal().to_usize()).unwrap_or_default();
        changed.extend(lowered(cards, pieces, Amount::from_scaled(line.unit_price.to_scaled())));
    }
    let changed = changed.into_iter().map(IntoActiveModel::into_active_model).collect();
    upsert_many(tx, changed, &[Column::Id], &[Column::Amount]).await?;
    Ok(())
}

/// How many pieces of these lines were paid back.
async fn paid_back(tx: &Tx, lines: &[(&Sale, &line::Model)]) -> Result<HashMap<i64, Quantity>, Error> {
    if lines.is_empty() {
        return Ok(HashMap::new());
    }
    let orders: HashSet<Uuid> = lines.iter().map(|(sale, _)| sale.order.id).collect();
    let refunds =
        refund::Entity::find().select_only().column(refund::Column::Id).filter(refund::Column::OrderId.is_in(orders));
    let credited = refund_line::Entity::find()
        .filter(refund_line::Column::RefundId.in_subquery(refunds.into_query()))
        .filter(refund_line::Column::OrderLineId.is_in(lines.iter().map(|(_, line)| line.line_id)))
        .filter(refund_line::Column::CanCreateCreditMemo.eq(true))
        .filter(refund_line::Column::ExchangeItem.eq(false))
        .all(tx)
        .await?;
    Ok(credited.into_iter().fold(HashMap::new(), |mut all, line| {
        *all.entry(line.order_line_id).or_default() += line.quantity;
        all
    }))
}

/// The cards of a line that are worth another amount once so many of them were paid back.
fn lowered(mut cards: Vec<Model>, paid_back: usize, price: Amount) -> impl Iterator<Item = Model> {
    cards.sort_by_key(|card| (!card.known_used_amount.is_zero(), Reverse(card.piece)));
    let amount = move |place: usize| if place < paid_back { Amount::ZERO } else { price };
    let cards = cards.into_iter().enumerate().map(move |(place, card)| (amount(place), card));
    cards.filter(|(amount, card)| card.amount != *amount).map(|(amount, card)| Model { amount, ..card })
}

#[cfg(test)]
mod tests {
    use values::Code;

    use super::super::see::blank;
    use super::*;
    use crate::shops::Model as Shop;

    fn card(piece: i32, used: i32) -> Model {
        let shop = Shop::new(Uuid::nil(), Code::cut("NO"), "no.myshopify.com".into(), String::new());
        let known_used_amount = used.into();
        Model { piece, known_used_amount, amount: 50.into(), ..blank(Uuid::from_u128(1), &shop) }
    }

    fn told(cards: Vec<Model>, paid_back: usize) -> Vec<(i32, Amount)> {
        lowered(cards, paid_back, 50.into()).map(|card| (card.piece, card.amount)).collect()
    }

    #[test]
    fn the_last_card_that_has_paid_nothing_is_the_first_to_be_lowered() {
        assert_eq!(told(vec![card(1, 0), card(2, 0), card(3, 20)], 1), [(2, 0.into())]);
        assert_eq!(told(vec![card(1, 0), card(2, 20)], 2), [(1, 0.into()), (2, 0.into())]);
        assert_eq!(told(vec![card(1, 0)], 0), []);
    }

    #[test]
    fn a_card_that_has_paid_after_all_is_worth_what_it_was_sold_for() {
        let lowered = Model { amount: 0.into(), ..card(2, 30) };
        assert_eq!(told(vec![card(1, 0), lowered], 1), [(1, 0.into()), (2, 50.into())]);
    }
}
