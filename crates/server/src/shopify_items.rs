//! Items, as they are added to Shopify, and the sales channels on which they are sold there.

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::{Extension, Json};
use connector::orders::MOST_CHOSEN;
use connector::products::add_items;
use connector::products::channels::{self, Entity};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, empty, error, json, may_say_version};
use crate::records::{IfMatch, RecordId, found};
use crate::shops::StartedBody;
use crate::{App, Error};

const RUN: (Area, Action) = (Area::Synchronization, Action::Run);
const CHANGE: (Area, Action) = (Area::Shops, Action::Change);

/// The items that someone chose, and the shop.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChosenItems {
    /// The code of the shop.
    shop_code: String,
    /// Their ids in `items`.
    ids: Vec<Uuid>,
}

/// Whether a sales channel is used for publication.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PublicationBody {
    /// Whether products that are added are sold there.
    use_for_publication: bool,
}

/// A shop.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct OfShop {
    /// Its code.
    shop_code: String,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let about = format!(
        "The object 30106 runs for these items alone, at most {MOST_CHOSEN}, in the background or at once, as *Run Syncs in \
         Background* on the shop card says. Items that are products of the shop are passed over; `skippedRecords` tells which \
         can't be added, and why."
    );
    let document = OperationBuilder::new()
        .tag("items")
        .summary(Some("Add chosen items to Shopify"))
        .description(Some(about))
        .request_body(Some(body::<ChosenItems>("The items, and the shop.")))
        .response("202", json("It was started.", Ref::from_schema_name(StartedBody::name())))
        .response("400", error("An item is not there."))
        .response("404", error("There is no such shop."))
        .response("409", error("The shop is not enabled, or another task of its category and shop runs."));
    api.route(Method::POST, "/items/Kobling.addToShopify", RUN, document, add);
    let document = OperationBuilder::new()
        .tag("shopifySalesChannels")
        .summary(Some("Say whether products are published on a channel"))
        .description(Some(
            "Products that are added from here are sold on the channels that are used for publication; where none is, on \
             the online store.",
        ))
        .request_body(Some(body::<PublicationBody>("Whether they are.")))
        .response("204", empty("It is written down."));
    let document = may_say_version(document);
    api.route(Method::POST, "/shopifySalesChannels/{id}/Kobling.publish", CHANGE, document, publish);
    let document = OperationBuilder::new()
        .tag("shopifySalesChannels")
        .summary(Some("Read the sales channels of a store anew"))
        .description(Some("New ones are added, those that are gone are taken away. It takes one call."))
        .request_body(Some(body::<OfShop>("The shop.")))
        .response("204", empty("They are read."))
        .response("404", error("There is no such shop."))
        .response("502", error("Its store does not answer."));
    api.route(Method::POST, "/shopifySalesChannels/Kobling.refresh", RUN, document, refresh);
}

async fn add(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenItems>,
) -> Result<(StatusCode, Json<StartedBody>), Error> {
    let ChosenItems { shop_code, ids } = chosen;
    let started = add_items::for_items(&app.connector, &app.queue, &caller, &shop_code, &ids, app.zone.get()).await?;
    Ok((StatusCode::ACCEPTED, Json(started.into())))
}

async fn publish(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
    Body(said): Body<PublicationBody>,
) -> Result<StatusCode, Error> {
    found::<Entity>(&app, id, &version).await?;
    channels::use_for_publication(&app.connector, &caller, id, said.use_for_publication).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn refresh(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(of): Body<OfShop>,
) -> Result<StatusCode, Error> {
    channels::refresh(&app.connector, &caller, &of.shop_code).await?;
    Ok(StatusCode::NO_CONTENT)
}
