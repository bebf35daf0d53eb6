use std::collections::HashSet;

use database::{Notice, Record, Tx};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use values::Code;

use super::entity::{Column, Entity, Kind};
use crate::{Error, shops};

/// As many records are named in a statement: a database takes so many values, and not many more.
const AT_ONCE: usize = 1_000;

/// Which of these records are written down as skipped.
pub async fn open(
    connection: &impl ConnectionTrait,
    shop: &Code<20>,
    kind: Kind,
    ids: &[i64],
) -> Result<HashSet<i64>, Error> {
    let mut open = HashSet::new();
    for some in ids.chunks(AT_ONCE) {
        let found: Vec<i64> = Entity::find()
            .select_only()
            .column(Column::ShopifyId)
            .filter(Column::ShopCode.eq(shop.clone()))
            .filter(Column::Kind.eq(kind))
            .filter(Column::ShopifyId.is_in(some.iter().copied()))
            .into_tuple()
            .all(connection)
            .await?;
        open.extend(found);
    }
    Ok(open)
}

/// The records of a kind that are written down as skipped on any shop card of a store.
pub async fn open_of_store(connection: &impl ConnectionTrait, store: &str, kind: Kind) -> Result<HashSet<i64>, Error> {
    let cards = shops::Entity::find().select_only().column(shops::Column::Code);
    let cards = cards.filter(shops::Column::Domain.eq(store)).into_query();
    let found: Vec<i64> = Entity::find()
        .select_only()
        .column(Column::ShopifyId)
        .filter(Column::ShopCode.in_subquery(cards))
        .filter(Column::Kind.eq(kind))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(found.into_iter().collect())
}

/// Takes away what is solved.
pub async fn solve(tx: &Tx, shop: &Code<20>, kind: Kind, ids: &[i64]) -> Result<(), Error> {
    if ids.is_empty() {
        return Ok(());
    }
    for some in ids.chunks(AT_ONCE) {
        Entity::delete_many()
            .filter(Column::ShopCode.eq(shop.clone()))
            .filter(Column::Kind.eq(kind))
            .filter(Column::ShopifyId.is_in(some.iter().copied()))
            .exec(tx)
            .await?;
    }
    tx.notify(Notice::new(Entity::NAME, "")).await?;
    Ok(())
}

/// Takes away what is solved on every shop card of a store: they share its customers and companies.
pub async fn solve_of_store(tx: &Tx, store: &str, kind: Kind, ids: &[i64]) -> Result<(), Error> {
    if ids.is_empty() {
        return Ok(());
    }
    let cards = shops::Entity::find().select_only().column(shops::Column::Code);
    let cards: Vec<Code<20>> = cards.filter(shops::Column::Domain.eq(store)).into_tuple().all(tx).await?;
    for shop in &cards {
        solve(tx, shop, kind, ids).await?;
    }
    Ok(())
}

/// Takes away what is solved of records that were not in Shopify, by what people call them.
pub async fn solve_named(tx: &Tx, shop: &Code<20>, kind: Kind, names: &[String]) -> Result<(), Error> {
    if names.is_empty() {
        return Ok(());
    }
    let solved = Entity::delete_many()
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::Kind.eq(kind))
        .filter(Column::Number.is_in(names))
        .exec(tx)
        .await?;
    if solved.rows_affected > 0 {
        tx.notify(Notice::new(Entity::NAME, "")).await?;
    }
    Ok(())
}
