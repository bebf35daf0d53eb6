//! Shops: their cards, and the button "Sync".

use std::collections::BTreeMap;

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use axum::{Extension, Json};
use connector::shops::{self, Entity};
use connector::{Started, Sync};
use job_queue::Enqueued;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;

use crate::api::Api;
use crate::body::Body;
use crate::entries::filters;
use crate::openapi::{body, body_like, empty, error, json, may_say_version, record, versioned};
use crate::records::{IfMatch, MustMatch, RecordId, found, shown};
use crate::{App, Error};

pub(crate) const TAG: &str = "shopifyShops";
pub(crate) const CHANGE: (Area, Action) = (Area::Shops, Action::Change);
pub(crate) const RUN: (Area, Action) = (Area::Synchronization, Action::Run);

/// A task to be run for the shop.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SyncBody {
    /// The object, as 30104; or else an action is named.
    object: Option<i32>,
    /// The name of an action, as `products`: `shopifySyncActions` has them. It brings its own options.
    action: Option<String>,
    /// The options of its request page; what is left out has its default.
    #[serde(default)]
    #[schema(value_type = Object)]
    options: serde_json::Map<String, Value>,
    /// The filters of its request page: `{"OrdersToImport.fullyPaid": "true"}`, in Business Central's filter language.
    #[serde(default)]
    filters: BTreeMap<String, String>,
}

impl SyncBody {
    /// What was asked for: an action by its name, or an object with its request page.
    fn asked(self) -> Result<Asked, Error> {
        match (self.action, self.object) {
            (Some(name), None) if self.options.is_empty() && self.filters.is_empty() => Ok(Asked::Action(name)),
            (None, Some(object)) => Ok(Asked::Object(object, self.options, self.filters)),
            (Some(_), None) => {
                Err(Error::invalid("action", "an action has its own options and no filters: name the object instead"))
            }
            _ => Err(Error::invalid("object", "name either an object, as 30104, or an action, as products")),
        }
    }
}

/// What is to be run.
enum Asked {
    Action(String),
    Object(i32, serde_json::Map<String, Value>, BTreeMap<String, String>),
}

/// What was started.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StartedBody {
    /// The job queue entry.
    entry: Uuid,
    /// `background`: the job queue runs it. `foreground`: it runs now.
    mode: &'static str,
    /// Whether the same thing was waiting already; then that is the entry.
    already_queued: bool,
}

impl StartedBody {
    /// An entry that the job queue runs.
    pub(crate) fn in_background(entry: Uuid) -> Self {
        Self { entry, mode: "background", already_queued: false }
    }
}

impl From<Started> for StartedBody {
    fn from(started: Started) -> Self {
        let mode = if matches!(started, Started::Foreground(_)) { "foreground" } else { "background" };
        let already_queued = matches!(started, Started::Background(Enqueued::AlreadyQueued(_)));
        Self { entry: started.id(), mode, already_queued }
    }
}

/// Adds the routes that change shops and run their tasks.
pub(crate) fn serve(api: &mut Api) {
    let about = format!("The fields that can be set: {}.", shops::SETTABLE.join(", "));
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Change a shop card"))
        .description(Some(about))
        .request_body(Some(body_like(TAG, "The fields to be changed.")))
        .response("200", record("The shop card.", TAG))
        .response("400", error("A field can't be set, or not to that."));
    api.route(Method::PATCH, "/shopifyShops/{id}", CHANGE, versioned(document), change);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Enable a shop"))
        .description(Some("The store is asked first; the shop stays disabled if it does not answer."))
        .response("200", record("The shop card.", TAG))
        .response("502", error("The store does not answer, or refuses."));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.enable", CHANGE, may_say_version(document), enable);

    let document =
        OperationBuilder::new().tag(TAG).summary(Some("Disable a shop")).response("200", record("The shop card.", TAG));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.disable", CHANGE, may_say_version(document), disable);

    let about =
        "Its credentials are forgotten, and its job queue entries are on hold. What was read from its store stays.";
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Delete a shop card"))
        .description(Some(about))
        .response("204", empty("It is gone."))
        .response("409", error("The shop is enabled."));
    api.route(Method::DELETE, "/shopifyShops/{id}", CHANGE, versioned(document), remove);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Run a task for the shop"))
        .description(Some("In the background or at once, as *Run Syncs in Background* on the shop card says."))
        .request_body(Some(body::<SyncBody>("The task.")))
        .response("202", json("It was started.", Ref::from_schema_name(StartedBody::name())))
        .response("400", error("There is no such object, or an option or filter can't be taken."))
        .response(
            "409",
            error("Nothing would come of it, or it would run at once and another task of its category does."),
        );
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.sync", RUN, document, sync);
}

async fn change(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
    Body(fields): Body<serde_json::Map<String, Value>>,
) -> Result<Response, Error> {
    let mut changes = Vec::new();
    for (name, value) in fields {
        let text = text(&name, value)?;
        changes.push((name, text));
    }
    let (connector, caller, version, changes) = (&app.connector, &caller, &version, &changes);
    let write = |tx| async move {
        let shop = version.hold::<Entity>(&tx, id).await?;
        shops::change(connector, &tx, caller, shop, changes).await?;
        Ok::<_, Error>(())
    };
    app.db.write(write).await?;
    shown::<Entity>(&app, StatusCode::OK, id).await
}

/// A value as people would write it.
fn text(field: &str, value: Value) -> Result<String, Error> {
    match value {
        Value::Null => Ok(String::new()),
        Value::String(text) => Ok(text),
        Value::Bool(_) | Value::Number(_) => Ok(value.to_string()),
        Value::Array(_) | Value::Object(_) => Err(Error::invalid(field, format!("{field} takes one value"))),
    }
}

async fn enable(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
) -> Result<Response, Error> {
    let seen = found::<Entity>(&app, id, &version).await?;
    let is_as_seen = |shop: &shops::Model| version.check::<Entity>(&shop.as_tested_like(&seen));
    shops::enable_where(&app.connector, &caller, seen.code.as_str(), is_as_seen).await?;
    shown::<Entity>(&app, StatusCode::OK, id).await
}

async fn disable(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    version: IfMatch,
) -> Result<Response, Error> {
    let shop = found::<Entity>(&app, id, &version).await?;
    let is_as_seen = |shop: &shops::Model| version.check::<Entity>(shop);
    shops::disable_where(&app.connector, &caller, shop.code.as_str(), is_as_seen).await?;
    shown::<Entity>(&app, StatusCode::OK, id).await
}

async fn remove(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
) -> Result<StatusCode, Error> {
    let (app, caller, version) = (&app, &caller, &version);
    let write = |tx| async move {
        let shop = version.hold::<Entity>(&tx, id).await?;
        shops::delete(&app.connector, &app.queue, &tx, caller, shop).await?;
        Ok::<_, Error>(())
    };
    app.db.write(write).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn sync(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    Body(task): Body<SyncBody>,
) -> Result<(StatusCode, Json<StartedBody>), Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    let (connector, queue, zone) = (&app.connector, &app.queue, app.zone.get());
    let started = match task.asked()? {
        Asked::Action(name) => {
            connector::sync::sync_action(connector, queue, &caller, (shop.code.as_str(), &name), zone).await?
        }
        Asked::Object(object, options, given) => {
            let (shop, options, filters) = (shop.code.to_string(), options.into(), filters(given));
            let task = Sync { shop, object, options, filters, time_zone: zone };
            connector::sync(connector, queue, &caller, &task).await?
        }
    };
    Ok((StatusCode::ACCEPTED, Json(started.into())))
}
