//! What a shop card names must be there, and be fit for it.

use back_office::{
    Error, accounts, bank_accounts, company, countries, currencies, customer_discount_groups, customer_price_groups,
    customers, items, locations, posting_groups, sales_tax,
};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use values::Code;

pub(super) async fn account(tx: &Tx, number: &Code<20>, is_posted_to: bool) -> Result<(), Error> {
    let Some(number) = number.non_blank() else { return Ok(()) };
    let account = accounts::find(tx, number).await?;
    if is_posted_to { accounts::check_direct_posting(&account) } else { Ok(()) }
}

pub(super) async fn bank_account(tx: &Tx, number: &Code<20>) -> Result<(), Error> {
    use bank_accounts::{Column, Entity};
    let Some(number) = number.non_blank() else { return Ok(()) };
    match Entity::find().filter(Column::Number.eq(number.clone())).count(tx).await.map_err(database::Error::from)? {
        0 => Err(Error::Unknown { kind: "bank account", code: number.to_string() }),
        _ => Ok(()),
    }
}

/// The company's own currency, or one of which it is known what it is worth; else what is wrong with it.
pub(super) async fn currency(tx: &Tx, code: &Code<10>) -> Result<Option<&'static str>, Error> {
    use currencies::exchange_rate::{Column, Entity};
    let Some(code) = code.non_blank() else { return Ok(None) };
    if *code == company::read(tx).await?.currency_code {
        return Ok(None);
    }
    let rates = Entity::find().filter(Column::CurrencyCode.eq(code.clone()));
    Ok(match rates.count(tx).await.map_err(database::Error::from)? {
        0 => Some("it has no exchange rate: enter one, or leave the field blank for the company's own currency"),
        _ => None,
    })
}

pub(super) async fn item(tx: &Tx, number: &Code<20>) -> Result<(), Error> {
    let Some(number) = number.non_blank() else { return Ok(()) };
    match items::by_numbers(tx, std::slice::from_ref(number)).await?.first() {
        Some(_) => Ok(()),
        None => Err(Error::Unknown { kind: "item", code: number.to_string() }),
    }
}

pub(super) async fn customer(tx: &Tx, number: &Code<20>) -> Result<(), Error> {
    let Some(number) = number.non_blank() else { return Ok(()) };
    match customers::by_numbers(tx, std::slice::from_ref(number)).await?.first() {
        Some(_) => Ok(()),
        None => Err(Error::Unknown { kind: "customer", code: number.to_string() }),
    }
}

pub(super) async fn customer_template(tx: &Tx, code: &Code<20>) -> Result<(), Error> {
    let Some(code) = code.non_blank() else { return Ok(()) };
    customers::template::find(tx, code).await.map(drop)
}

pub(super) async fn item_template(tx: &Tx, code: &Code<20>) -> Result<(), Error> {
    let Some(code) = code.non_blank() else { return Ok(()) };
    items::template::find(tx, code).await.map(drop)
}

/// Checks of set-up tables: a blank code, or one of a row that is there.
macro_rules! listed {
    ($($name:ident: $length:literal of $($table:ident)::+, $kind:literal;)+) => { $(
        pub(super) async fn $name(tx: &Tx, code: &Code<$length>) -> Result<(), Error> {
            use $($table)::+::{Column, Entity};
            let Some(code) = code.non_blank() else { return Ok(()) };
            match Entity::find().filter(Column::Code.eq(code.clone())).count(tx).await.map_err(database::Error::from)? {
                0 => Err(Error::Unknown { kind: $kind, code: code.to_string() }),
                _ => Ok(()),
            }
        }
    )+ };
}

listed! {
    location: 10 of locations, "location";
    price_group: 10 of customer_price_groups, "customer price group";
    discount_group: 20 of customer_discount_groups, "customer discount group";
    general_business_group: 20 of posting_groups::general_business, "general business posting group";
    vat_business_group: 20 of posting_groups::vat_business, "VAT business posting group";
    customer_group: 20 of posting_groups::customer, "customer posting group";
    tax_area: 20 of sales_tax::area, "tax area";
    country: 10 of countries, "country";
}
