//! Shopify companies: what is staged of them, which customers they are, and who buys and pays for their locations.

use std::sync::Arc;

use access::{Action, Area, Principal};
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use back_office::upkeep::fields;
use connector::companies::map_company_in;
use connector::companies::staged::{company, contact, location};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;
use utoipa::openapi::{RefOr, Schema};
use values::Code;

use crate::api::Api;
use crate::audited::audited;
use crate::body::Body;
use crate::openapi::{body, empty, error, may_say_version};
use crate::records::{IfMatch, RecordId, Resource, Set, load};
use crate::{App, Error, upkeep};

const AREA: Area = Area::Synchronization;
const RUN: (Area, Action) = (AREA, Action::Run);

/// Which customer a company is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CompanyMapping {
    /// The customer; blank: none.
    #[schema(value_type = String)]
    customer_number: Code<20>,
}

/// Shopify companies, with their locations and those who speak for them.
pub(crate) fn sets() -> Vec<Arc<dyn Resource>> {
    let changeable = fields::<location::Entity>(false).map(|field| field.name);
    vec![
        Arc::new(Set::<company::Entity>::new(AREA)),
        Arc::new(Set::<location::Entity>::new(AREA).changed_by(changeable)),
        Arc::new(Set::<contact::Entity>::new(AREA)),
    ]
}

/// What a person sets on a location, by the name of the schema.
pub(crate) fn form() -> (String, RefOr<Schema>) {
    upkeep::form::<location::Entity>()
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    upkeep::serve::<location::Entity>(api, AREA);
    let about = "Orders of the company that wait for its customer are taken up by the next run. A blank customer takes the \
                 link back.";
    let document = OperationBuilder::new()
        .tag("shopifyCompanies")
        .summary(Some("Say which customer a company is"))
        .description(Some(about))
        .request_body(Some(body::<CompanyMapping>("The customer.")))
        .response("204", empty("It is that customer."))
        .response("400", error("There is no such customer: the target names the field."));
    api.route(Method::POST, "/shopifyCompanies/{id}/Kobling.map", RUN, may_say_version(document), map);
}

async fn map(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
    Body(to): Body<CompanyMapping>,
) -> Result<StatusCode, Error> {
    let (here, caller, version, customer) = (&app, &caller, &version, &to.customer_number);
    let write = |tx| async move {
        let before = version.hold::<company::Entity>(&tx, id).await?;
        map_company_in(&tx, caller, id, customer).await?;
        let after = load::<company::Entity>(&tx, id).await?;
        audited::<company::Entity>(here, &tx, caller, Some(&before), Some(&after)).await
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}
