use chrono::NaiveDate;
use database::Tx;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Set};
use values::Code;

use super::increment::increment;
use super::{Refusal, line, series};
use crate::{Error, Result};

/// A number series that this transaction has for itself until it ends: others that draw from it wait, so no number is
/// given twice, and one that was drawn by a transaction that failed is given again.
#[derive(Debug)]
pub struct Locked {
    series: series::Model,
}

/// Locks a number series.
///
/// # Errors
/// [`Error::Unknown`] when there is none of that code.
pub async fn lock(tx: &Tx, code: &Code<20>) -> Result<Locked> {
    let found = series::Entity::find().filter(series::Column::Code.eq(code.clone())).lock_exclusive().one(tx).await?;
    let series = found.ok_or_else(|| Error::Unknown { kind: "number series", code: code.to_string() })?;
    Ok(Locked { series })
}

/// The next number of a series on a day.
///
/// # Errors
/// Those of [`lock`] and [`Locked::draw`].
pub async fn next(tx: &Tx, code: &Code<20>, date: NaiveDate) -> Result<Code<20>> {
    let mut drawn = lock(tx, code).await?.draw(tx, date, 1).await?;
    drawn.pop().ok_or_else(|| Refusal::NoSeriesLine { series: code.to_string(), date }.into())
}

impl Locked {
    /// Checks that a number may be given by hand.
    ///
    /// # Errors
    /// [`Refusal::NotManual`].
    pub fn accept_manual(&self) -> Result<()> {
        if self.series.manual_numbers { Ok(()) } else { Err(Refusal::NotManual(self.series.code.to_string()).into()) }
    }

    /// The next `count` numbers on a day, in order, in one statement.
    ///
    /// # Errors
    /// [`Refusal::NotAutomatic`], [`Refusal::NoSeriesLine`], [`Refusal::NoSeriesLines`], [`Refusal::DateOrder`],
    /// [`Refusal::SeriesEnded`], [`Refusal::NoDigits`]: no number is drawn.
    pub async fn draw(&self, tx: &Tx, date: NaiveDate, count: usize) -> Result<Vec<Code<20>>> {
        if count == 0 {
            return Ok(Vec::new());
        }
        if !self.series.default_numbers {
            return Err(Refusal::NotAutomatic(self.series.code.to_string()).into());
        }
        let line = self.line(tx, date).await?;
        let mut numbers: Vec<Code<20>> = Vec::with_capacity(count);
        for _ in 0..count {
            numbers.push(self.following(&line, numbers.last().unwrap_or(&line.last_number_used))?);
        }
        let Some(last) = numbers.last().cloned() else { return Ok(numbers) };
        let is_last = !line.ending_number.is_blank() && last == line.ending_number;
        let mut line = line.into_active_model();
        line.last_number_used = Set(last);
        line.last_date_used = Set(Some(date));
        line.open = Set(!is_last);
        line.update(tx).await?;
        Ok(numbers)
    }

    /// The number that follows `last`; the first when nothing was given yet.
    fn following(&self, line: &line::Model, last: &Code<20>) -> Result<Code<20>> {
        let series = || self.series.code.to_string();
        let number = if last.is_blank() {
            line.starting_number.clone()
        } else {
            let by = u64::try_from(line.increment_by_number).unwrap_or(1).max(1);
            increment(last, by).ok_or_else(|| Refusal::NoDigits { series: series(), number: last.to_string() })?
        };
        let ending = &line.ending_number;
        if !ending.is_blank() && is_past(&number, ending) {
            return Err(
                Refusal::SeriesEnded { series: series(), ending: ending.to_string(), last: last.to_string() }.into()
            );
        }
        Ok(number)
    }

    /// The open line with the latest beginning on that day or before; the first of them where several begin together.
    async fn line(&self, tx: &Tx, date: NaiveDate) -> Result<line::Model> {
        let series = || self.series.code.to_string();
        let open = line::Entity::find()
            .filter(line::Column::SeriesCode.eq(self.series.code.clone()))
            .filter(line::Column::Open.eq(true))
            .order_by_asc(line::Column::Id)
            .lock_exclusive()
            .all(tx)
            .await?;
        if open.is_empty() {
            return Err(Refusal::NoSeriesLines(series()).into());
        }
        let begun = open.into_iter().filter(|line| line.starting_date.is_none_or(|starting| starting <= date));
        let latest = begun.reduce(|best, line| if line.starting_date > best.starting_date { line } else { best });
        let line = latest.ok_or_else(|| Refusal::NoSeriesLine { series: series(), date })?;
        match line.last_date_used {
            Some(last) if self.series.date_order && date < last => {
                Err(Refusal::DateOrder { series: series(), last }.into())
            }
            _ => Ok(line),
        }
    }
}

/// Numbers of one series are of one form: the longer is the later, then the greater.
fn is_past(number: &Code<20>, ending: &Code<20>) -> bool {
    (number.as_str().len(), number.as_str()) > (ending.as_str().len(), ending.as_str())
}
