use access::Principal;
use axum::Extension;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use back_office::sales;
use database::Tx;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;

use super::CHANGE;
use super::kind::Kind;
use crate::api::Api;
use crate::openapi::{error, may_say_version, record, refused};
use crate::records::{IfMatch, RecordId, shown_in};
use crate::{App, Error};

/// What becomes of a document.
#[derive(Clone, Copy)]
enum Verb {
    Release,
    Reopen,
}

/// Adds the routes that release a document, so that it may be posted, and reopen it, so that it may be changed.
pub(super) fn serve(api: &mut Api, kind: &'static Kind) {
    for (verb, name, summary) in [
        (Verb::Release, "release", "Release it: it may be posted, and not be changed any more"),
        (Verb::Reopen, "reopen", "Reopen it: it may be changed, and not be posted"),
    ] {
        let document = OperationBuilder::new()
            .tag(kind.set)
            .summary(Some(summary))
            .response("200", record("The document as it is now.", kind.set))
            .response("400", refused("BadRequest"))
            .response("409", error("It is posted."));
        let handler = move |app, caller, RecordId(id), version: IfMatch| act(app, caller, id, version, (kind, verb));
        let path = format!("/{}/{{id}}/Kobling.{name}", kind.set);
        api.route(Method::POST, &path, CHANGE, may_say_version(document), handler);
    }
}

async fn act(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    id: Uuid,
    version: IfMatch,
    (kind, verb): (&'static Kind, Verb),
) -> Result<Response, Error> {
    let (cx, version) = (&app.context(&caller), &version);
    let write = |tx: Tx| async move {
        // What is seen of it is what is released: others wait from here on.
        kind.hold(&tx, id, version).await?;
        match verb {
            Verb::Release => sales::release(&tx, id, cx).await?,
            Verb::Reopen => sales::reopen(&tx, id, cx.now).await?,
        };
        Ok::<_, Error>(())
    };
    app.db.write(write).await?;
    shown_in(&app, StatusCode::OK, kind.set, id).await
}
