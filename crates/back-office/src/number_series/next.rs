use chrono::NaiveDate;
use database::Tx;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect, Set,
};
use values::Code;

use super::increment::increment;
use super::{line, series};
use crate::{Error, Result};

/// The next number of a series on a day. The series' line stays locked until the transaction ends, so that no number is
/// given twice and none is lost.
///
/// # Errors
/// [`Error::NoSeriesLine`], [`Error::SeriesEnded`], [`Error::NoDigits`].
pub async fn next(tx: &Tx, series: &Code<20>, date: NaiveDate) -> Result<Code<20>> {
    let line = locked_line(tx, series, date).await?;
    let number = if line.last_number_used.is_blank() {
        line.starting_number.clone()
    } else {
        let by = u64::try_from(line.increment_by_number).unwrap_or(1).max(1);
        increment(&line.last_number_used, by)
            .ok_or_else(|| Error::NoDigits { series: series.to_string(), number: line.last_number_used.to_string() })?
    };
    let ending = &line.ending_number;
    if !ending.is_blank() && is_past(&number, ending) {
        return Err(Error::SeriesEnded { series: series.to_string(), ending: ending.to_string() });
    }
    let mut line = line.into_active_model();
    line.last_number_used = Set(number.clone());
    line.update(tx).await?;
    Ok(number)
}

/// Checks that a number may be given by hand.
///
/// # Errors
/// [`Error::NotManual`]; [`Error::Unknown`] for a series that is not there.
pub async fn accept_manual(connection: &impl ConnectionTrait, series: &Code<20>) -> Result<()> {
    let found = series::Entity::find().filter(series::Column::Code.eq(series.clone())).one(connection).await?;
    match found {
        Some(series) if series.manual_numbers => Ok(()),
        Some(series) => Err(Error::NotManual(series.code.to_string())),
        None => Err(Error::Unknown { kind: "number series", code: series.to_string() }),
    }
}

/// The open line with the latest beginning on that day or before.
async fn locked_line(tx: &Tx, series: &Code<20>, date: NaiveDate) -> Result<line::Model> {
    let begun = Condition::any().add(line::Column::StartingDate.is_null()).add(line::Column::StartingDate.lte(date));
    let lines = line::Entity::find()
        .filter(line::Column::SeriesCode.eq(series.clone()))
        .filter(line::Column::Open.eq(true))
        .filter(begun)
        .order_by_asc(line::Column::Id)
        .lock_exclusive()
        .all(tx)
        .await?;
    lines
        .into_iter()
        .max_by_key(|line| line.starting_date)
        .ok_or_else(|| Error::NoSeriesLine { series: series.to_string(), date })
}

/// Numbers of one series are of one form: the longer is the later, then the greater.
fn is_past(number: &Code<20>, ending: &Code<20>) -> bool {
    (number.as_str().len(), number.as_str()) > (ending.as_str().len(), ending.as_str())
}
