//! Outbound webhooks: who is told what happens in Kobling, and what became of it.

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use axum::{Extension, Json};
use connector::outbound_webhooks::{self, Change, Delivery, Entity};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, empty, json, may_say_version, record, refused, versioned};
use crate::records::{IfMatch, MustMatch, RecordId, shown};
use crate::{App, Error};

const TAG: &str = "outboundWebhooks";
const DELIVERIES: &str = "outboundWebhookDeliveries";
const CHANGE: (Area, Action) = (Area::Users, Action::Change);
const RUN: (Area, Action) = (Area::Users, Action::Run);
/// What a change of a webhook may set.
pub(crate) const CHANGEABLE: [&str; 8] =
    ["description", "url", "enabled", "orderStaged", "documentCreated", "documentPosted", "jobFailed", "recordSkipped"];

/// A webhook to be made, or what is to be changed of one; what is left out stays as it is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct OutboundWebhookBody {
    /// What it is for.
    description: Option<String>,
    /// Where events are sent: `https://`, to a public address.
    url: Option<String>,
    /// Whether it is told.
    enabled: Option<bool>,
    /// Whether it is told of orders that are staged.
    order_staged: Option<bool>,
    /// Whether it is told of sales documents that are made.
    document_created: Option<bool>,
    /// Whether it is told of sales documents that are posted.
    document_posted: Option<bool>,
    /// Whether it is told of jobs that fail.
    job_failed: Option<bool>,
    /// Whether it is told of records that are skipped.
    record_skipped: Option<bool>,
}

/// A webhook's secret.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OutboundWebhookSecret {
    /// The webhook, at `outboundWebhooks`.
    id: Uuid,
    /// What its events are signed with. It can't be read again.
    secret: String,
}

impl From<OutboundWebhookBody> for Change {
    fn from(body: OutboundWebhookBody) -> Self {
        Self {
            description: body.description,
            url: body.url,
            enabled: body.enabled,
            order_staged: body.order_staged,
            document_created: body.document_created,
            document_posted: body.document_posted,
            job_failed: body.job_failed,
            record_skipped: body.record_skipped,
        }
    }
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let secret = || json("The secret.", Ref::from_schema_name(OutboundWebhookSecret::name()));
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Make an outbound webhook"))
        .description(Some("The answer is the only one that ever shows its secret."))
        .request_body(Some(body::<OutboundWebhookBody>("The webhook.")))
        .response("201", secret())
        .response("400", refused("BadRequest"));
    api.route(Method::POST, "/outboundWebhooks", CHANGE, document, make);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Change an outbound webhook"))
        .request_body(Some(body::<OutboundWebhookBody>("What is to be changed.")))
        .response("200", record("The webhook.", TAG))
        .response("400", refused("BadRequest"));
    api.route(Method::PATCH, "/outboundWebhooks/{id}", CHANGE, versioned(document), change);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Delete an outbound webhook"))
        .description(Some("What was to be sent to it is deleted, too."))
        .response("204", empty("It is gone."));
    api.route(Method::DELETE, "/outboundWebhooks/{id}", CHANGE, versioned(document), remove);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Give an outbound webhook another secret"))
        .description(Some("What is sent from now on is signed with it; the answer is the only one that ever shows it."))
        .response("200", secret());
    let path = "/outboundWebhooks/{id}/Kobling.renewSecret";
    api.route(Method::POST, path, CHANGE, may_say_version(document), renew);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Send an outbound webhook a test event"))
        .response("202", empty("It is sent; what becomes of it stands among the deliveries."))
        .response("400", refused("BadRequest"));
    api.route(Method::POST, "/outboundWebhooks/{id}/Kobling.test", RUN, may_say_version(document), test);

    let document = OperationBuilder::new()
        .tag(DELIVERIES)
        .summary(Some("Send an event again that was not delivered"))
        .response("202", empty("It is sent, and tried again as if for the first time."))
        .response("400", refused("BadRequest"));
    let path = "/outboundWebhookDeliveries/{id}/Kobling.retry";
    api.route(Method::POST, path, RUN, may_say_version(document), retry);
}

async fn make(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    Body(said): Body<OutboundWebhookBody>,
) -> Result<(StatusCode, Json<OutboundWebhookSecret>), Error> {
    let (connector, caller, said) = (&app.connector, &caller, &said.into());
    let write = |tx| async move { outbound_webhooks::make(connector, &tx, caller, said).await };
    let made = app.db.write(write).await?;
    let shown = OutboundWebhookSecret { id: made.webhook.id, secret: made.secret.expose().to_owned() };
    Ok((StatusCode::CREATED, Json(shown)))
}

async fn change(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
    Body(said): Body<OutboundWebhookBody>,
) -> Result<Response, Error> {
    let (connector, caller, version, said) = (&app.connector, &caller, &version, &said.into());
    let write = |tx| async move {
        let webhook = version.hold::<Entity>(&tx, id).await?;
        Ok::<_, Error>(outbound_webhooks::change(connector, &tx, caller, &webhook, said).await?)
    };
    app.db.write(write).await?;
    shown::<Entity>(&app, StatusCode::OK, id).await
}

async fn remove(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
) -> Result<StatusCode, Error> {
    let (connector, caller, version) = (&app.connector, &caller, &version);
    let write = |tx| async move {
        let webhook = version.hold::<Entity>(&tx, id).await?;
        Ok::<_, Error>(outbound_webhooks::remove(connector, &tx, caller, &webhook).await?)
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn renew(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
) -> Result<Json<OutboundWebhookSecret>, Error> {
    let (connector, caller, version) = (&app.connector, &caller, &version);
    let write = |tx| async move {
        let webhook = version.hold::<Entity>(&tx, id).await?;
        Ok::<_, Error>(outbound_webhooks::renew_secret(connector, &tx, caller, &webhook).await?)
    };
    let secret = app.db.write(write).await?;
    Ok(Json(OutboundWebhookSecret { id, secret: secret.expose().to_owned() }))
}

async fn test(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
) -> Result<StatusCode, Error> {
    let (connector, caller, version) = (&app.connector, &caller, &version);
    let write = |tx| async move {
        let webhook = version.hold::<Entity>(&tx, id).await?;
        Ok::<_, Error>(outbound_webhooks::test(connector, &tx, caller, &webhook).await?)
    };
    app.db.write(write).await?;
    Ok(StatusCode::ACCEPTED)
}

async fn retry(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
) -> Result<StatusCode, Error> {
    let (connector, caller, version) = (&app.connector, &caller, &version);
    let write = |tx| async move {
        let delivery = version.hold::<Delivery>(&tx, id).await?;
        Ok::<_, Error>(outbound_webhooks::resend(connector, &tx, caller, &delivery).await?)
    };
    app.db.write(write).await?;
    Ok(StatusCode::ACCEPTED)
}
