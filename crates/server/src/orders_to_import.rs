//! Orders to import: what is done with those that someone chose.

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::{Extension, Json};
use connector::orders::{MOST_CHOSEN, to_import};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, error, json};
use crate::shopify_orders::ChosenOrders;
use crate::shops::StartedBody;
use crate::{App, Error};

pub(crate) const RUN: (Area, Action) = (Area::Synchronization, Action::Run);
const TAG: &str = "shopifyOrdersToImport";

/// Orders that are to be imported.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrdersToImportBody {
    /// Their ids in `shopifyOrdersToImport`; all for one shop.
    ids: Vec<Uuid>,
    /// The code of the shop that takes on those that none has taken on yet; only where several cards are of one store.
    shop: Option<String>,
}

/// Orders that are set aside.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetAsideBody {
    /// Their ids.
    pub(crate) ids: Vec<Uuid>,
    /// Why.
    pub(crate) reason: String,
}

/// How many records were changed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChangedBody {
    /// So many.
    pub(crate) changed: u64,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let about = format!(
        "The object 30104 reads these orders alone, at most {MOST_CHOSEN}, as they are now, whatever the filters of its \
         other runs say; what was set aside is taken back. In the background or at once, as *Run Syncs in Background* on \
         the shop card says."
    );
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Import chosen orders"))
        .description(Some(about))
        .request_body(Some(body::<OrdersToImportBody>("The orders.")))
        .response("202", json("It was started.", Ref::from_schema_name(StartedBody::name())))
        .response("400", error("An order does not wait any more, they are of several shops, or a shop is to be named."))
        .response("409", error("The shop is not enabled, or another task of its category and shop runs."));
    api.route(Method::POST, "/shopifyOrdersToImport/Kobling.import", RUN, document, import);
    let about = "No run imports them, however they change, until they are taken back.";
    let document = changes("Set orders to import aside", about).request_body(Some(body::<SetAsideBody>("The orders.")));
    api.route(Method::POST, "/shopifyOrdersToImport/Kobling.setAside", RUN, document, set_aside);
    let about = "They are passed over as they are, and tried again once Shopify says something new of them.";
    let document = changes("Skip orders until they change", about)
        .request_body(Some(body::<ChosenOrders>("The orders, by their ids in `shopifyOrdersToImport`.")));
    api.route(Method::POST, "/shopifyOrdersToImport/Kobling.skip", RUN, document, skip);
    let about = "The next run tries them.";
    let document = changes("Take back orders to import", about)
        .request_body(Some(body::<ChosenOrders>("The orders, by their ids in `shopifyOrdersToImport`.")));
    api.route(Method::POST, "/shopifyOrdersToImport/Kobling.takeBack", RUN, document, take_back);
}

fn changes(summary: &str, about: &str) -> OperationBuilder {
    OperationBuilder::new()
        .tag(TAG)
        .summary(Some(summary))
        .description(Some(about))
        .response("200", json("How many were changed.", Ref::from_schema_name(ChangedBody::name())))
        .response("400", error("An order does not wait any more, or a reason is missing."))
}

async fn import(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<OrdersToImportBody>,
) -> Result<(StatusCode, Json<StartedBody>), Error> {
    let (shop, zone) = (chosen.shop.as_deref(), app.zone.get());
    let started = to_import::import(&app.connector, &app.queue, &caller, &chosen.ids, shop, zone).await?;
    Ok((StatusCode::ACCEPTED, Json(started.into())))
}

async fn set_aside(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<SetAsideBody>,
) -> Result<Json<ChangedBody>, Error> {
    let changed = to_import::set_aside(&app.connector, &caller, &chosen.ids, &chosen.reason).await?;
    Ok(Json(ChangedBody { changed }))
}

async fn skip(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenOrders>,
) -> Result<Json<ChangedBody>, Error> {
    Ok(Json(ChangedBody { changed: to_import::skip(&app.connector, &caller, &chosen.ids).await? }))
}

async fn take_back(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenOrders>,
) -> Result<Json<ChangedBody>, Error> {
    Ok(Json(ChangedBody { changed: to_import::take_back(&app.connector, &caller, &chosen.ids).await? }))
}
