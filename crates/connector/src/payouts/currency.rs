//! Currencies of payouts, as the back office has them.

use back_office::{company, currencies};
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, EntityTrait};
use values::Code;

use crate::Error;

/// The currencies of the back office by their ISO codes.
#[derive(Debug)]
pub(super) struct Currencies {
    own: Code<10>,
    others: Vec<currencies::Model>,
}

impl Currencies {
    /// All of them.
    pub(super) async fn read(c: &impl ConnectionTrait) -> Result<Self, Error> {
        let own = company::read(c).await?.currency_code.clone();
        Ok(Self { own, others: currencies::Entity::find().all(c).await? })
    }

    /// A currency as the back office writes it: its own is blank.
    ///
    /// # Errors
    /// Cause and remedy, when it has none of that code.
    pub(super) fn internal(&self, iso: &Code<10>) -> Result<Code<10>, (String, String)> {
        if iso.is_blank() || *iso == self.own {
            return Ok(Code::blank());
        }
        let mut of_code = self.others.iter().filter(|one| one.iso_code.non_blank().unwrap_or(&one.code) == iso);
        of_code.next().map(|one| one.code.clone()).ok_or_else(|| {
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
