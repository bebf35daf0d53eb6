use chrono::{DateTime, Utc};
use database::{Tx, search};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use values::Code;

use super::find::{email_key, phone_key};
use super::{Blocked, Entity, Model};
use crate::{Result, customer_discount_groups, customer_price_groups};

/// What is to be changed of a customer; `None` leaves a field as it is.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// Its name.
    pub name: Option<String>,
    /// More of its name.
    pub name2: Option<String>,
    /// The first line of its address.
    pub address: Option<String>,
    /// The second line.
    pub address2: Option<String>,
    /// Its post code.
    pub post_code: Option<String>,
    /// Its city.
    pub city: Option<String>,
    /// Its county.
    pub county: Option<String>,
    /// Its country.
    pub country_region_code: Option<Code<20>>,
    /// Its phone.
    pub phone_number: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// Its customer price group.
    pub customer_price_group: Option<Code<10>>,
    /// Its customer discount group.
    pub customer_discount_group: Option<Code<20>>,
    /// Which discounts it gets on the whole.
    pub invoice_discount_code: Option<Code<20>>,
    /// Whether it gets discounts on lines where no price list says so.
    pub allow_line_discount: Option<bool>,
    /// What it is kept from.
    pub blocked: Option<Blocked>,
}

/// Changes a customer.
///
/// # Errors
/// [`crate::Error::Unknown`] for a price or discount group that is not there.
pub async fn change(tx: &Tx, customer: Model, change: &Change, now: DateTime<Utc>) -> Result<Model> {
    customer_price_groups::check(tx, change.customer_price_group.as_ref()).await?;
    customer_discount_groups::check(tx, change.customer_discount_group.as_ref()).await?;
    let new = change.clone();
    let (email, phone) = (new.email.unwrap_or(customer.email), new.phone_number.unwrap_or(customer.phone_number));
    let customer = Model {
        name: new.name.unwrap_or(customer.name),
        name2: new.name2.unwrap_or(customer.name2),
        address: new.address.unwrap_or(customer.address),
        address2: new.address2.unwrap_or(customer.address2),
        post_code: new.post_code.unwrap_or(customer.post_code),
        city: new.city.unwrap_or(customer.city),
        county: new.county.unwrap_or(customer.county),
        country_region_code: new.country_region_code.unwrap_or(customer.country_region_code),
        email_key: email_key(&email),
        phone_key: phone_key(&phone),
        email,
        phone_number: phone,
        customer_price_group: new.customer_price_group.unwrap_or(customer.customer_price_group),
        customer_discount_group: new.customer_discount_group.unwrap_or(customer.customer_discount_group),
        invoice_discount_code: new.invoice_discount_code.unwrap_or(customer.invoice_discount_code),
        allow_line_discount: new.allow_line_discount.unwrap_or(customer.allow_line_discount),
        blocked: new.blocked.unwrap_or(customer.blocked),
        last_modified_date_time: now,
        version: customer.version + 1,
        ..customer
    };
    search::keep::<Entity>(tx, [&customer]).await?;
    tx.changed::<Entity>(&[customer.id]).await?;
    Ok(customer.into_active_model().reset_all().update(tx).await?)
}
