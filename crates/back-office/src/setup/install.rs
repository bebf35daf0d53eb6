use chrono::{DateTime, Utc};
use database::{Tx, insert_many};
use runtime::Random;
use rust_decimal::Decimal;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use values::Code;
use values::money::Amount;

use super::{NewCompany, lists, series, templates, vat};
use crate::{Error, Result, accounts, company, currencies};

/// The account to which shipping is posted in a company that was set up here.
pub const SHIPPING_ACCOUNT: &str = "3060";

/// Accounts: number, name, general and VAT product group.
const ACCOUNTS: [(&str, &str, &str, &str); 5] = [
    ("3000", "Sales", "RETAIL", "HIGH"),
    (SHIPPING_ACCOUNT, "Shipping", "SERVICES", "HIGH"),
    ("3070", "Tips", "SERVICES", "ZERO"),
    ("2950", "Gift cards sold", "RETAIL", "ZERO"),
    ("7770", "Cash rounding", "RETAIL", "ZERO"),
];
/// Currencies, by their ISO codes.
const CURRENCIES: [&str; 6] = ["NOK", "SEK", "DKK", "EUR", "USD", "GBP"];

/// Sets the company up with what it needs before its first document: number series, posting groups, VAT, accounts,
/// currencies, countries, terms, units of measure, a location, and templates for customers and items.
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
        customer_numbers: Code::cut(series::CUSTOMERS),
        item_numbers: Code::cut(series::ITEMS),
        order_numbers: Code::cut(series::ORDERS),
        version: 1,
    };
    company::Entity::insert(company.clone().into_active_model().reset_all()).exec_without_returning(tx).await?;
    series::install(tx, now, random).await?;
    vat::install(tx, now, random).await?;
    lists::install(tx, now, random).await?;
    templates::install(tx, now, random).await?;

    let accounts = ACCOUNTS.map(|(number, name, general, vat)| accounts::Model {
        id: random.id(now),
        number: Code::cut(number),
        name: name.to_owned(),
        account_type: accounts::AccountType::Posting,
        direct_posting: true,
        blocked: false,
        general_product_posting_group: Code::cut(general),
        vat_product_posting_group: Code::cut(vat),
    });
    insert_many(tx, accounts.map(|row| row.into_active_model().reset_all()).to_vec()).await?;
    let foreign = CURRENCIES.into_iter().filter(|currency| new.currency_code != *currency);
    let currencies = foreign.map(|currency| currencies::Model {
        id: random.id(now),
        code: Code::cut(currency),
        iso_code: Code::cut(currency),
        description: currency.to_owned(),
        amount_rounding_precision: cent,
    });
    insert_many(tx, currencies.map(|row| row.into_active_model().reset_all()).collect()).await?;
    Ok(company)
}
