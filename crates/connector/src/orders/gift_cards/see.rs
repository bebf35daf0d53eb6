use std::collections::{BTreeMap, HashMap, HashSet};

use database::{Notice, Record, Tx, insert_many, upsert_many};
use rust_decimal::prelude::ToPrimitive;
use sea_orm::{ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, QueryTrait};
use uuid::Uuid;
use values::money::Amount;

use super::entity::{Column, Entity, Model};
use super::lower::lower;
use crate::orders::mapping::Ground;
use crate::orders::staged::transaction::{self, Kind, Status};
use crate::orders::staged::{Sale, line, order};
use crate::orders::totals::Stand;
use crate::{Error, shops};

/// How many cards of a line are told apart.
const MOST_PIECES: i32 = 1_000;

/// Writes down the cards that these orders, which are staged already, have sold or were paid by, and takes away those that
/// they sell no more. Orders without any, as nearly all, cost nothing.
pub(crate) async fn see(tx: &Tx, ground: &Ground, sales: &[Sale]) -> Result<(), Error> {
    let paying = paying(sales);
    let lines: Vec<(&Sale, &line::Model)> = sales.iter().flat_map(selling).collect();
    if lines.is_empty() && paying.is_empty() {
        return Ok(());
    }
    forget(tx, ground, &lines).await?;
    see_sold(tx, ground, lines.iter().flat_map(|(sale, line)| sold(ground, sale, line)).collect()).await?;
    lower(tx, ground, &lines).await?;
    see_used(tx, ground, &paying).await?;
    tx.notify(Notice::new(Entity::NAME, "")).await?;
    Ok(())
}

/// Adds those that are not known. One that is known may have its id in Shopify by now.
async fn see_sold(tx: &Tx, ground: &Ground, sold: Vec<Model>) -> Result<(), Error> {
    let lines: HashSet<i64> = sold.iter().map(|card| card.order_line_id).collect();
    if lines.is_empty() {
        return Ok(());
    }
    let known = Entity::find().select_only().columns([Column::OrderLineId, Column::Piece]);
    let of_store = known.filter(Column::Store.eq(ground.shop.domain.as_str()));
    let known: HashSet<(i64, i32)> =
        of_store.filter(Column::OrderLineId.is_in(lines)).into_tuple().all(tx).await?.into_iter().collect();
    let new = sold.into_iter().filter(|card| !known.contains(&(card.order_line_id, card.piece)));
    Ok(insert_many(tx, new.map(IntoActiveModel::into_active_model).collect()).await?)
}

fn card(ground: &Ground) -> Model {
    blank(ground.random.id(ground.now), &ground.shop)
}

/// A card of a shop's store, of which nothing is known.
pub(super) fn blank(id: Uuid, shop: &shops::Model) -> Model {
    Model {
        id,
        store: shop.domain.clone(),
        shop_code: shop.code.clone(),
        gift_card_id: 0,
        order_line_id: 0,
        piece: 0,
        shopify_order_number: String::new(),
        last_characters: String::new(),
        amount: Amount::ZERO,
        known_used_amount: Amount::ZERO,
        balance: Amount::ZERO,
        enabled: true,
        balance_read_at: None,
    }
}

/// The lines of an order that sell cards.
fn selling(sale: &Sale) -> impl Iterator<Item = (&Sale, &line::Model)> {
    sale.lines.iter().filter(|line| line.gift_card && !line.tip).map(move |line| (sale, line))
}

/// How many cards of the line are sold.
fn pieces(sale: &Sale, line: &line::Model) -> i32 {
    let sold = Stand::of(&sale.order).quantity(line);
    sold.decimal().to_i32().unwrap_or(MOST_PIECES).clamp(0, MOST_PIECES)
}

/// Takes away the cards that an order sells no more: what was taken out of it was never paid, and Shopify has made none.
async fn forget(tx: &Tx, ground: &Ground, lines: &[(&Sale, &line::Model)]) -> Result<(), Error> {
    if lines.is_empty() {
        return Ok(());
    }
    let too_many = lines.iter().fold(Condition::any(), |any, (sale, line)| {
        let more = Column::Piece.gt(pieces(sale, line));
        any.add(Condition::all().add(Column::OrderLineId.eq(line.line_id)).add(more))
    });
    let of_store = Column::Store.eq(ground.shop.domain.as_str());
    Entity::delete_many().filter(of_store).filter(Column::GiftCardId.eq(0)).filter(too_many).exec(tx).await?;
    Ok(())
}

/// The cards that a line has sold, one for each piece.
fn sold(ground: &Ground, sale: &Sale, line: &line::Model) -> Vec<Model> {
    let row = Model {
        order_line_id: line.line_id,
        shopify_order_number: sale.order.shopify_order_number.clone(),
        amount: Amount::from_scaled(line.unit_price.to_scaled()),
        ..card(ground)
    };
    (1..=pieces(sale, line)).map(|piece| Model { id: ground.random.id(ground.now), piece, ..row.clone() }).collect()
}

/// The cards by which orders were paid, each with the end of its code, where that is told.
fn paying(sales: &[Sale]) -> BTreeMap<i64, String> {
    let payments = sales.iter().flat_map(|sale| &sale.transactions).filter(|row| row.gift_card_id != 0);
    let mut paying = BTreeMap::new();
    for row in payments {
        let end: &mut String = paying.entry(row.gift_card_id).or_default();
        if end.is_empty() {
            end.clone_from(&row.gift_card_last_characters);
        }
    }
    paying
}

/// What has been paid by these cards, from all orders of the store.
async fn see_used(tx: &Tx, ground: &Ground, paying: &BTreeMap<i64, String>) -> Result<(), Error> {
    if paying.is_empty() {
        return Ok(());
    }
    let ids = || paying.keys().copied();
    let of_store = order::Entity::find()
        .select_only()
        .column(order::Column::Id)
        .filter(order::Column::Store.eq(ground.shop.domain.as_str()));
    let payments = transaction::Entity::find()
        .filter(transaction::Column::GiftCardId.is_in(ids()))
        .filter(transaction::Column::OrderId.in_subquery(of_store.into_query()))
        .filter(transaction::Column::Status.eq(Status::Success))
        .all(tx)
        .await?;
    let mut used: HashMap<i64, Amount> = HashMap::new();
    for row in payments {
        let sum = used.entry(row.gift_card_id).or_default();
        match row.kind {
            Kind::Sale | Kind::Capture => *sum += row.amount,
            Kind::Refund => *sum -= row.amount,
            _ => {}
        }
    }
    let known = Entity::find().filter(Column::Store.eq(ground.shop.domain.as_str()));
    let known = known.filter(Column::GiftCardId.is_in(ids())).all(tx).await?;
    let known: HashMap<i64, Model> = known.into_iter().map(|card| (card.gift_card_id, card)).collect();
    let (mut new, mut changed) = (Vec::new(), Vec::new());
    for (id, end) in paying {
        let amount = used.get(id).copied().unwrap_or_default();
        match known.get(id) {
            Some(same) if same.known_used_amount == amount => {}
            Some(before) => {
                changed.push(Model { known_used_amount: amount, ..before.clone() }.into_active_model());
            }
            None => {
                let row = Model {
                    gift_card_id: *id,
                    last_characters: end.clone(),
                    known_used_amount: amount,
                    ..card(ground)
                };
                new.push(row.into_active_model());
            }
        }
    }
    upsert_many(tx, changed, &[Column::Id], &[Column::KnownUsedAmount]).await?;
    Ok(insert_many(tx, new).await?)
}
