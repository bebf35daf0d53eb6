//! Posted shipments of Shopify orders: what is done with those that someone chose.

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::{Extension, Json};
use connector::orders::MOST_CHOSEN;
use connector::shipments;
use serde::{Deserialize, Serialize};
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

/// The posted shipments that someone chose.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChosenShipments {
    /// Their ids in `salesShipments`.
    ids: Vec<Uuid>,
}

/// How many shipments stand otherwise now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChangedShipments {
    /// How many.
    changed: u64,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let document = |summary: &str, about: &str| {
        OperationBuilder::new()
            .tag("salesShipments")
            .summary(Some(summary))
            .description(Some(format!("{about} At most {MOST_CHOSEN}.")))
            .request_body(Some(body::<ChosenShipments>("The shipments.")))
            .response("400", error("A shipment is not there, is of no Shopify order, or is in Shopify already."))
    };
    let about = "The object 30109 runs for these shipments of one shop alone, in the background or at once, as *Run Syncs in \
                 Background* on the shop card says. Those that are there, have failed or were left out are passed over.";
    let now = document("Send chosen shipments to Shopify", about)
        .response("202", json("It was started.", Ref::from_schema_name(StartedBody::name())))
        .response("409", error("The shop is not enabled, or another task of its category and shop runs."));
    api.route(Method::POST, "/salesShipments/Kobling.sendToShopify", RUN, now, send_now);
    let changed = || json("How many stand otherwise now.", Ref::from_schema_name(ChangedShipments::name()));
    let about = "Shipments that could not be sent, or were left out, are to be sent again: `shopifyFulfillmentId` becomes 0, and \
                 the next run of the object 30109 sends what of them is not in Shopify yet.";
    let again = document("Have chosen shipments sent to Shopify again", about).response("200", changed());
    api.route(Method::POST, "/salesShipments/Kobling.sendToShopifyAgain", RUN, again, send_again);
    let about = "Nothing of these shipments is sent to Shopify: `shopifyFulfillmentId` becomes -2.";
    let out = document("Leave chosen shipments out of Shopify", about).response("200", changed());
    api.route(Method::POST, "/salesShipments/Kobling.leaveOutOfShopify", RUN, out, leave_out);
}

async fn send_now(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenShipments>,
) -> Result<(StatusCode, Json<StartedBody>), Error> {
    let started = shipments::send_now(&app.connector, &app.queue, &caller, &chosen.ids, app.zone.get()).await?;
    Ok((StatusCode::ACCEPTED, Json(started.into())))
}

async fn send_again(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenShipments>,
) -> Result<Json<ChangedShipments>, Error> {
    let changed = shipments::send_again(&app.connector, &caller, &chosen.ids).await?;
    Ok(Json(ChangedShipments { changed }))
}

async fn leave_out(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenShipments>,
) -> Result<Json<ChangedShipments>, Error> {
    let changed = shipments::leave_out(&app.connector, &caller, &chosen.ids).await?;
    Ok(Json(ChangedShipments { changed }))
}
