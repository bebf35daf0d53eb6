use chrono::NaiveDate;
use values::Code;

use super::clearing::clearing;
use super::documents::{refunds, sales};
use super::money::Without;
use super::payments::payments;
use super::payouts::payouts;
use super::period::Period;
use super::section::Section;
use crate::{Connector, Error, shops};

/// A month of a shop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthEnd {
    /// The shop.
    pub shop_code: Code<20>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The company's own currency, in which all amounts are.
    pub currency_code: Code<10>,
    /// What was compared.
    pub sections: Vec<Section>,
    /// What could not be, and what to do.
    pub remarks: Vec<String>,
}

/// Compares a month of a shop with the ledger. Nothing is asked of the store, and nothing is changed.
///
/// # Errors
/// [`Error::NoShop`], [`Error::Given`] for what is no month, and what the database says.
pub async fn month_end(connector: &Connector, shop: &str, month: &str) -> Result<MonthEnd, Error> {
    let now = connector.clock().now();
    let read = |r: database::Read| async move {
        let shop = &shops::find(&r, shop).await?;
        let company = back_office::company::read(&r).await?;
        let zone = company.zone();
        let period = &Period::named(month, now.with_timezone(&zone).date_naive(), zone)?;
        let mut without = Without::new();
        let mut sections = vec![
            sales(&r, shop, period, &mut without).await?,
            refunds(&r, shop, period, &mut without).await?,
            payments(&r, shop, period, &mut without).await?,
        ];
        let (paid_out, fees) = payouts(&r, shop, period, &mut without).await?;
        sections.extend([paid_out, fees]);
        let mut remarks = Vec::new();
        match clearing(&r, shop, period, &mut without).await? {
            Some(section) => sections.push(section),
            None => remarks.push(format!(
                "Payments Clearing Account on the card of the shop {} is blank: fill it in, and the balance of that account is \
                 compared, too.",
                shop.code
            )),
        }
        let own = &company.currency_code;
        remarks.extend(without.iter().map(|iso| {
            format!(
                "{iso} has no exchange rate on {}: its amounts count as if they were in {own}. Enter an exchange rate of \
                 {iso} that begins on that day or before, on the page Currency Exchange Rates.",
                period.to
            )
        }));
        Ok::<_, Error>(MonthEnd {
            shop_code: shop.code.clone(),
            from: period.from,
            to: period.to,
            currency_code: company.currency_code.clone(),
            sections,
            remarks,
        })
    };
    connector.db().read(read).await
}
