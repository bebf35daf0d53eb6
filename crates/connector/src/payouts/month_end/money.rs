//! Amounts in the company's own currency.

use std::collections::{BTreeSet, HashMap};

use back_office::company;
use back_office::currencies::{self, Rate};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use sea_orm::ConnectionTrait;
use values::Code;
use values::money::Amount;

use crate::Error;
use crate::payouts::currency::Currencies;

/// The currencies without a rate.
pub(super) type Without = BTreeSet<Code<10>>;

/// What currencies are worth on a day.
pub(super) struct Money {
    rates: HashMap<Code<10>, Option<Rate>>,
    own: Code<10>,
    precision: Decimal,
}

impl Money {
    /// That of these currencies, by their ISO codes. Of one without a rate nothing is known, and its amounts count as they
    /// are: it is put into `without`.
    pub(super) async fn read(
        c: &impl ConnectionTrait,
        isos: Vec<Code<10>>,
        day: NaiveDate,
        without: &mut Without,
    ) -> Result<Self, Error> {
        let company = company::read(c).await?;
        let currencies = Currencies::read(c).await?;
        let mut rates = HashMap::new();
        for iso in isos {
            if rates.contains_key(&iso) {
                continue;
            }
            let rate = match currencies.internal(&iso) {
                Ok(code) => match currencies::factor(c, &code, day).await {
                    Ok(rate) => Some(rate),
                    Err(back_office::Error::NoExchangeRate { .. }) => None,
                    Err(other) => return Err(other.into()),
                },
                // What is not set up has no rate, either.
                Err(_) => None,
            };
            if rate.is_none() {
                without.insert(iso.clone());
            }
            rates.insert(iso, rate);
        }
        let precision = company.amount_rounding_precision.decimal();
        Ok(Self { rates, own: company.currency_code.clone(), precision })
    }

    /// Whether a currency is not the company's own.
    pub(super) fn is_foreign(&self, iso: &Code<10>) -> bool {
        !iso.is_blank() && *iso != self.own
    }

    /// An amount in the company's own currency.
    pub(super) fn own(&self, iso: &Code<10>, amount: Amount) -> Amount {
        match self.rates.get(iso) {
            Some(Some(rate)) if *rate != Rate::ONE => {
                Amount::rounded(rate.to_own(amount.decimal()), self.precision).unwrap_or(amount)
            }
            _ => amount,
        }
    }
}
