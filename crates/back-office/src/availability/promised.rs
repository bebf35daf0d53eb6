use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use values::Code;
use values::money::Quantity;

use super::Availability;
use super::figures::Places;
use super::read::{MOST_NAMED, among, base};
use crate::Result;
use crate::sales::line::{Column, Entity};
use crate::sales::{DocumentType, LineKind, header};

/// What sales documents from one source promise of items, as gross requirement, and what is reserved for that.
///
/// With a day only that which [`projected_available_balance`](super::Figures::projected_available_balance) of that day does
/// not count: what is sent later, and what stands on invoices that are not posted. Without one all of it. Whoever sold it
/// has it from the moment of the sale, whatever the day and the document.
///
/// # Errors
/// When the database fails.
pub async fn promised(
    c: &impl ConnectionTrait,
    source_kind: &str,
    item_numbers: &[Code<20>],
    not_counted_on: Option<NaiveDate>,
) -> Result<Availability> {
    type Row = (Code<20>, Code<10>, Code<10>, Quantity, Quantity, Quantity);
    if item_numbers.is_empty() {
        return Ok(Availability::default());
    }
    let named = (item_numbers.len() <= MOST_NAMED).then_some(item_numbers);
    let documents = Query::select()
        .column(header::Column::Id)
        .from(header::Entity)
        .and_where(header::Column::SourceKind.eq(source_kind))
        .and_where(header::Column::DocumentType.is_in([DocumentType::Order, DocumentType::Invoice]))
        .to_owned();
    let is_not_counted = match not_counted_on {
        Some(day) => {
            Condition::any().add(Column::DocumentType.eq(DocumentType::Invoice)).add(Column::ShipmentDate.gt(day))
        }
        None => Condition::all(),
    };
    let outstanding = Expr::col(Column::Quantity).sub(Expr::col(Column::QuantityShipped));
    let rows: Vec<Row> = Entity::find()
        .select_only()
        .columns([Column::Number, Column::VariantCode, Column::LocationCode, Column::QuantityPerUnitOfMeasure])
        .column_as(outstanding.sum().cast_as("bigint"), "outstanding")
        .column_as(Expr::col(Column::ReservedQuantity).sum().cast_as("bigint"), "reserved")
        .filter(Column::Kind.eq(LineKind::Item))
        .filter(Column::DocumentId.in_subquery(documents))
        .filter(is_not_counted)
        .filter(among(Column::Number, named))
        .group_by(Column::Number)
        .group_by(Column::VariantCode)
        .group_by(Column::LocationCode)
        .group_by(Column::QuantityPerUnitOfMeasure)
        .into_tuple()
        .all(c)
        .await?;
    let mut found: HashMap<Code<20>, Places> = HashMap::new();
    for (item, variant, location, per_unit, outstanding, reserved) in rows {
        let figures = found.entry(item).or_default().entry((variant, location)).or_default();
        figures.gross_requirement += base(outstanding.decimal(), per_unit)?;
        figures.reserved_requirement += reserved;
    }
    Ok(Availability(found))
}
