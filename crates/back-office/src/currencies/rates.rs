use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, EntityTrait};
use values::Code;

use super::{Rate, exchange_rate};
use crate::{Error, Result};

/// The exchange rates of all currencies.
#[derive(Debug, Default)]
pub(crate) struct Rates(HashMap<Code<10>, Vec<exchange_rate::Model>>);

impl Rates {
    /// Reads them.
    pub(crate) async fn read(c: &impl ConnectionTrait) -> Result<Self> {
        let mut rates: HashMap<_, Vec<_>> = HashMap::new();
        for rate in exchange_rate::Entity::find().all(c).await? {
            rates.entry(rate.currency_code.clone()).or_default().push(rate);
        }
        Ok(Self(rates))
    }

    /// How much of a currency one of the company's own is worth on a day: by the last rate that begins on it or before.
    ///
    /// # Errors
    /// [`Error::NoExchangeRate`].
    pub(crate) fn factor(&self, currency: &Code<10>, date: NaiveDate) -> Result<Rate> {
        if currency.is_blank() {
            return Ok(Rate::ONE);
        }
        let begun = self.0.get(currency).into_iter().flatten().filter(|rate| rate.starting_date <= date);
        let rate = begun.max_by_key(|rate| rate.starting_date);
        let rate = rate.ok_or_else(|| Error::NoExchangeRate { currency: currency.to_string(), date })?;
        Ok(Rate::factor(rate.exchange_rate_amount, rate.relational_exchange_rate_amount))
    }
}
