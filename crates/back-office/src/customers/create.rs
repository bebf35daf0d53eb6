use std::collections::HashSet;

use chrono::{DateTime, Utc};
use database::{Tx, insert_many, search};
use runtime::Random;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use values::Code;

use super::change::{check_all_codes, put};
use super::find::{email_key, phone_key};
use super::{Change, Entity, Model, by_numbers, template};
use crate::{Error, Result, company, number_series};

/// A customer that is to be made.
#[derive(Clone, Debug, Default)]
pub struct NewCustomer {
    /// Its number; `None`: the next of the number series.
    pub number: Option<Code<20>>,
    /// Its name.
    pub name: String,
    /// More of its name.
    pub name2: String,
    /// The first line of its address.
    pub address: String,
    /// The second line.
    pub address2: String,
    /// Its post code.
    pub post_code: String,
    /// Its city.
    pub city: String,
    /// Its county.
    pub county: String,
    /// Its country.
    pub country_region_code: Code<20>,
    /// Its phone.
    pub phone_number: String,
    /// Its e-mail address.
    pub email: String,
    /// What else is said of it, in place of what the template says.
    pub rest: Change,
}

/// Makes a customer from a template.
///
/// # Errors
/// Those of [`create_many`].
pub async fn create(
    tx: &Tx,
    new: &NewCustomer,
    template: &template::Model,
    now: DateTime<Utc>,
    random: &Random,
) -> Result<Model> {
    let mut made = create_many(tx, std::slice::from_ref(new), template, now, random).await?;
    made.pop().ok_or(Error::NoNumberSeries("customers"))
}

/// Makes customers from a template, all of them or none.
///
/// # Errors
/// [`Error::Exists`] when there is one of such a number, [`Error::Unknown`] for a code that is not there, and those of the
/// number series.
pub async fn create_many(
    tx: &Tx,
    new: &[NewCustomer],
    template: &template::Model,
    now: DateTime<Utc>,
    random: &Random,
) -> Result<Vec<Model>> {
    check_all_codes(tx, new.iter().map(|new| &new.rest)).await?;
    let company = company::read(tx).await?;
    let series = template.number_series.non_blank().or(company.customer_numbers.non_blank());
    let series = number_series::lock(tx, series.ok_or(Error::NoNumberSeries("customers"))?).await?;
    let own: Vec<Code<20>> = new.iter().filter_map(|customer| customer.number.clone()).collect();
    if !own.is_empty() {
        series.accept_manual()?;
        let mut seen = HashSet::new();
        let twice = own.iter().find(|number| !seen.insert(*number)).cloned();
        let existing = by_numbers(tx, &own).await?.into_iter().next().map(|customer| customer.number);
        if let Some(number) = twice.or(existing) {
            return Err(Error::Exists { kind: "customer", code: number.to_string() });
        }
    }
    let mut drawn = series.draw(tx, company.today(now), new.len() - own.len()).await?.into_iter();
    let number = |new: &NewCustomer| new.number.clone().or_else(|| drawn.next()).unwrap_or_default();
    let numbers: Vec<Code<20>> = new.iter().map(number).collect();
    let made = new.iter().zip(numbers).map(|(new, number)| model(number, new, template, now, random));
    let made: Vec<Model> = made.collect();
    insert_many(tx, made.iter().map(|customer| customer.clone().into_active_model().reset_all()).collect()).await?;
    search::keep::<Entity>(tx, &made).await?;
    tx.changed::<Entity>(&made.iter().map(|customer| customer.id).collect::<Vec<_>>()).await?;
    Ok(made)
}

fn model(
    number: Code<20>,
    new: &NewCustomer,
    template: &template::Model,
    now: DateTime<Utc>,
    random: &Random,
) -> Model {
    let customer = Model {
        id: random.id(now),
        number,
        name: new.name.clone(),
        name2: new.name2.clone(),
        address: new.address.clone(),
        address2: new.address2.clone(),
        post_code: new.post_code.clone(),
        city: new.city.clone(),
        county: new.county.clone(),
        country_region_code: new.country_region_code.clone(),
        phone_number: new.phone_number.clone(),
        email: new.email.clone(),
        email_key: email_key(&new.email),
        phone_key: phone_key(&new.phone_number),
        general_business_posting_group: template.general_business_posting_group.clone(),
        vat_business_posting_group: template.vat_business_posting_group.clone(),
        tax_area_code: template.tax_area_code.clone(),
        tax_liable: template.tax_liable,
        customer_posting_group: template.customer_posting_group.clone(),
        currency_code: template.currency_code.clone(),
        payment_terms_code: template.payment_terms_code.clone(),
        payment_method_code: template.payment_method_code.clone(),
        allow_line_discount: true,
        prices_including_vat: template.prices_including_vat,
        last_modified_date_time: now,
        version: 1,
        ..Model::default()
    };
    put(customer, &new.rest)
}
