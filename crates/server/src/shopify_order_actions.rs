//! Shopify orders: what a person does about those that Shopify changed, that were called off, or that were misread.

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::{Extension, Json};
use connector::orders::cancel_orders::{self, CancelOptions, Reason};
use connector::orders::staged::order;
use connector::orders::updates::{self, Settlement};
use connector::orders::{MOST_CHOSEN, document_links, import_again};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, empty, error, json, may_say_version};
use crate::records::{IfMatch, RecordId};
use crate::shopify_orders::ChosenOrders;
use crate::shops::StartedBody;
use crate::{App, Error};

const RUN: (Area, Action) = (Area::Synchronization, Action::Run);

/// The orders that are to be cancelled, and how.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CancelledOrders {
    /// Their ids in `shopifyOrders`; all of one shop.
    ids: Vec<Uuid>,
    /// Why: `Customer`, `Fraud`, `Inventory`, `Declined`, `Staff` or `Other`.
    #[serde(default)]
    #[schema(value_type = String)]
    reason: Reason,
    /// Whether what was paid goes back, the way it came.
    #[serde(default)]
    refund: bool,
    /// Whether the goods are for sale again.
    #[serde(default)]
    restock: bool,
    /// Whether the buyer is told.
    #[serde(default)]
    notify_customer: bool,
    /// What the staff of the store is told; at most 255 characters.
    #[serde(default)]
    staff_note: String,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    of_one(api);
    of_many(api);
}

/// Those that are done at once, with one order.
fn of_one(api: &mut Api) {
    let settlements = [
        (
            Settlement::Apply,
            "applyUpdates",
            "Apply to its document what Shopify changed",
            "What Shopify changed since the document was made, as `shopifyOrderUpdates` lists it, is entered on the open \
             document, all of it or nothing; a released document is opened for it and released again. What was changed on \
             the document by hand otherwise stays. Refused once a part of it is posted.",
        ),
        (
            Settlement::Resolve,
            "markConflictAsResolved",
            "Mark the conflict as resolved",
            "A person has settled what Shopify changed: the order is no longer told as one, and nothing else is changed.",
        ),
        (
            Settlement::CloseDocument,
            "closeDocument",
            "Close the document of a cancelled order",
            "Deletes the open document of an order that was cancelled in Shopify, or of which nothing is sold any more. None is \
             made of it again.",
        ),
    ];
    for (how, name, summary, about) in settlements {
        let document = OperationBuilder::new()
            .tag("shopifyOrders")
            .summary(Some(summary))
            .description(Some(about))
            .response("204", empty("It is done."))
            .response("409", error("The order or its document does not allow it; the message says what to do."));
        let handler = move |app, caller, RecordId(id), version: IfMatch| settle(app, caller, id, version, how);
        let path = format!("/shopifyOrders/{{id}}/Kobling.{name}");
        api.route(Method::POST, &path, RUN, may_say_version(document), handler);
    }
}

/// Those that are done with the orders that someone chose.
fn of_many(api: &mut Api) {
    let document = |summary: &str, about: &str, refused: &str| {
        OperationBuilder::new()
            .tag("shopifyOrders")
            .summary(Some(summary))
            .description(Some(format!("{about} At most {MOST_CHOSEN}.")))
            .response("400", error(refused))
    };
    let about = "Orders forget their documents and are unprocessed. The documents stay and keep their links: while there is \
                 one, creating documents finds it and makes no second.";
    let unlink_orders = document("Unlink the documents of chosen orders", about, "An order is not there.")
        .request_body(Some(body::<ChosenOrders>("The orders.")))
        .response("204", empty("They are unlinked."))
        .response("409", error("None of them has a document."));
    api.route(Method::POST, "/shopifyOrders/Kobling.unlink", RUN, unlink_orders, unlink);
    let started = || json("It was started.", Ref::from_schema_name(StartedBody::name()));
    let about = "What is staged of these orders is deleted, and they are imported again: the object 30161 runs for them alone. \
                 Their documents stay, and none is made a second time. One that Shopify changed after its document was made \
                 is passed over.";
    let again = document(
        "Delete chosen orders and import them again",
        about,
        "An order is not there, or all wait for a person.",
    )
    .request_body(Some(body::<ChosenOrders>("The orders.")))
    .response("202", started())
    .response("409", error("The shop is not enabled, or another task of its category and shop runs."));
    api.route(Method::POST, "/shopifyOrders/Kobling.importAgain", RUN, again, import);
    let about = "Shopify is told to call these orders off: the object 30160 runs for them alone, follows Shopify's job, and \
                 reads them again. Each is sent once; `shopifyChanges` tells what came of it.";
    let cancel_orders = document("Cancel chosen orders", about, "An order is not there, or all are cancelled.")
        .request_body(Some(body::<CancelledOrders>("The orders, and how.")))
        .response("202", started())
        .response("409", error("The shop is not enabled, or another task of its category and shop runs."));
    api.route(Method::POST, "/shopifyOrders/Kobling.cancel", RUN, cancel_orders, cancel);
}

async fn settle(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    id: Uuid,
    version: IfMatch,
    how: Settlement,
) -> Result<StatusCode, Error> {
    let (connector, caller, version) = (&app.connector, &caller, &version);
    let write = |tx| async move {
        let order = version.hold::<order::Entity>(&tx, id).await?;
        updates::settle_in(connector, &tx, caller, &order, how).await?;
        Ok::<_, Error>(())
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn unlink(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenOrders>,
) -> Result<StatusCode, Error> {
    document_links::unlink(&app.connector, &caller, &chosen.ids).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn import(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<ChosenOrders>,
) -> Result<(StatusCode, Json<StartedBody>), Error> {
    let started = import_again::for_orders(&app.connector, &app.queue, &caller, &chosen.ids, app.zone.get()).await?;
    Ok((StatusCode::ACCEPTED, Json(started.into())))
}

async fn cancel(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(chosen): Body<CancelledOrders>,
) -> Result<(StatusCode, Json<StartedBody>), Error> {
    let options = CancelOptions {
        reason: chosen.reason,
        refund: chosen.refund,
        restock: chosen.restock,
        notify_customer: chosen.notify_customer,
        staff_note: chosen.staff_note,
    };
    let zone = app.zone.get();
    let started = cancel_orders::for_orders(&app.connector, &app.queue, &caller, &chosen.ids, &options, zone).await?;
    Ok((StatusCode::ACCEPTED, Json(started.into())))
}
