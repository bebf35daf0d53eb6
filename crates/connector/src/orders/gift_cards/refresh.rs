use std::collections::{HashMap, HashSet};

use access::{Action, Area, Principal};
use database::{Notice, Record, Tx, upsert_many};
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use shopify::documents::gift_cards::{self, GiftCard};

use super::entity::{Column, Entity, Model};
use super::see::blank;
use crate::orders::import::{amount, cut, number};
use crate::shops::lists::{Refreshed, asked};
use crate::watermark::{self, Kind};
use crate::{Connector, Error, shops};

/// The access scope that it takes. Shopify gives it to few apps.
const SCOPE: &str = "read_gift_cards";

/// As many calls are made in one go, so that whoever asks is answered in time.
const CALLS: usize = 20;

/// Reads the gift cards of a shop's store, and what is left of them: a call for 250 cards. A card that an order has sold gets
/// its id. Gives what that has brought, and whether there are more: the next time goes on from there.
///
/// # Errors
/// [`Error::NoShop`], [`Error::NoScope`], and why the store does not answer.
pub async fn refresh(connector: &Connector, by: &Principal, shop: &str) -> Result<(Refreshed, bool), Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let shop = &asked(connector, shop, SCOPE).await?;
    let client = connector.client(shop).await?.urgent();
    let store = shop.domain.as_str();
    let began = connector.db().read(|r| async move { watermark::of(&r, store, Kind::GiftCards).await }).await?;
    let (mut told, mut after) = (Refreshed::default(), Some(began.cursor).filter(|cursor| !cursor.is_empty()));
    for _ in 0..CALLS {
        let (said, next) = gift_cards::page(&client, after).await?;
        let (said, cursor) = (&said, next.as_deref().unwrap_or_default());
        let write = |tx| async move {
            let told = keep(connector, &tx, shop, said).await?;
            watermark::go_on(&tx, store, Kind::GiftCards, cursor).await?;
            Ok::<_, Error>(told)
        };
        told += connector.db().write(write).await?;
        if next.is_none() {
            return Ok((told, false));
        }
        after = next;
    }
    Ok((told, true))
}

async fn keep(connector: &Connector, tx: &Tx, shop: &shops::Model, said: &[GiftCard]) -> Result<Refreshed, Error> {
    let (random, now) = (connector.random(), connector.clock().now());
    let ids = said.iter().map(|card| number(&card.id));
    let lines: Vec<i64> = said.iter().map(line).filter(|id| *id != 0).collect();
    let of_these = Condition::any().add(Column::GiftCardId.is_in(ids)).add(Column::OrderLineId.is_in(lines));
    let known = Entity::find().filter(Column::Store.eq(shop.domain.as_str())).filter(of_these);
    let mut known = Known::new(known.order_by_asc(Column::Piece).all(tx).await?);
    let (mut rows, mut told) = (Vec::new(), Refreshed { found: said.len() as u64, ..Refreshed::default() });
    for card in said {
        let before = known.take(number(&card.id), line(card));
        let was_known = before.is_some();
        let before = before.unwrap_or_else(|| blank(random.id(now), shop));
        let initial = money(card.initial_value.amount)?;
        let after = Model {
            gift_card_id: number(&card.id),
            last_characters: cut(&card.last_characters, 4),
            // That it was paid back is known by its order alone.
            amount: if before.order_line_id == 0 { initial } else { before.amount.min(initial) },
            balance: money(card.balance.amount)?,
            enabled: card.enabled,
            balance_read_at: Some(now),
            ..before.clone()
        };
        let says_the_same = Model { balance_read_at: before.balance_read_at, ..after.clone() } == before;
        told.new += u64::from(!was_known);
        told.changed += u64::from(was_known && !says_the_same);
        rows.push(after.into_active_model());
    }
    if !known.merged.is_empty() {
        Entity::delete_many().filter(Column::Id.is_in(known.merged)).exec(tx).await?;
    }
    let of_shopify = [
        Column::GiftCardId,
        Column::LastCharacters,
        Column::Amount,
        Column::KnownUsedAmount,
        Column::Balance,
        Column::Enabled,
        Column::BalanceReadAt,
    ];
    upsert_many(tx, rows, &[Column::Id], &of_shopify).await?;
    tx.notify(Notice::new(Entity::NAME, "")).await?;
    Ok(told)
}

fn line(card: &GiftCard) -> i64 {
    card.line_item.as_ref().map_or(0, |line| number(&line.id))
}

fn money(said: Decimal) -> Result<values::money::Amount, Error> {
    amount("giftCards", said).map_err(|why| Error::Chosen(format!("a gift card can't be stored: {why}")))
}

/// The cards that are known: by their ids, and those of lines whose ids are not known, the first piece last.
struct Known {
    by_id: HashMap<i64, Model>,
    of_lines: HashMap<i64, Vec<Model>>,
    /// Those that have paid and were sold by an order: what was known of them twice is known once.
    merged: HashSet<uuid::Uuid>,
}

impl Known {
    /// These, by their pieces.
    fn new(cards: Vec<Model>) -> Self {
        let (mut by_id, mut of_lines) = (HashMap::new(), HashMap::<i64, Vec<Model>>::new());
        for card in cards.into_iter().rev() {
            match card.gift_card_id {
                0 => of_lines.entry(card.order_line_id).or_default().push(card),
                id => drop(by_id.insert(id, card)),
            }
        }
        Self { by_id, of_lines, merged: HashSet::new() }
    }

    /// What is known of the card with this id, that was sold by this line.
    fn take(&mut self, id: i64, line: i64) -> Option<Model> {
        let by_id = self.by_id.remove(&id);
        if by_id.as_ref().is_some_and(|card| card.order_line_id != 0) {
            return by_id;
        }
        let Some(sold) = self.of_lines.get_mut(&line).and_then(Vec::pop) else { return by_id };
        let Some(paying) = by_id else { return Some(sold) };
        self.merged.insert(paying.id);
        Some(Model { known_used_amount: paying.known_used_amount, ..sold })
    }
}

#[cfg(test)]
mod tests {
    use values::Code;
    use values::money::Amount;

    use super::*;
    use crate::shops::Model as Shop;

    fn card(id: u128, gift_card_id: i64, order_line_id: i64, piece: i32) -> Model {
        let shop = Shop::new(uuid::Uuid::nil(), Code::cut("NO"), "no.myshopify.com".into(), String::new());
        Model { gift_card_id, order_line_id, piece, ..blank(uuid::Uuid::from_u128(id), &shop) }
    }

    #[test]
    fn the_pieces_of_a_line_get_their_ids_in_order_and_what_has_paid_is_known_once() {
        let paid = Model { known_used_amount: Amount::from(30), ..card(3, 9002, 0, 0) };
        let mut known = Known::new(vec![paid, card(1, 0, 7, 1), card(2, 0, 7, 2)]);
        let first = known.take(9001, 7).unwrap();
        assert_eq!((first.piece, first.known_used_amount), (1, 0.into()));
        let second = known.take(9002, 7).unwrap();
        assert_eq!((second.piece, second.known_used_amount), (2, 30.into()));
        assert_eq!(known.merged, HashSet::from([uuid::Uuid::from_u128(3)]));
        assert_eq!(known.take(9003, 7), None);
    }

    #[test]
    fn a_card_that_has_its_id_keeps_its_row() {
        let mut known = Known::new(vec![card(1, 9001, 7, 1), card(2, 0, 7, 2)]);
        assert_eq!(known.take(9001, 7).unwrap().piece, 1);
        assert!(known.merged.is_empty());
    }
}
