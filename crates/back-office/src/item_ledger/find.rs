use std::collections::HashMap;

use database::Tx;
use sea_orm::sea_query::{Expr, ExprTrait, SelectStatement, UnionType};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, TryGetableMany,
};
use values::Code;
use values::money::Quantity;

use super::entry::{Column, Entity, LEFT, MISSING, Model};
use crate::Result;

/// What of an order was shipped and is not invoiced, the oldest first.
pub(crate) async fn not_invoiced(tx: &Tx, order_number: &Code<20>) -> Result<Vec<Model>> {
    let of_order = Entity::find().filter(Column::OrderNumber.eq(order_number.clone()));
    let open = of_order.filter(Column::CompletelyInvoiced.eq(false));
    Ok(open.order_by_asc(Column::EntryNumber).all(tx).await?)
}

/// What is on hand of items, by item, variant and location; what is left out is nothing. It is what is left of what came,
/// less what is missing of what went: that costs the same however much has come and gone.
pub(crate) async fn on_hand(tx: &Tx, items: &[Code<20>]) -> Result<HashMap<(Code<20>, Code<10>, Code<10>), Quantity>> {
    if items.is_empty() {
        return Ok(HashMap::new());
    }
    let mut both = remaining(items, LEFT);
    both.union(UnionType::All, remaining(items, MISSING));
    let mut on_hand = HashMap::new();
    for row in tx.query_all(&both).await? {
        let (item, variant, location, quantity) =
            <(_, _, _, Quantity)>::try_get_many_by_index(&row).map_err(DbErr::from)?;
        *on_hand.entry((item, variant, location)).or_default() += quantity;
    }
    Ok(on_hand)
}

/// What remains of the open entries of items, by item, variant and location.
fn remaining(items: &[Code<20>], which: &'static str) -> SelectStatement {
    let places = [Column::ItemNumber, Column::VariantCode, Column::LocationCode];
    let sums = Entity::find()
        .select_only()
        .columns(places)
        .column_as(Expr::col(Column::RemainingQuantity).sum().cast_as("bigint"), "sum")
        .filter(Column::ItemNumber.is_in(items.to_vec()))
        .filter(Expr::cust(which));
    places.into_iter().fold(sums, |sums, place| sums.group_by(place)).into_query()
}
