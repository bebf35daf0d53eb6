use database::Tx;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;

use super::{Column, Entity, Model, reference};
use crate::Result;

/// The items of those numbers, as far as they are there.
///
/// # Errors
/// When the database fails.
pub async fn by_numbers(connection: &impl ConnectionTrait, numbers: &[Code<20>]) -> Result<Vec<Model>> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    Ok(Entity::find().filter(Column::Number.is_in(numbers.to_vec())).all(connection).await?)
}

/// The items of those numbers, as far as they are there, for this transaction alone; in one order, so that two who lock some
/// of the same do not wait for each other in a circle.
///
/// # Errors
/// When the database fails.
pub async fn lock(tx: &Tx, numbers: &[Code<20>]) -> Result<Vec<Model>> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let items = Entity::find().filter(Column::Number.is_in(numbers.to_vec())).order_by_asc(Column::Number);
    Ok(items.lock_exclusive().all(tx).await?)
}

/// The item with that bar code, as its GTIN or among its item references, with the variant that it means; the first by
/// number when there are several.
///
/// # Errors
/// When the database fails.
pub async fn by_bar_code(connection: &impl ConnectionTrait, bar_code: &str) -> Result<Option<(Model, Code<10>)>> {
    let bar_code = bar_code.trim();
    if bar_code.is_empty() {
        return Ok(None);
    }
    let by_gtin = Entity::find().filter(Column::Gtin.eq(bar_code)).order_by_asc(Column::Number);
    if let Some(item) = by_gtin.one(connection).await? {
        return Ok(Some((item, Code::blank())));
    }
    let Ok(number) = Code::<50>::new(bar_code) else { return Ok(None) };
    let found = reference::Entity::find()
        .filter(reference::Column::ReferenceNumber.eq(number))
        .order_by_asc(reference::Column::ItemNumber)
        .one(connection)
        .await?;
    let Some(found) = found else { return Ok(None) };
    let item = by_numbers(connection, &[found.item_number]).await?.pop();
    Ok(item.map(|item| (item, found.variant_code)))
}
