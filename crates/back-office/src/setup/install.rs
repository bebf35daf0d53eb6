use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use database::{Tx, insert_many};
use runtime::Random;
use rust_decimal::Decimal;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use values::Code;
use values::money::{Amount, Percent};

use crate::{Error, Result, accounts, company, currencies, customers, locations, number_series, vat};

/// A company that is to be set up.
#[derive(Clone, Debug)]
pub struct NewCompany {
    /// Its name.
    pub name: String,
    /// Its own currency.
    pub currency_code: Code<10>,
    /// The zone in which its days begin.
    pub time_zone: Tz,
}

/// The account to which shipping is posted in a company that was set up here.
pub const SHIPPING_ACCOUNT: &str = "3060";

/// Number series: code, what for, first number, whether numbers may be given by hand.
const SERIES: [(&str, &str, &str, bool); 3] = [
    ("CUSTOMER", "Customers", "C00001", true),
    ("ITEM", "Items", "1000", true),
    ("S-ORDER", "Sales orders", "SO-000001", true),
];
/// VAT: product group, percentage.
const VAT: [(&str, i32); 3] = [("HIGH", 25), ("MEDIUM", 15), ("ZERO", 0)];
/// Customers at home pay VAT; those abroad do not.
const VAT_BUSINESS: [(&str, bool); 2] = [("DOMESTIC", true), ("EXPORT", false)];
/// Accounts: number, name, VAT product group.
const ACCOUNTS: [(&str, &str, &str); 5] = [
    ("3000", "Sales", "HIGH"),
    (SHIPPING_ACCOUNT, "Shipping", "HIGH"),
    ("3070", "Tips", "ZERO"),
    ("2950", "Gift cards sold", "ZERO"),
    ("7770", "Cash rounding", "ZERO"),
];
/// Currencies, by their ISO codes.
const CURRENCIES: [&str; 6] = ["NOK", "SEK", "DKK", "EUR", "USD", "GBP"];

/// Sets the company up: number series, VAT, accounts, currencies, a location, and templates for customers.
///
/// # Errors
/// [`Error::Exists`] when there is a company already.
pub async fn install(tx: &Tx, new: &NewCompany, now: DateTime<Utc>, random: &Random) -> Result<company::Model> {
    if let Some(existing) = company::Entity::find().one(tx).await? {
        return Err(Error::Exists { kind: "the company", code: existing.name });
    }
    let code = |text: &str| Code::<20>::cut(text);
    let cent = Amount::new(Decimal::new(1, 2))?;
    let company = company::Model {
        id: random.id(now),
        name: new.name.clone(),
        currency_code: new.currency_code.clone(),
        time_zone: new.time_zone.name().to_owned(),
        amount_rounding_precision: cent,
        customer_numbers: code("CUSTOMER"),
        item_numbers: code("ITEM"),
        order_numbers: code("S-ORDER"),
        version: 1,
    };
    company::Entity::insert(company.clone().into_active_model().reset_all()).exec_without_returning(tx).await?;
    number_series(tx, now, random).await?;
    vat_setup(tx, now, random).await?;

    let accounts = ACCOUNTS.map(|(number, name, vat)| accounts::Model {
        id: random.id(now),
        number: code(number),
        name: name.to_owned(),
        account_type: accounts::AccountType::Posting,
        direct_posting: true,
        blocked: false,
        general_product_posting_group: code("RETAIL"),
        vat_product_posting_group: code(vat),
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
    let main = locations::Model { id: random.id(now), code: Code::cut("MAIN"), name: "Main location".to_owned() };
    locations::Entity::insert(main.into_active_model().reset_all()).exec_without_returning(tx).await?;
    customer_templates(tx, now, random).await?;
    Ok(company)
}

async fn number_series(tx: &Tx, now: DateTime<Utc>, random: &Random) -> Result<()> {
    let series = SERIES.map(|(code, description, _, manual_numbers)| number_series::series::Model {
        id: random.id(now),
        code: Code::cut(code),
        description: description.to_owned(),
        manual_numbers,
    });
    insert_many(tx, series.map(|row| row.into_active_model().reset_all()).to_vec()).await?;
    let lines = SERIES.map(|(code, _, first, _)| number_series::line::Model {
        id: random.id(now),
        series_code: Code::cut(code),
        starting_date: None,
        starting_number: Code::cut(first),
        ending_number: Code::blank(),
        increment_by_number: 1,
        last_number_used: Code::blank(),
        open: true,
    });
    Ok(insert_many(tx, lines.map(|row| row.into_active_model().reset_all()).to_vec()).await?)
}

async fn vat_setup(tx: &Tx, now: DateTime<Utc>, random: &Random) -> Result<()> {
    let mut rows = Vec::new();
    for (business, pays) in VAT_BUSINESS {
        for (product, percent) in VAT {
            let percent = if pays { percent } else { 0 };
            rows.push(vat::Model {
                id: random.id(now),
                business_group: Code::cut(business),
                product_group: Code::cut(product),
                calculation_type: vat::Calculation::Normal,
                percent: Percent::from(percent),
                identifier: Code::cut(&format!("VAT{percent}")),
            });
        }
    }
    Ok(insert_many(tx, rows.into_iter().map(|row| row.into_active_model().reset_all()).collect()).await?)
}

async fn customer_templates(tx: &Tx, now: DateTime<Utc>, random: &Random) -> Result<()> {
    let templates = VAT_BUSINESS.map(|(business, _)| customers::template::Model {
        id: random.id(now),
        code: Code::cut(business),
        description: format!("Customers, {}", business.to_lowercase()),
        number_series: Code::blank(),
        general_business_posting_group: Code::cut(business),
        vat_business_posting_group: Code::cut(business),
        customer_posting_group: Code::cut(business),
        currency_code: Code::blank(),
        payment_terms_code: Code::blank(),
        payment_method_code: Code::blank(),
        prices_including_vat: true,
    });
    Ok(insert_many(tx, templates.map(|row| row.into_active_model().reset_all()).to_vec()).await?)
}
