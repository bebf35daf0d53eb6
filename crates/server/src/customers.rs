//! Customers, as far as they are made and mended through the API.

use back_office::customers::{self, Blocked, Change, Entity, Model, NewCustomer, template};
use database::Tx;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use values::Code;

use crate::Error;
use crate::master::{Making, Master};

/// A customer, or what is to be changed of one: what is left out stays as it is.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CustomerBody {
    /// The template that a new customer begins with, from `customerTemplates`.
    #[schema(value_type = Option<String>)]
    customer_template_code: Option<Code<20>>,
    /// The number of a new customer; the next of the number series, when nothing is said.
    #[schema(value_type = Option<String>)]
    number: Option<Code<20>>,
    /// Its name.
    display_name: Option<String>,
    /// More of its name.
    display_name2: Option<String>,
    /// The first line of its address.
    address_line1: Option<String>,
    /// The second line.
    address_line2: Option<String>,
    /// Its post code.
    postal_code: Option<String>,
    /// Its city.
    city: Option<String>,
    /// Its county.
    state: Option<String>,
    /// Its country, as `NO`.
    #[schema(value_type = Option<String>)]
    country: Option<Code<20>>,
    /// Its phone.
    phone_number: Option<String>,
    /// Its e-mail address.
    email: Option<String>,
    /// What it is kept from: nothing (blank), `Ship`, `Invoice` or `All`.
    #[schema(value_type = Option<String>)]
    blocked: Option<Blocked>,
}

impl From<CustomerBody> for NewCustomer {
    fn from(body: CustomerBody) -> Self {
        Self {
            number: body.number,
            name: body.display_name.unwrap_or_default(),
            name2: body.display_name2.unwrap_or_default(),
            address: body.address_line1.unwrap_or_default(),
            address2: body.address_line2.unwrap_or_default(),
            post_code: body.postal_code.unwrap_or_default(),
            city: body.city.unwrap_or_default(),
            county: body.state.unwrap_or_default(),
            country_region_code: body.country.unwrap_or_default(),
            phone_number: body.phone_number.unwrap_or_default(),
            email: body.email.unwrap_or_default(),
        }
    }
}

impl From<CustomerBody> for Change {
    fn from(body: CustomerBody) -> Self {
        Self {
            name: body.display_name,
            name2: body.display_name2,
            address: body.address_line1,
            address2: body.address_line2,
            post_code: body.postal_code,
            city: body.city,
            county: body.state,
            country_region_code: body.country,
            phone_number: body.phone_number,
            email: body.email,
            blocked: body.blocked,
            ..Self::default()
        }
    }
}

impl Master for Entity {
    type Body = CustomerBody;

    const ONE: &'static str = "a customer";
    const KEPT: &'static [&'static str] = &["number", "customerTemplateCode"];

    async fn make(at: &Making, tx: &Tx, body: &CustomerBody) -> Result<Uuid, Error> {
        let Some(template) = &body.customer_template_code else {
            let message = "a new customer needs customerTemplateCode: choose one of /api/v1/customerTemplates";
            return Err(Error::invalid("customerTemplateCode", message));
        };
        let template = template::find(tx, template).await?;
        let customer = customers::create(tx, &NewCustomer::from(body.clone()), &template, at.now, &at.random).await?;
        let id = customer.id;
        if body.blocked.is_some() {
            let blocked = Change { blocked: body.blocked, ..Change::default() };
            customers::change(tx, customer, &blocked, at.now).await?;
        }
        Ok(id)
    }

    async fn mend(at: &Making, tx: &Tx, customer: Model, body: &CustomerBody) -> Result<(), Error> {
        customers::change(tx, customer, &Change::from(body.clone()), at.now).await?;
        Ok(())
    }
}
