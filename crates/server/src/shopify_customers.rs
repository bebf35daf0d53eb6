//! Shopify customers: what a person says they are here, and customers as they are added to Shopify.

use std::sync::Arc;

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::{Extension, Json};
use connector::customers::staged::{address, customer};
use connector::customers::{add_customers, map};
use connector::orders::MOST_CHOSEN;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;
use values::Code;

use crate::api::Api;
use crate::audited::audited;
use crate::body::Body;
use crate::openapi::{body, empty, error, json, may_say_version};
use crate::records::{IfMatch, RecordId, Resource, Set, load};
use crate::shops::StartedBody;
use crate::{App, Error};

const AREA: Area = Area::Synchronization;
const RUN: (Area, Action) = (AREA, Action::Run);

/// The customers that someone chose, and the shop.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChosenCustomers {
    /// The code of the shop.
    shop_code: String,
    /// Their ids in `customers`.
    ids: Vec<Uuid>,
}

/// Which customer a Shopify customer is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CustomerMapping {
    /// The customer; blank: none.
    #[schema(value_type = String)]
    customer_number: Code<20>,
}

/// Shopify customers and their addresses.
pub(crate) fn sets() -> Vec<Arc<dyn Resource>> {
    vec![
        Arc::new(Set::<customer::Entity>::new(AREA)),
        Arc::new(Set::<address::Entity>::new(AREA).in_order(&["shopifyCustomerId", "position"])),
    ]
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let about = format!(
        "The object 30112 runs for these customers alone, at most {MOST_CHOSEN}, in the background or at once, as *Run Syncs \
         in Background* on the shop card says. Whoever is in the store already, by e-mail address or phone, is linked; \
         `skippedRecords` tells who can't be added, and why."
    );
    let document = OperationBuilder::new()
        .tag("customers")
        .summary(Some("Add chosen customers to Shopify"))
        .description(Some(about))
        .request_body(Some(body::<ChosenCustomers>("The customers, and the shop.")))
        .response("202", json("It was started.", Ref::from_schema_name(StartedBody::name())))
        .response("400", error("A customer is not there."))
        .response("404", error("There is no such shop."))
        .response("409", error("The shop is not enabled, or another task of its category and shop runs."));
    api.route(Method::POST, "/customers/Kobling.addToShopify", RUN, document, add);

    let document = OperationBuilder::new()
        .tag("shopifyCustomers")
        .summary(Some("Say which customer a Shopify customer is"))
        .description(Some(
            "A blank one takes that back. Orders that wait for the customer are taken up by the next run.",
        ))
        .request_body(Some(body::<CustomerMapping>("The customer.")))
        .response("204", empty("It is that customer."))
        .response("400", error("There is no such customer: the target names the field."));
    let path = "/shopifyCustomers/{id}/Kobling.map";
    api.route(Method::POST, path, RUN, may_say_version(document), map_customer);
}

async fn add(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenCustomers>,
) -> Result<(StatusCode, Json<StartedBody>), Error> {
    let ChosenCustomers { shop_code, ids } = chosen;
    let zone = app.zone.get();
    let started = add_customers::for_customers(&app.connector, &app.queue, &caller, &shop_code, &ids, zone).await?;
    Ok((StatusCode::ACCEPTED, Json(started.into())))
}

async fn map_customer(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
    Body(to): Body<CustomerMapping>,
) -> Result<StatusCode, Error> {
    let (here, caller, version, number) = (&app, &caller, &version, &to.customer_number);
    let write = |tx| async move {
        let before = version.hold::<customer::Entity>(&tx, id).await?;
        map::map_in(&tx, caller, id, number).await?;
        let after = load::<customer::Entity>(&tx, id).await?;
        audited::<customer::Entity>(here, &tx, caller, Some(&before), Some(&after)).await
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}
