use chrono::NaiveDate;
use database::{Tx, insert_many};
use rust_decimal::Decimal;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use values::Code;
use values::money::{Amount, Quantity};

use super::batch::{self, TemplateType};
use super::line::{Column, Entity, Model};
use super::named::Named;
use super::{EntryType, Refusal};
use crate::prices::FINEST;
use crate::sales::Context;
use crate::{Error, Result, company};

/// Lines are numbered in steps of this.
pub(super) const LINE_STEP: i32 = 10_000;

/// A line that is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLine {
    /// What it does.
    pub entry_type: EntryType,
    /// The day to which it is posted.
    pub posting_date: NaiveDate,
    /// The number of its document; blank: the next of the batch's series, drawn when it is posted.
    pub document_number: Code<20>,
    /// The item.
    pub item_number: Code<20>,
    /// Which variant of it.
    pub variant_code: Code<10>,
    /// Where the goods are, or were.
    pub location_code: Code<10>,
    /// Where they move to; blank for what does not move, or moves to no location.
    pub new_location_code: Code<10>,
    /// The unit of measure; blank: the base unit.
    pub unit_of_measure_code: Code<10>,
    /// How many.
    pub quantity: Quantity,
    /// What one costs, of goods that come; `None`: what the item costs.
    pub unit_cost: Option<Amount>,
    /// Why.
    pub reason_code: Code<10>,
}

impl From<&Model> for NewLine {
    fn from(line: &Model) -> Self {
        let line = line.clone();
        Self {
            entry_type: line.entry_type,
            posting_date: line.posting_date,
            document_number: line.document_number,
            item_number: line.item_number,
            variant_code: line.variant_code,
            location_code: line.location_code,
            new_location_code: line.new_location_code,
            unit_of_measure_code: line.unit_of_measure_code,
            quantity: line.quantity,
            unit_cost: Some(line.unit_cost),
            reason_code: line.reason_code,
        }
    }
}

/// Adds lines to a batch of the item journal, all of them or none, after those that are there.
///
/// # Errors
/// [`Error::Unknown`] for a batch, an item, a variant, a unit or a location that is not there, [`Error::NotCounted`] for an
/// item that has no quantity on hand, [`Error::NotPositive`] for a quantity of 0 or less, [`Error::NegativeCost`];
/// [`Refusal::OtherJournal`] for a batch of counts.
pub async fn add(tx: &Tx, batch_code: &Code<10>, new: &[NewLine], cx: &Context) -> Result<Vec<Model>> {
    batch::lock_of(tx, TemplateType::Item, batch_code).await?;
    let mut last = last_number(tx, batch_code).await?;
    let precision = company::read(tx).await?.amount_rounding_precision.decimal();
    let named = Named::read(tx, new).await?;
    let mut lines = Vec::with_capacity(new.len());
    for new in new {
        last = last.saturating_add(LINE_STEP);
        let old = Model {
            id: cx.random.id(cx.now),
            batch_code: batch_code.clone(),
            line_number: last,
            version: 1,
            ..Model::default()
        };
        lines.push(row(&named, old, new, precision)?);
    }
    insert_many(tx, lines.iter().map(|line| line.clone().into_active_model().reset_all()).collect()).await?;
    tx.changed::<Entity>(&lines.iter().map(|line| line.id).collect::<Vec<_>>()).await?;
    Ok(lines)
}

/// Gives a line other content. A line of a count is counted by [`super::count`] instead.
///
/// # Errors
/// Those of [`add`]; [`Error::Unknown`] when there is no such line; [`Refusal::IsCounted`].
pub async fn change(tx: &Tx, id: Uuid, new: &NewLine) -> Result<Model> {
    let old = held(tx, id).await?;
    if old.physical_inventory {
        return Err(Refusal::IsCounted(old.line_number).into());
    }
    let precision = company::read(tx).await?.amount_rounding_precision.decimal();
    let named = Named::read(tx, std::slice::from_ref(new)).await?;
    let line = Model { version: old.version + 1, ..row(&named, old, new, precision)? };
    tx.changed::<Entity>(&[id]).await?;
    Ok(line.into_active_model().reset_all().update(tx).await?)
}

/// Takes lines away. Returns how many were there: one that was posted meanwhile is not.
///
/// # Errors
/// When the database fails.
pub async fn remove(tx: &Tx, ids: &[Uuid]) -> Result<u64> {
    let batches = Entity::find().filter(Column::Id.is_in(ids.to_vec())).select_only().column(Column::BatchCode);
    let batches = batches.distinct().order_by_asc(Column::BatchCode).into_tuple::<Code<10>>().all(tx).await?;
    for batch_code in batches {
        batch::lock(tx, &batch_code).await?;
    }
    let gone = Entity::delete_many().filter(Column::Id.is_in(ids.to_vec())).exec(tx).await?;
    tx.changed::<Entity>(ids).await?;
    Ok(gone.rows_affected)
}

/// A line that this transaction has for itself, with its batch: whoever posts it waits, or has posted it.
///
/// # Errors
/// [`Error::Unknown`].
pub async fn held(tx: &Tx, id: Uuid) -> Result<Model> {
    let unknown = || Error::Unknown { kind: "item journal line", code: id.to_string() };
    let seen = Entity::find_by_id(id).one(tx).await?.ok_or_else(unknown)?;
    batch::lock(tx, &seen.batch_code).await?;
    Entity::find_by_id(id).lock_exclusive().one(tx).await?.ok_or_else(unknown)
}

/// The number of the last line of a batch; 0 when there is none.
pub(super) async fn last_number(tx: &Tx, batch_code: &Code<10>) -> Result<i32> {
    let of_batch = Entity::find().filter(Column::BatchCode.eq(batch_code.clone()));
    let numbers = of_batch.select_only().column(Column::LineNumber).order_by_desc(Column::LineNumber);
    Ok(numbers.into_tuple().one(tx).await?.unwrap_or_default())
}

/// The line with what is new of it; its amount is a multiple of `precision`.
fn row(named: &Named, old: Model, new: &NewLine, precision: Decimal) -> Result<Model> {
    let item = named.item(new)?;
    if new.quantity <= Quantity::ZERO {
        return Err(Error::NotPositive { field: "Quantity", value: new.quantity });
    }
    let (unit_of_measure_code, per_unit) = named.unit(item, &new.unit_of_measure_code)?;
    let of_item = || Amount::rounded(item.unit_cost.decimal() * per_unit.decimal(), FINEST);
    let unit_cost = match new.unit_cost {
        Some(cost) if cost < Amount::ZERO => return Err(Error::NegativeCost(cost)),
        Some(cost) => cost,
        None => of_item()?,
    };
    let is_transfer = new.entry_type == EntryType::Transfer;
    Ok(Model {
        entry_type: new.entry_type,
        posting_date: new.posting_date,
        document_number: new.document_number.clone(),
        item_number: item.number.clone(),
        variant_code: new.variant_code.clone(),
        description: item.description.clone(),
        location_code: new.location_code.clone(),
        new_location_code: if is_transfer { new.new_location_code.clone() } else { Code::blank() },
        unit_of_measure_code,
        quantity_per_unit_of_measure: per_unit,
        quantity: new.quantity,
        unit_cost,
        amount: Amount::rounded(unit_cost.decimal() * new.quantity.decimal(), precision)?,
        reason_code: new.reason_code.clone(),
        ..old
    })
}
