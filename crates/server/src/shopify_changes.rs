//! Changes in Shopify: what a person says of one whose answer was lost.

use access::{Action, Area, Principal};
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use connector::operations::{self, Entity};
use utoipa::openapi::path::OperationBuilder;

use crate::api::Api;
use crate::openapi::{empty, error, may_say_version};
use crate::records::{IfMatch, RecordId, found};
use crate::{App, Error};

const RUN: (Area, Action) = (Area::Synchronization, Action::Run);

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let document = |summary: &str, about: &str| {
        let document = OperationBuilder::new()
            .tag("shopifyChanges")
            .summary(Some(summary))
            .description(Some(about))
            .response("204", empty("It is written down."))
            .response("400", error("The change does not wait for a person."));
        may_say_version(document)
    };
    let done = document("It was done", "A person has looked in Shopify: the change was made there.");
    api.route(Method::POST, "/shopifyChanges/{id}/Kobling.wasDone", RUN, done, was_done);
    let again = document(
        "Send it again",
        "A person has looked in Shopify: the change was not made there. The next run for the shop sends it.",
    );
    api.route(Method::POST, "/shopifyChanges/{id}/Kobling.sendAgain", RUN, again, send_again);
}

async fn was_done(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
) -> Result<StatusCode, Error> {
    found::<Entity>(&app, id, &version).await?;
    operations::was_done(&app.connector, &caller, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn send_again(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
) -> Result<StatusCode, Error> {
    found::<Entity>(&app, id, &version).await?;
    operations::send_again(&app.connector, &caller, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
