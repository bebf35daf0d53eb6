use std::collections::HashMap;

use database::Tx;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;
use values::money::Quantity;

use super::entry::{Column, Entity, Model};
use crate::Result;

/// What of an order was shipped and is not invoiced, the oldest first.
pub(crate) async fn not_invoiced(tx: &Tx, order_number: &Code<20>) -> Result<Vec<Model>> {
    let of_order = Entity::find().filter(Column::OrderNumber.eq(order_number.clone()));
    let open = of_order.filter(Column::CompletelyInvoiced.eq(false));
    Ok(open.order_by_asc(Column::EntryNumber).all(tx).await?)
}

/// What is on hand of items, by item, variant and location; what is left out is nothing.
pub(crate) async fn on_hand(tx: &Tx, items: &[Code<20>]) -> Result<HashMap<(Code<20>, Code<10>, Code<10>), Quantity>> {
    if items.is_empty() {
        return Ok(HashMap::new());
    }
    let sum = Expr::col(Column::Quantity).sum().cast_as("bigint");
    let places = [Column::ItemNumber, Column::VariantCode, Column::LocationCode];
    let rows: Vec<(Code<20>, Code<10>, Code<10>, Quantity)> = Entity::find()
        .select_only()
        .columns(places)
        .column_as(sum, "sum")
        .filter(Column::ItemNumber.is_in(items.to_vec()))
        .group_by(Column::ItemNumber)
        .group_by(Column::VariantCode)
        .group_by(Column::LocationCode)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|(item, variant, location, sum)| ((item, variant, location), sum)).collect())
}
