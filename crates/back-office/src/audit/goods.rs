use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;
use values::money::Quantity;

use super::{Check, Finding};
use crate::Result;
use crate::item_ledger::entry::{Column, Entity};

/// Item, variant, location; how many are on hand, and how many are left of what came.
type Stock = (Code<20>, Code<10>, Code<10>, Quantity, Quantity);

/// What is left of goods that came, less what is missing of those that went, is what is on hand.
pub(super) async fn check(c: &impl ConnectionTrait, findings: &mut Vec<Finding>) -> Result<()> {
    let mut find = |text: String| findings.push(Finding::new(Check::ItemLedger, text));
    for (item, variant, location, on_hand, left) in stock(c).await? {
        if on_hand != left {
            find(format!(
                "of item {item}, variant '{variant}', location '{location}', {on_hand} are on hand, but {left} remain of its entries"
            ));
        }
    }
    for (number, quantity, remaining, open) in odd(c).await? {
        let is = if open { "open" } else { "closed" };
        find(format!("item ledger entry {number} of {quantity} units is {is}, but {remaining} remain of it"));
    }
    Ok(())
}

async fn stock(c: &impl ConnectionTrait) -> Result<Vec<Stock>> {
    let places = [Column::ItemNumber, Column::VariantCode, Column::LocationCode];
    let sum = |column: Column| Expr::col(column).sum().cast_as("bigint");
    let stock = Entity::find()
        .select_only()
        .columns(places)
        .column_as(sum(Column::Quantity), "on_hand")
        .column_as(sum(Column::RemainingQuantity), "left");
    let stock = places.into_iter().fold(stock, |stock, place| stock.group_by(place).order_by_asc(place));
    Ok(stock.into_tuple().all(c).await?)
}

/// Entries that are closed with something left or open with nothing, and those of which more is left than there was.
async fn odd(c: &impl ConnectionTrait) -> Result<Vec<(i64, Quantity, Quantity, bool)>> {
    let (quantity, left) = (|| Expr::col(Column::Quantity), || Expr::col(Column::RemainingQuantity));
    let nothing = Quantity::ZERO;
    let odd = Condition::any()
        .add(Condition::all().add(Column::Open.eq(true)).add(Column::RemainingQuantity.eq(nothing)))
        .add(Condition::all().add(Column::Open.eq(false)).add(Column::RemainingQuantity.ne(nothing)))
        .add(Condition::all().add(Column::Quantity.gt(nothing)).add(left().gt(quantity())))
        .add(Condition::all().add(Column::Quantity.gt(nothing)).add(Column::RemainingQuantity.lt(nothing)))
        .add(Condition::all().add(Column::Quantity.lt(nothing)).add(left().lt(quantity())))
        .add(Condition::all().add(Column::Quantity.lt(nothing)).add(Column::RemainingQuantity.gt(nothing)));
    let columns = [Column::EntryNumber, Column::Quantity, Column::RemainingQuantity, Column::Open];
    let rows = Entity::find().select_only().columns(columns).filter(odd).order_by_asc(Column::EntryNumber);
    Ok(rows.into_tuple().all(c).await?)
}
