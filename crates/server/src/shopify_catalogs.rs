//! Shopify catalogs: the terms on which their prices are found, and which of their lines gives them.

use std::sync::Arc;

use access::{Action, Area, Principal};
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use back_office::upkeep::fields;
use connector::catalogs::staged::catalog::Entity;
use connector::catalogs::staged::{location, market, price};
use connector::catalogs::take_over;
use utoipa::openapi::path::OperationBuilder;
use utoipa::openapi::{RefOr, Schema};

use crate::api::Api;
use crate::openapi::{record, versioned};
use crate::records::{MustMatch, RecordId, Resource, Set, shown};
use crate::{App, Error, upkeep};

const AREA: Area = Area::Synchronization;
const TAG: &str = "shopifyCatalogs";

/// Shopify catalogs, with all that is staged of them.
pub(crate) fn sets() -> Vec<Arc<dyn Resource>> {
    let parts: Vec<Arc<dyn Resource>> = vec![
        Arc::new(Set::<market::Entity>::new(AREA).in_order(&["shopifyMarketId"])),
        Arc::new(Set::<location::Entity>::new(AREA).in_order(&["shopifyLocationId"])),
        Arc::new(Set::<price::Entity>::new(AREA).in_order(&["shopifyVariantId"])),
    ];
    let catalogs = Set::<Entity>::new(AREA).changed_by(fields::<Entity>(false).map(|field| field.name));
    let catalogs = parts.iter().fold(catalogs, |catalogs, part| catalogs.with(part, "catalogId"));
    let catalogs: Arc<dyn Resource> = Arc::new(catalogs);
    std::iter::once(catalogs).chain(parts).collect()
}

/// What a person sets on a catalog, by the name of the schema.
pub(crate) fn form() -> (String, RefOr<Schema>) {
    upkeep::form::<Entity>()
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    upkeep::serve::<Entity>(api, AREA);
    let about = "A catalog for several companies has a line for each, and its prices come by one of them. They come by this \
                 line from now on, and by the one by which they came before no more.";
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Sync the prices of a catalog by this line"))
        .description(Some(about))
        .response("200", record("The catalog.", TAG));
    let guard = (AREA, Action::Change);
    api.route(Method::POST, "/shopifyCatalogs/{id}/Kobling.takeOverPrices", guard, versioned(document), take);
}

async fn take(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
) -> Result<Response, Error> {
    let (connector, caller, version) = (&app.connector, &caller, &version);
    let write = |tx| async move {
        let catalog = version.hold::<Entity>(&tx, id).await?;
        take_over(connector, &tx, caller, catalog).await?;
        Ok::<_, Error>(())
    };
    app.db.write(write).await?;
    shown::<Entity>(&app, StatusCode::OK, id).await
}
