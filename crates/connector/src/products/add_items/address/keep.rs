use std::collections::HashMap;

use database::{Tx, upsert_many};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use values::Code;

use super::entity::{Column, Entity, Model};
use crate::Error;
use crate::products::add_items::new_product::NewProduct;

/// The addresses under which products of these items may have been made.
pub(in crate::products::add_items) async fn kept(
    c: &impl ConnectionTrait,
    shop: &Code<20>,
    items: impl IntoIterator<Item = Code<20>>,
) -> Result<HashMap<Code<20>, String>, Error> {
    let of_shop = Entity::find().filter(Column::ShopCode.eq(shop.clone()));
    let rows = of_shop.filter(Column::ItemNumber.is_in(items)).all(c).await?;
    Ok(rows.into_iter().map(|row| (row.item_number, row.handle)).collect())
}

/// Writes down under which addresses these are about to be made.
pub(in crate::products::add_items) async fn keep(tx: &Tx, shop: &Code<20>, new: &[NewProduct]) -> Result<(), Error> {
    let row = |one: &NewProduct| Model {
        shop_code: shop.clone(),
        item_number: one.number().clone(),
        handle: one.input.handle.clone(),
    };
    let rows = new.iter().map(row).map(IntoActiveModel::into_active_model).collect();
    upsert_many(tx, rows, &[Column::ShopCode, Column::ItemNumber], &[Column::Handle]).await?;
    Ok(())
}

/// What came of these is known.
pub(in crate::products::add_items) async fn forget(
    tx: &Tx,
    shop: &Code<20>,
    items: impl IntoIterator<Item = Code<20>>,
) -> Result<(), Error> {
    let of_shop = Entity::delete_many().filter(Column::ShopCode.eq(shop.clone()));
    of_shop.filter(Column::ItemNumber.is_in(items)).exec(tx).await?;
    Ok(())
}
