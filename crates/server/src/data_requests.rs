//! Data requests: handled by a person.

use access::{Action, Area, Principal};
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use connector::webhooks::data_request::{self, Entity};
use utoipa::openapi::path::OperationBuilder;

use crate::api::Api;
use crate::openapi::{error, may_say_version, record};
use crate::records::{IfMatch, RecordId, hold, shown};
use crate::{App, Error};

const TAG: &str = "shopifyDataRequests";
const CHANGE: (Area, Action) = (Area::Shops, Action::Change);

/// Adds the route.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Handle a data request"))
        .description(Some(
            "A request for removal removes the personal data that no booked document needs, and says what stays and \
             why. A request for what is kept is handled when it was sent to the customer.",
        ))
        .response("200", record("The data request as it is now.", TAG))
        .response("409", error("It was handled already."));
    api.route(Method::POST, "/shopifyDataRequests/{id}/Kobling.handle", CHANGE, may_say_version(document), handle);
}

async fn handle(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
) -> Result<Response, Error> {
    let (connector, caller, version) = (&app.connector, &caller, &version);
    let write = |tx| async move {
        version.check::<Entity>(&hold::<Entity>(&tx, id).await?)?;
        data_request::handle(connector, caller, &tx, id).await?;
        Ok::<_, Error>(())
    };
    app.db.write(write).await?;
    shown::<Entity>(&app, StatusCode::OK, id).await
}
