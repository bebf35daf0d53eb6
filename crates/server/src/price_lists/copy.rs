use access::{Action, Area};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use back_office::prices::{self, list};
use database::Record;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;
use values::Code;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, error, may_say_version, record, refused};
use crate::records::{IfMatch, RecordId, shown};
use crate::{App, Error};

/// The copy of a price list.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = CopyPriceList)]
pub(crate) struct CopyBody {
    /// Its code.
    #[schema(value_type = String)]
    code: Code<20>,
    /// What it is for; left out: as the one that is copied.
    description: Option<String>,
}

/// Adds the route.
pub(super) fn serve(api: &mut Api) {
    let set = list::Entity::NAME;
    let document = OperationBuilder::new()
        .tag(set)
        .summary(Some("Make a draft of the same prices under another code"))
        .request_body(Some(body::<CopyBody>("The copy.")))
        .response("201", record("The copy.", set))
        .response("400", refused("BadRequest"))
        .response("409", error("There is one of that code."));
    let guard = (Area::BackOffice, Action::Change);
    api.route(Method::POST, &format!("/{set}/{{id}}/Kobling.copy"), guard, may_say_version(document), copy);
}

async fn copy(
    State(app): State<App>,
    RecordId(id): RecordId,
    version: IfMatch,
    Body(body): Body<CopyBody>,
) -> Result<Response, Error> {
    let (app, version, body) = (&app, &version, &body);
    let write = |tx| async move {
        let list = version.hold::<list::Entity>(&tx, id).await?;
        let as_new = (&body.code, body.description.as_deref());
        Ok::<_, Error>(prices::copy_list(&tx, &list, as_new, app.clock.now(), &app.random).await?.id)
    };
    let made = app.db.write(write).await?;
    shown::<list::Entity>(app, StatusCode::CREATED, made).await
}
