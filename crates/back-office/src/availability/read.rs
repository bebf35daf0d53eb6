use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use values::Code;
use values::money::Quantity;

use super::figures::Places;
use super::{Availability, Figures};
use crate::item_ledger::by_place;
use crate::items::{BASE_PRECISION, ItemType};
use crate::sales::{self, DocumentType, LineKind, line};
use crate::{Result, expected_receipts, item_ledger, items};

/// Above so many items all are read and the others left out: a statement has room for only so many numbers.
pub(super) const MOST_NAMED: usize = 5_000;

/// The figures of items on a day: what is asked for and expected on that day or before, and what has no date. Items that
/// are not there, and those that are not counted, are left out.
///
/// # Errors
/// When the database fails.
pub async fn read(c: &impl ConnectionTrait, item_numbers: &[Code<20>], until: NaiveDate) -> Result<Availability> {
    if item_numbers.is_empty() {
        return Ok(Availability::default());
    }
    let named = (item_numbers.len() <= MOST_NAMED).then_some(item_numbers);
    let mut reading = Reading { named, found: counted(c, item_numbers, named).await? };
    reading.inventory(c).await?;
    reading.reserved(c).await?;
    reading.sales(c, until).await?;
    reading.expected(c, until).await?;
    Ok(Availability(reading.found))
}

/// Those of the items that are counted.
async fn counted(
    c: &impl ConnectionTrait,
    item_numbers: &[Code<20>],
    named: Option<&[Code<20>]>,
) -> Result<HashMap<Code<20>, Places>> {
    use items::{Column, Entity};
    let numbers = Entity::find().select_only().column(Column::Number).filter(Column::ItemType.eq(ItemType::Inventory));
    let numbers = numbers.filter(among(Column::Number, named));
    let mut found: HashMap<_, _> =
        numbers.into_tuple::<Code<20>>().all(c).await?.into_iter().map(|number| (number, Places::new())).collect();
    if named.is_none() {
        let asked: HashSet<_> = item_numbers.iter().collect();
        found.retain(|number, _| asked.contains(number));
    }
    Ok(found)
}

/// One of the named items; any, when none is named.
pub(super) fn among<C: ColumnTrait>(column: C, named: Option<&[Code<20>]>) -> Condition {
    match named {
        Some(named) => Condition::all().add(column.is_in(named.to_vec())),
        None => Condition::all(),
    }
}

/// On that day, before it, or on no day.
fn by<C: ColumnTrait>(column: C, until: NaiveDate) -> Condition {
    Condition::any().add(column.is_null()).add(column.lte(until))
}

struct Reading<'a> {
    named: Option<&'a [Code<20>]>,
    found: HashMap<Code<20>, Places>,
}

impl Reading<'_> {
    /// The figures of a place, when its item is counted.
    fn at(&mut self, item: &Code<20>, variant: Code<10>, location: Code<10>) -> Option<&mut Figures> {
        Some(self.found.get_mut(item)?.entry((variant, location)).or_default())
    }

    async fn inventory(&mut self, c: &impl ConnectionTrait) -> Result<()> {
        use item_ledger::entry::{Column, Entity};
        let place = [Column::ItemNumber, Column::VariantCode, Column::LocationCode];
        let entries = Entity::find().filter(among(Column::ItemNumber, self.named));
        for (item, variant, location, quantity) in by_place(c, entries, place, Column::Quantity).await? {
            if let Some(figures) = self.at(&item, variant, location) {
                figures.inventory += quantity;
            }
        }
        Ok(())
    }

    async fn reserved(&mut self, c: &impl ConnectionTrait) -> Result<()> {
        let of_items = among(line::Column::Number, self.named);
        for (item, variant, location, quantity) in sales::reserved_where(c, of_items).await? {
            if let Some(figures) = self.at(&item, variant, location) {
                figures.reserved += quantity;
            }
        }
        Ok(())
    }

    /// What sales orders ask for, and what sales return orders bring. Invoices that are not posted count for nothing.
    async fn sales(&mut self, c: &impl ConnectionTrait, until: NaiveDate) -> Result<()> {
        use line::{Column, Entity};
        type Row = (Code<20>, Code<10>, Code<10>, DocumentType, Quantity, Quantity, Quantity);
        let outstanding = Expr::col(Column::Quantity).sub(Expr::col(Column::QuantityShipped));
        let rows: Vec<Row> = Entity::find()
            .select_only()
            .columns([Column::Number, Column::VariantCode, Column::LocationCode, Column::DocumentType])
            .column(Column::QuantityPerUnitOfMeasure)
            .column_as(outstanding.sum().cast_as("bigint"), "outstanding")
            .column_as(Expr::col(Column::ReservedQuantity).sum().cast_as("bigint"), "reserved")
            .filter(Column::Kind.eq(LineKind::Item))
            .filter(Column::DocumentType.is_in(DocumentType::ALL.iter().filter(|kind| kind.is_planned()).copied()))
            .filter(by(Column::ShipmentDate, until))
            .filter(among(Column::Number, self.named))
            .group_by(Column::Number)
            .group_by(Column::VariantCode)
            .group_by(Column::LocationCode)
            .group_by(Column::DocumentType)
            .group_by(Column::QuantityPerUnitOfMeasure)
            .into_tuple()
            .all(c)
            .await?;
        for (item, variant, location, document_type, per_unit, outstanding, reserved) in rows {
            let Some(figures) = self.at(&item, variant, location) else { continue };
            let units = base(outstanding.decimal(), per_unit)?;
            if document_type.sells() {
                figures.gross_requirement += units;
                figures.reserved_requirement += reserved;
            } else {
                figures.scheduled_receipt += units;
            }
        }
        Ok(())
    }

    async fn expected(&mut self, c: &impl ConnectionTrait, until: NaiveDate) -> Result<()> {
        use expected_receipts::{Column, Entity};
        let place = [Column::ItemNumber, Column::VariantCode, Column::LocationCode];
        let receipts = Entity::find().filter(by(Column::ExpectedReceiptDate, until));
        let receipts = receipts.filter(among(Column::ItemNumber, self.named));
        for (item, variant, location, quantity) in by_place(c, receipts, place, Column::Quantity).await? {
            if let Some(figures) = self.at(&item, variant, location) {
                figures.scheduled_receipt += quantity;
            }
        }
        Ok(())
    }
}

pub(super) fn base(units: Decimal, per_unit: Quantity) -> Result<Quantity> {
    Ok(Quantity::rounded(units * per_unit.decimal(), BASE_PRECISION)?)
}
