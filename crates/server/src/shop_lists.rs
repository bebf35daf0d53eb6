//! What a store has set up, read when a person asks for it: locations, payment terms, ways of sending goods, gift
//! cards, staff.

use access::Principal;
use axum::extract::State;
use axum::http::Method;
use axum::{Extension, Json};
use connector::customers::countries;
use connector::orders::gift_cards;
use connector::shops::Entity;
use connector::shops::lists::Refreshed;
use connector::{locations, mappings, staff_members};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;

use crate::api::Api;
use crate::openapi::{error, json};
use crate::records::{IfMatch, RecordId, found};
use crate::shops::{RUN, TAG};
use crate::{App, Error};

/// What reading a list of the store has brought.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Refreshed)]
pub(crate) struct RefreshedBody {
    /// As many the store has.
    found: u64,
    /// As many of them were not known.
    new: u64,
    /// As many say something else than before.
    changed: u64,
    /// Whether the store has more than could be read in one go: asked again, it is read on from there.
    more: bool,
}

impl From<Refreshed> for RefreshedBody {
    fn from(Refreshed { found, new, changed }: Refreshed) -> Self {
        Self { found, new, changed, more: false }
    }
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let about = "What people have said of each stays. A location that is switched off in Shopify is not active.";
    let document = asks("Get the locations of the shop's store", about);
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.getLocations", RUN, document, get_locations);
    let about = "Names that are not known are added, without a code. What is mapped stays.";
    let document = asks("Get the payment terms of the shop's store", about);
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.getPaymentTerms", RUN, document, get_payment_terms);
    let document = asks("Get the ways in which the shop's store sends goods", about);
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.getShipmentMethods", RUN, document, get_shipment_methods);
    let about = "Countries that are not known are added to Customer Setup by Country/Region, and their provinces to the tax \
                 areas. What people have said of each stays.";
    let document = asks("Get the countries to which the shop's store sends goods", about);
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.getCountries", RUN, document, get_countries);
    let about = "Cards that orders have sold get their ids, and all of them what is left of them. It takes the access \
                 scope read_gift_cards, which Shopify gives to few apps.";
    let document = asks("Get the gift cards of the shop's store", about);
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.getGiftCards", RUN, document, get_gift_cards);
    let about = "Who stays keeps the salesperson that a person chose; who is gone is taken away. It takes the access scope \
                 read_users, and a store on an advanced plan.";
    let document = asks("Get the staff members of the shop's store", about);
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.getStaffMembers", RUN, document, get_staff_members);
}

fn asks(summary: &str, about: &str) -> OperationBuilder {
    OperationBuilder::new()
        .tag(TAG)
        .summary(Some(summary))
        .description(Some(about))
        .response("200", json("What it has brought.", Ref::from_schema_name(RefreshedBody::name())))
        .response("409", error("The app lacks the access scope for it."))
        .response("502", error("The store does not answer, or refuses."))
}

async fn get_gift_cards(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Json<RefreshedBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    let (told, more) = gift_cards::refresh(&app.connector, &caller, shop.code.as_str()).await?;
    Ok(Json(RefreshedBody { more, ..told.into() }))
}

async fn get_countries(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Json<RefreshedBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    Ok(Json(countries::refresh(&app.connector, &caller, shop.code.as_str()).await?.into()))
}

async fn get_locations(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Json<RefreshedBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    Ok(Json(locations::refresh(&app.connector, &caller, shop.code.as_str()).await?.into()))
}

async fn get_payment_terms(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Json<RefreshedBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    Ok(Json(mappings::refresh_payment_terms(&app.connector, &caller, shop.code.as_str()).await?.into()))
}

async fn get_staff_members(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Json<RefreshedBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    Ok(Json(staff_members::refresh(&app.connector, &caller, shop.code.as_str()).await?.into()))
}

async fn get_shipment_methods(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Json<RefreshedBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    Ok(Json(mappings::refresh_shipment_methods(&app.connector, &caller, shop.code.as_str()).await?.into()))
}
