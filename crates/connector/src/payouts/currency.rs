//! Currencies of payouts, as the back office has them.

use back_office::{company, currencies};
use chrono::NaiveDate;
use sea_orm::ConnectionTrait;
use values::Code;

use crate::{Error, mappings};

/// The currencies of the back office by their ISO codes.
#[derive(Debug)]
pub(super) struct Currencies {
    own: Code<10>,
    others: mappings::Currencies,
}

impl Currencies {
    /// All of them.
    pub(super) async fn read(c: &impl ConnectionTrait) -> Result<Self, Error> {
        let own = company::read(c).await?.currency_code.clone();
        Ok(Self { own, others: mappings::Currencies::read(c).await? })
    }

    /// A currency as the back office writes it: its own is blank.
    ///
    /// # Errors
    /// Cause and remedy, when it has none of that code.
    pub(super) fn internal(&self, iso: &Code<10>) -> Result<Code<10>, (String, String)> {
        if iso.is_blank() || *iso == self.own {
            return Ok(Code::blank());
        }
        self.others.find(iso).cloned().ok_or_else(|| {
            (
                format!("The currency {iso} is not set up."),
                format!("Create the currency {iso} on the page Currencies, with an exchange rate."),
            )
        })
    }

    /// The same for a day on which something is to be posted in it.
    ///
    /// # Errors
    /// Cause and remedy, when it is not there or has no rate then.
    pub(super) async fn on(
        &self,
        c: &impl ConnectionTrait,
        iso: &Code<10>,
        date: NaiveDate,
    ) -> Result<Result<Code<10>, (String, String)>, Error> {
        let code = match self.internal(iso) {
            Ok(code) => code,
            Err(missing) => return Ok(Err(missing)),
        };
        match currencies::factor(c, &code, date).await {
            Ok(_) => Ok(Ok(code)),
            Err(back_office::Error::NoExchangeRate { .. }) => Ok(Err((
                format!("The currency {code} has no exchange rate on {date}."),
                format!(
                    "Enter an exchange rate of {code} that begins on {date} or before, on the page Currency Exchange Rates."
                ),
            ))),
            Err(other) => Err(other.into()),
        }
    }
}
