//! Staged orders that become no documents until someone takes them back.

use access::Principal;
use axum::extract::State;
use axum::http::Method;
use axum::{Extension, Json};
use connector::orders::{MOST_CHOSEN, set_aside as aside};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, error, json};
use crate::orders_to_import::{ChangedBody, RUN, SetAsideBody};
use crate::shopify_orders::ChosenOrders;
use crate::{App, Error};

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let about = format!(
        "No document is made of these orders, at most {MOST_CHOSEN}, and no cue counts them, until they are taken back. \
         Orders that have their document are passed over."
    );
    let document = changes("Set chosen orders aside", about).request_body(Some(body::<SetAsideBody>("The orders.")));
    api.route(Method::POST, "/shopifyOrders/Kobling.setAside", RUN, document, set_aside);
    let about = "The next run makes their documents; also of those that were processed elsewhere.".to_owned();
    let document = changes("Take back chosen orders", about).request_body(Some(body::<ChosenOrders>("The orders.")));
    api.route(Method::POST, "/shopifyOrders/Kobling.takeBack", RUN, document, take_back);
}

fn changes(summary: &str, about: String) -> OperationBuilder {
    OperationBuilder::new()
        .tag("shopifyOrders")
        .summary(Some(summary))
        .description(Some(about))
        .response("200", json("How many were changed.", Ref::from_schema_name(ChangedBody::name())))
        .response("400", error("An order is not there, a reason is missing, or there is nothing to do."))
}

async fn set_aside(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<SetAsideBody>,
) -> Result<Json<ChangedBody>, Error> {
    let changed = aside::set_aside(&app.connector, &caller, &chosen.ids, &chosen.reason).await?;
    Ok(Json(ChangedBody { changed }))
}

async fn take_back(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenOrders>,
) -> Result<Json<ChangedBody>, Error> {
    Ok(Json(ChangedBody { changed: aside::take_back(&app.connector, &caller, &chosen.ids).await? }))
}
