use chrono::{DateTime, NaiveDate, Utc};
use database::Tx;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set};
use uuid::Uuid;
use values::Code;
use values::money::{Percent, Price, Quantity};

use super::check::{Known, check_line};
use super::create::{lock_draft, touch};
use super::line::{AmountType, Asset};
use super::list::Status;
use super::{line, list};
use crate::{Error, Result};

/// What is to be changed of a price list line; `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeLine {
    /// What is sold.
    pub asset_type: Option<Asset>,
    /// The number or the code of that.
    pub asset_number: Option<Code<20>>,
    /// Which variant.
    pub variant_code: Option<Code<10>>,
    /// Of which unit it is.
    pub unit_of_measure_code: Option<Code<10>>,
    /// From which quantity on.
    pub minimum_quantity: Option<Quantity>,
    /// What it gives.
    pub amount_type: Option<AmountType>,
    /// The price of one unit.
    pub unit_price: Option<Price>,
    /// The discount.
    pub line_discount_percent: Option<Percent>,
    /// Its first day; `Some(None)`: none.
    pub starting_date: Option<Option<NaiveDate>>,
    /// Its last day; `Some(None)`: none.
    pub ending_date: Option<Option<NaiveDate>>,
    /// Whether a discount on the line may be given on top.
    pub allow_line_discount: Option<bool>,
    /// Whether a discount on the whole may be given on top.
    pub allow_invoice_discount: Option<bool>,
}

/// A line, with its list that this transaction has for itself: who changes the list waits, or has changed it.
///
/// # Errors
/// [`Error::Unknown`], [`Error::ActiveList`].
pub async fn held(tx: &Tx, id: Uuid) -> Result<line::Model> {
    let unknown = || Error::Unknown { kind: "price list line", code: id.to_string() };
    let line = line::Entity::find_by_id(id).one(tx).await?.ok_or_else(unknown)?;
    lock_draft(tx, &line.list_code).await?;
    line::Entity::find_by_id(id).one(tx).await?.ok_or_else(unknown)
}

/// Changes a line of a list that is not active.
///
/// # Errors
/// Those of [`super::add`]: nothing is changed.
pub async fn change_line(tx: &Tx, line: line::Model, change: &ChangeLine, now: DateTime<Utc>) -> Result<line::Model> {
    let list = lock_draft(tx, &line.list_code).await?;
    let unknown =
        || Error::Unknown { kind: "price list line", code: format!("{} of {}", line.line_number, line.list_code) };
    let line = line::Entity::find_by_id(line.id).one(tx).await?.ok_or_else(unknown)?;
    let new = change.clone();
    let line = line::Model {
        asset_type: new.asset_type.unwrap_or(line.asset_type),
        asset_number: new.asset_number.unwrap_or(line.asset_number),
        variant_code: new.variant_code.unwrap_or(line.variant_code),
        unit_of_measure_code: new.unit_of_measure_code.unwrap_or(line.unit_of_measure_code),
        minimum_quantity: new.minimum_quantity.unwrap_or(line.minimum_quantity),
        amount_type: new.amount_type.unwrap_or(line.amount_type),
        unit_price: new.unit_price.unwrap_or(line.unit_price),
        line_discount_percent: new.line_discount_percent.unwrap_or(line.line_discount_percent),
        starting_date: new.starting_date.unwrap_or(line.starting_date),
        ending_date: new.ending_date.unwrap_or(line.ending_date),
        allow_line_discount: new.allow_line_discount.unwrap_or(line.allow_line_discount),
        allow_invoice_discount: new.allow_invoice_discount.unwrap_or(line.allow_invoice_discount),
        ..line
    };
    check_line(&line, &Known::read(tx, std::slice::from_ref(&line)).await?)?;
    let line = line.into_active_model().reset_all().update(tx).await?;
    touch(tx, list, now).await?;
    Ok(line)
}

/// Says whether a list holds, and with it all its lines.
///
/// # Errors
/// [`Error::Unknown`] when it is gone.
pub async fn set_status(tx: &Tx, list: list::Model, status: Status, now: DateTime<Utc>) -> Result<list::Model> {
    // Who adds lines has it until they are there.
    let unknown = || Error::Unknown { kind: "price list", code: list.code.to_string() };
    let list = list::Entity::find_by_id(list.id).lock_exclusive().one(tx).await?.ok_or_else(unknown)?;
    line::Entity::update_many()
        .set(line::ActiveModel { status: Set(status), ..Default::default() })
        .filter(line::Column::ListCode.eq(list.code.clone()))
        .exec(tx)
        .await?;
    touch(tx, list::Model { status, ..list }, now).await
}
