//! Customers, as far as they are made and mended through the API.

use access::{Action, Area};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use back_office::customers::{self, Blocked, Change, Entity, NewCustomer, template};
use database::Notice;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;
use values::Code;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, error, record, refused, versioned};
use crate::records::{MustMatch, RecordId, load, shown};
use crate::{App, Error};

const TAG: &str = "customers";
const CHANGE: (Area, Action) = (Area::BackOffice, Action::Change);

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
        }
    }
}

/// Adds the routes that change customers.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Make a customer"))
        .request_body(Some(body::<CustomerBody>("The customer.")))
        .response("201", record("The customer.", TAG))
        .response("400", refused("BadRequest"))
        .response("409", error("There is a customer of that number."));
    api.route(Method::POST, "/customers", CHANGE, document, create);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Change a customer"))
        .request_body(Some(body::<CustomerBody>("What is to be changed.")))
        .response("200", record("The customer.", TAG))
        .response("400", refused("BadRequest"));
    api.route(Method::PATCH, "/customers/{id}", CHANGE, versioned(document), change);
}

async fn create(State(app): State<App>, Body(new): Body<CustomerBody>) -> Result<Response, Error> {
    let Some(template) = &new.customer_template_code else {
        let message = "a new customer needs customerTemplateCode: choose one of /api/v1/customerTemplates";
        return Err(Error::invalid("customerTemplateCode", message));
    };
    let (app, blocked, new) = (&app, new.blocked, &NewCustomer::from(new.clone()));
    let write = |tx| async move {
        let now = app.clock.now();
        let template = template::find(&tx, template).await?;
        let customer = customers::create(&tx, new, &template, now, &app.random).await?;
        let id = customer.id;
        if blocked.is_some() {
            customers::change(&tx, customer, &Change { blocked, ..Change::default() }, now).await?;
        }
        tx.notify(Notice::new(TAG, id.to_string())).await?;
        Ok::<_, Error>(id)
    };
    let id = app.db.write(write).await?;
    shown::<Entity>(app, StatusCode::CREATED, id).await
}

async fn change(
    State(app): State<App>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
    Body(body): Body<CustomerBody>,
) -> Result<Response, Error> {
    if body.number.is_some() || body.customer_template_code.is_some() {
        return Err(Error::invalid("number", "a customer keeps its number, and no longer has a template"));
    }
    let (app, version, change) = (&app, &version, &Change::from(body));
    let write = |tx| async move {
        let customer = load::<Entity>(&tx, id).await?;
        version.check::<Entity>(&customer)?;
        customers::change(&tx, customer, change, app.clock.now()).await?;
        Ok::<_, Error>(tx.notify(Notice::new(TAG, id.to_string())).await?)
    };
    app.db.write(write).await?;
    shown::<Entity>(app, StatusCode::OK, id).await
}
