//! Shopify refunds: what is done with those that someone chose.

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::{Extension, Json};
use connector::orders::{MOST_CHOSEN, refunds};
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

/// The refunds that someone chose.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChosenRefunds {
    /// Their ids in `shopifyRefunds`; all of one shop.
    ids: Vec<Uuid>,
}

/// Adds the route.
pub(crate) fn serve(api: &mut Api) {
    let about = format!(
        "The object 30103 runs for these refunds alone, at most {MOST_CHOSEN}, in the background or at once, as *Run \
         Syncs in Background* on the shop card says. Each becomes a credit memo or a return order, as *Process Returns \
         As* says. Refunds that have their document are passed over."
    );
    let document = OperationBuilder::new()
        .tag("shopifyRefunds")
        .summary(Some("Create the sales documents of chosen refunds"))
        .description(Some(about))
        .request_body(Some(body::<ChosenRefunds>("The refunds.")))
        .response("202", json("It was started.", Ref::from_schema_name(StartedBody::name())))
        .response("400", error("A refund is not there, they are of several shops, or all have their document."))
        .response("409", error("The shop is not enabled, or another task of its category and shop runs."));
    api.route(Method::POST, "/shopifyRefunds/Kobling.createSalesDocuments", RUN, document, create);
}

async fn create(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenRefunds>,
) -> Result<(StatusCode, Json<StartedBody>), Error> {
    let started = refunds::for_refunds(&app.connector, &app.queue, &caller, &chosen.ids, app.zone.get()).await?;
    Ok((StatusCode::ACCEPTED, Json(started.into())))
}
