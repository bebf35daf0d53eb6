//! Shopify products: what a person changes of one itself, and that one is taken away.

use access::{Action, Area, Principal};
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use connector::products::edit::{self, Change};
use connector::products::options::ProductStatus;
use connector::products::removal;
use connector::products::staged::product::Entity;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;

use crate::api::Api;
use crate::audited::audited;
use crate::body::Body;
use crate::openapi::{body, empty, error, may_say_version, versioned};
use crate::records::{IfMatch, MustMatch, RecordId, found};
use crate::{App, Error};

const CHANGE: (Area, Action) = (Area::Synchronization, Action::Change);

/// What is to be changed of a product: what is left out stays as it is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct EditedProduct {
    /// Whether it is sold: `Active`, `Archived`, `Draft` or `Unlisted`.
    #[schema(value_type = Option<String>)]
    status: Option<ProductStatus>,
    /// All of its tags, with commas between them; blank takes them away.
    tags: Option<String>,
    /// Its title for search engines.
    seo_title: Option<String>,
    /// Its description for search engines.
    seo_description: Option<String>,
}

/// Adds the route.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag("shopifyProducts")
        .summary(Some("Change a product's status, tags and texts for search engines"))
        .description(Some(
            "Shopify is told at once, whichever way products go. What the product says already is not sent; at most 250 \
             tags of 255 letters.",
        ))
        .request_body(Some(body::<EditedProduct>("What is changed.")))
        .response("204", empty("Shopify has confirmed it."))
        .response("400", error("The tags will not do, Shopify refuses, or the shop card allows no changes in Shopify."));
    let document = may_say_version(document);
    api.route(Method::POST, "/shopifyProducts/{id}/Kobling.change", CHANGE, document, change);

    let document = OperationBuilder::new()
        .tag("shopifyProducts")
        .summary(Some("Delete a Shopify product here"))
        .description(Some(
            "Its variants go with it, its item stays. In Shopify it becomes a draft, is archived or stays as it is, as \
             *Action for Removed Products and Blocked Items* on the shop card says, where *Can Update Shopify Products* is \
             on: a change that is made in the background. It is not staged again until it changes in Shopify.",
        ))
        .response("204", empty("It is gone."));
    api.route(Method::DELETE, "/shopifyProducts/{id}", CHANGE, versioned(document), delete);
}

async fn delete(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
) -> Result<StatusCode, Error> {
    let (here, caller, version, zone) = (&app, &caller, &version, app.zone.get());
    let write = |tx| async move {
        let product = version.hold::<Entity>(&tx, id).await?;
        audited::<Entity>(here, &tx, caller, Some(&product), None).await?;
        Ok::<_, Error>(removal::remove_in(&tx, (&here.connector, &here.queue), caller, &product, zone).await?)
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn change(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
    Body(said): Body<EditedProduct>,
) -> Result<StatusCode, Error> {
    found::<Entity>(&app, id, &version).await?;
    let EditedProduct { status, tags, seo_title, seo_description } = said;
    let wanted = Change { status, tags, seo_title, seo_description };
    edit::change(&app.connector, &caller, id, &wanted).await?;
    Ok(StatusCode::NO_CONTENT)
}
