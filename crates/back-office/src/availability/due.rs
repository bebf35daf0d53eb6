use std::collections::BTreeSet;

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use values::Code;

use crate::sales::{LineKind, line};
use crate::{Result, expected_receipts};

/// The items of which something is to be sent or expected after one day and by another: what is available of them on these
/// days differs, though nothing was changed.
///
/// # Errors
/// When the database fails.
pub async fn due(c: &impl ConnectionTrait, after: NaiveDate, by: NaiveDate) -> Result<BTreeSet<Code<20>>> {
    let sold = line::Entity::find()
        .select_only()
        .column(line::Column::Number)
        .distinct()
        .filter(line::Column::Kind.eq(LineKind::Item))
        .filter(line::Column::ShipmentDate.gt(after))
        .filter(line::Column::ShipmentDate.lte(by));
    let expected = expected_receipts::Entity::find()
        .select_only()
        .column(expected_receipts::Column::ItemNumber)
        .distinct()
        .filter(expected_receipts::Column::ExpectedReceiptDate.gt(after))
        .filter(expected_receipts::Column::ExpectedReceiptDate.lte(by));
    let mut items: BTreeSet<Code<20>> = sold.into_tuple::<Code<20>>().all(c).await?.into_iter().collect();
    items.extend(expected.into_tuple::<Code<20>>().all(c).await?);
    Ok(items)
}
