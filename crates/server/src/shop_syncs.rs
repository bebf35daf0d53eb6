//! The syncs of a shop: which there are, all of them at once, and reading its store's records again.

use access::{Action, Area, Principal};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::{Extension, Json};
use chrono::{DateTime, Utc};
use connector::shops::Entity;
use connector::sync::{self, RESETTABLE, offered};
use connector::watermark::Kind;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, empty, error, json};
use crate::records::{IfMatch, RecordId, found};
use crate::shops::{CHANGE, RUN, StartedBody, TAG};
use crate::{App, Error};

const READ_TASKS: (Area, Action) = (Area::Synchronization, Action::Read);
const READ_SHOPS: (Area, Action) = (Area::Shops, Action::Read);

/// A sync that is started by its name.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SyncActionBody {
    /// Its name, as `products`.
    name: &'static str,
    /// The object that does it, as 30108.
    object_id: i32,
    /// What the object is called, in English.
    caption: &'static str,
    /// What its request page says; `null` for its defaults.
    #[schema(value_type = Object, nullable)]
    options: Value,
    /// The category of its entries.
    category: &'static str,
    /// Whether *Sync All* does it, too.
    in_sync_all: bool,
}

/// The syncs that are started by their names.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SyncActionsBody {
    /// In the order in which *Sync All* does those of them that it does.
    value: Vec<SyncActionBody>,
}

/// What was started.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AllStartedBody {
    /// In the background an entry for each sync, in their order; in the foreground one run that does them all.
    value: Vec<StartedBody>,
}

/// How far records of one kind have been read.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LastSyncBody {
    /// `Products`, `Customers`, `Orders` or `Companies`.
    #[schema(value_type = String)]
    kind: Kind,
    /// When they were last synchronized; `null` before the first sync.
    last_sync_date_time: Option<DateTime<Utc>>,
}

/// How far the shop's records have been read.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LastSyncsBody {
    /// Kind by kind.
    value: Vec<LastSyncBody>,
}

/// What is to be read again.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ResetSyncBody {
    /// `Products`, `Customers`, `Orders` or `Companies`.
    #[schema(value_type = String)]
    kind: Kind,
    /// From when on; without it the next sync is a first one.
    from: Option<DateTime<Utc>>,
}

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("The syncs that are started by their names"))
        .description(Some("`Kobling.sync` on a shop takes such a name as its `action`."))
        .response("200", json("The syncs.", Ref::from_schema_name(SyncActionsBody::name())));
    api.route(Method::GET, "/shopifySyncActions", READ_TASKS, document, actions);

    let about = "Everything that the shop card wants synced, of this shop alone, in the order of `shopifySyncActions`: in \
                 the background an entry for each, at once one run that does them all. Orders are not part of it.";
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Sync all"))
        .description(Some(about))
        .response("202", json("It was started.", Ref::from_schema_name(AllStartedBody::name())))
        .response("409", error("The shop is not enabled, its card wants nothing synced, or something runs for it."));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.syncAll", RUN, document, all);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("How far the shop's records have been read"))
        .response("200", json("Kind by kind.", Ref::from_schema_name(LastSyncsBody::name())));
    api.route(Method::GET, "/shopifyShops/{id}/lastSyncs", READ_SHOPS, document, last_syncs);

    let about = format!(
        "How far {} were read from Shopify is set back. What is here stays, and what was deleted here comes back; what goes \
         to Shopify is not touched.",
        RESETTABLE.map(|kind| kind.caption().to_lowercase()).join(", ")
    );
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Read the store's records again"))
        .description(Some(about))
        .request_body(Some(body::<ResetSyncBody>("What, and from when on.")))
        .response("204", empty("The next sync reads them again."))
        .response("400", error("There is no such kind, or the store has not been read to that time yet."));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.resetSync", CHANGE, document, reset);
}

async fn actions(State(app): State<App>) -> Json<SyncActionsBody> {
    let registry = app.queue.registry();
    let body = |action: &sync::Action| {
        registry.get(action.object).map(|object| SyncActionBody {
            name: action.name,
            object_id: action.object,
            caption: object.caption,
            options: action.options(),
            category: object.category,
            in_sync_all: action.is_in_sync_all,
        })
    };
    Json(SyncActionsBody { value: offered(registry).filter_map(body).collect() })
}

async fn all(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<(StatusCode, Json<AllStartedBody>), Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    let started = sync::sync_all(&app.connector, &app.queue, &caller, shop.code.as_str(), app.zone.get()).await?;
    let value = started.into_iter().map(StartedBody::from).collect();
    Ok((StatusCode::ACCEPTED, Json(AllStartedBody { value })))
}

async fn last_syncs(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Json<LastSyncsBody>, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    let last = sync::last_syncs(&app.connector, &caller, shop.code.as_str()).await?;
    let body = |(kind, last_sync_date_time)| LastSyncBody { kind, last_sync_date_time };
    Ok(Json(LastSyncsBody { value: last.into_iter().map(body).collect() }))
}

async fn reset(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    Body(asked): Body<ResetSyncBody>,
) -> Result<StatusCode, Error> {
    let shop = found::<Entity>(&app, id, &IfMatch::Any).await?;
    sync::reset(&app.connector, &caller, (shop.code.as_str(), asked.kind), asked.from).await?;
    Ok(StatusCode::NO_CONTENT)
}
