//! Shopify orders: what is done with those that someone chose.

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::{Extension, Json};
use connector::orders::{MOST_CHOSEN, create_sales_orders, mark_as_paid as payment};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, error, json};
use crate::shops::StartedBody;
use crate::{App, Error};

const RUN: (Area, Action) = (Area::Synchronization, Action::Run);

/// The orders that someone chose.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChosenOrders {
    /// Their ids in `shopifyOrders`; all of one shop.
    pub(crate) ids: Vec<Uuid>,
}

/// Adds the route.
pub(crate) fn serve(api: &mut Api) {
    let about = format!(
        "The object 30103 runs for these orders alone, at most {MOST_CHOSEN}, in the background or at once, as *Run \
         Syncs in Background* on the shop card says. Orders that have their document are passed over."
    );
    let document = OperationBuilder::new()
        .tag("shopifyOrders")
        .summary(Some("Create the sales documents of chosen orders"))
        .description(Some(about))
        .request_body(Some(body::<ChosenOrders>("The orders.")))
        .response("202", json("It was started.", Ref::from_schema_name(StartedBody::name())))
        .response("400", error("An order is not there, they are of several shops, or all have their document."))
        .response("409", error("The shop is not enabled, or another task of its category and shop runs."));
    api.route(Method::POST, "/shopifyOrders/Kobling.createSalesDocuments", RUN, document, create);
    let about = format!(
        "Shopify is told that these orders are paid, at most {MOST_CHOSEN}: the object 30409 runs for them alone. Orders \
         that are paid or cancelled are passed over. Each is sent once; `shopifyChanges` tells what came of it."
    );
    let document = OperationBuilder::new()
        .tag("shopifyOrders")
        .summary(Some("Mark chosen orders as paid"))
        .description(Some(about))
        .request_body(Some(body::<ChosenOrders>("The orders.")))
        .response("202", json("It was started.", Ref::from_schema_name(StartedBody::name())))
        .response("400", error("An order is not there, they are of several shops, or none is to be paid."))
        .response("409", error("The shop is not enabled, or another task of its category and shop runs."));
    api.route(Method::POST, "/shopifyOrders/Kobling.markAsPaid", RUN, document, mark_as_paid);
}

async fn mark_as_paid(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenOrders>,
) -> Result<(StatusCode, Json<StartedBody>), Error> {
    let started = payment::for_orders(&app.connector, &app.queue, &caller, &chosen.ids, app.zone.get()).await?;
    Ok((StatusCode::ACCEPTED, Json(started.into())))
}

async fn create(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenOrders>,
) -> Result<(StatusCode, Json<StartedBody>), Error> {
    let started =
        create_sales_orders::for_orders(&app.connector, &app.queue, &caller, &chosen.ids, app.zone.get()).await?;
    Ok((StatusCode::ACCEPTED, Json(started.into())))
}
