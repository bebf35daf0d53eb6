use chrono::{DateTime, Utc};
use database::Tx;
use runtime::Random;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use values::Code;

use super::find::{email_key, phone_key};
use super::{Blocked, Entity, Model, by_numbers, template};
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
}

/// Makes a customer from a template.
///
/// # Errors
/// [`Error::Exists`], [`Error::Unknown`] for the template, and those of the number series.
pub async fn create(
    tx: &Tx,
    new: &NewCustomer,
    template: &template::Model,
    now: DateTime<Utc>,
    random: &Random,
) -> Result<Model> {
    let company = company::read(tx).await?;
    let series = template.number_series.non_blank().unwrap_or(&company.customer_numbers);
    let number = match &new.number {
        Some(number) => {
            number_series::accept_manual(tx, series).await?;
            number.clone()
        }
        None => number_series::next(tx, series, now.with_timezone(&company.zone()).date_naive()).await?,
    };
    if let Some(existing) = by_numbers(tx, std::slice::from_ref(&number)).await?.first() {
        return Err(Error::Exists { kind: "customer", code: existing.number.to_string() });
    }
    let customer = model(number, new, template, now, random);
    Entity::insert(customer.clone().into_active_model().reset_all()).exec_without_returning(tx).await?;
    Ok(customer)
}

fn model(
    number: Code<20>,
    new: &NewCustomer,
    template: &template::Model,
    now: DateTime<Utc>,
    random: &Random,
) -> Model {
    Model {
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
        customer_posting_group: template.customer_posting_group.clone(),
        currency_code: template.currency_code.clone(),
        payment_terms_code: template.payment_terms_code.clone(),
        payment_method_code: template.payment_method_code.clone(),
        prices_including_vat: template.prices_including_vat,
        blocked: Blocked::None,
        last_modified_date_time: now,
        version: 1,
    }
}
