use chrono::NaiveDate;
use sea_orm::ConnectionTrait;
use values::Code;

use super::{Rate, Rates};
use crate::{Result, company};

/// How much of a currency one of the company's own is worth on a day. A blank currency is the company's own, as is that one
/// itself.
///
/// # Errors
/// [`Error::NoExchangeRate`](crate::Error::NoExchangeRate); when the database fails.
pub async fn factor(c: &impl ConnectionTrait, currency: &Code<10>, date: NaiveDate) -> Result<Rate> {
    if currency.is_blank() || *currency == company::read(c).await?.currency_code {
        return Ok(Rate::ONE);
    }
    Rates::read(c).await?.factor(currency, date)
}
