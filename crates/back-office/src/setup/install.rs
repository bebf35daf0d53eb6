use chrono::{DateTime, Utc};
use database::{Tx, insert_many};
use runtime::Random;
use rust_decimal::Decimal;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use values::Code;
use values::money::{Amount, Price};

use super::{NewCompany, chart, journals, lists, posting, series, templates, vat};
use crate::general_ledger::setup::InvoiceRounding;
use crate::{Error, Result, company, currencies};

/// Currencies, by their ISO codes.
const CURRENCIES: [&str; 6] = ["NOK", "SEK", "DKK", "EUR", "USD", "GBP"];

/// Sets the company up with what it needs before its first document: number series, posting groups, VAT, accounts,
/// posting set-up, currencies, countries, terms, units of measure, a location, and templates for customers and items.
///
/// # Errors
/// [`Error::Exists`] when there is a company already.
pub async fn install(tx: &Tx, new: &NewCompany, now: DateTime<Utc>, random: &Random) -> Result<company::Model> {
    if let Some(existing) = company::Entity::find().one(tx).await? {
        return Err(Error::Exists { kind: "the company", code: existing.name });
    }
    let cent = Amount::new(Decimal::new(1, 2))?;
    let company = company::Model {
        id: random.id(now),
        name: new.name.clone(),
        currency_code: new.currency_code.clone(),
        time_zone: new.time_zone.name().to_owned(),
        amount_rounding_precision: cent,
        unit_amount_rounding_precision: Price::new(Decimal::new(1, 5))?,
        customer_numbers: Code::cut(series::CUSTOMERS),
        item_numbers: Code::cut(series::ITEMS),
        order_numbers: Code::cut(series::ORDERS),
        version: 1,
        ..company::Model::default()
    };
    company::Entity::insert(company.clone().into_active_model().reset_all()).exec_without_returning(tx).await?;
    series::install(tx, now, random).await?;
    vat::install(tx, now, random).await?;
    lists::install(tx, now, random).await?;
    templates::install(tx, now, random).await?;
    chart::install(tx, now, random).await?;
    posting::install(tx, cent, now, random).await?;
    journals::install(tx, now, random).await?;
    let foreign = CURRENCIES.into_iter().filter(|currency| new.currency_code != *currency);
    let currencies = foreign.map(|currency| currencies::Model {
        id: random.id(now),
        code: Code::cut(currency),
        iso_code: Code::cut(currency),
        description: currency.to_owned(),
        amount_rounding_precision: cent,
        unit_amount_rounding_precision: company.unit_amount_rounding_precision,
        invoice_rounding_precision: cent,
        invoice_rounding_type: InvoiceRounding::Nearest,
        realized_gains_account: Code::cut(chart::CURRENCY_GAINS),
        realized_losses_account: Code::cut(chart::CURRENCY_LOSSES),
    });
    insert_many(tx, currencies.map(|row| row.into_active_model().reset_all()).collect()).await?;
    Ok(company)
}
