//! How the version of the Admin API stands that a shop is asked for, and which others there are.

use std::collections::HashMap;

use axum::Json;
use axum::extract::State;
use axum::http::Method;
use connector::shops::{self, api_version, api_version::Standing};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use uuid::Uuid;
use values::field::{Kind, Value};

use crate::api::Api;
use crate::openapi::{error, json};
use crate::records::{Computed, Computing, IfMatch, RecordId, Snapshot, found};
use crate::shops::{CHANGE, TAG};
use crate::{App, Error};

/// The versions that a shop card may have.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ApiVersionsBody {
    /// The oldest first.
    value: Vec<ApiVersionBody>,
}

/// One version of the Admin API.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ApiVersionBody {
    /// As `2026-10`.
    handle: String,
    /// What Shopify calls it.
    display_name: String,
    /// Whether it is a stable one; otherwise it is a candidate.
    supported: bool,
}

/// Adds the route that asks for the versions.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Ask the store which versions of its API it answers"))
        .description(Some("Those that the shop card may have: none older than the one that Kobling was made for."))
        .response("200", json("The versions.", Ref::from_schema_name(ApiVersionsBody::name())))
        .response("502", error("The store does not answer, or refuses."));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.apiVersions", CHANGE, document, offered);
}

async fn offered(State(app): State<App>, RecordId(id): RecordId) -> Result<Json<ApiVersionsBody>, Error> {
    let shop = found::<shops::Entity>(&app, id, &IfMatch::Any).await?;
    let offered = api_version::offered(&app.connector, shop.code.as_str()).await?;
    let value = offered.into_iter().map(|version| ApiVersionBody {
        handle: version.handle,
        display_name: version.display_name,
        supported: version.supported,
    });
    Ok(Json(ApiVersionsBody { value: value.collect() }))
}

/// The version that is asked for, until when it is answered, and how that stands today.
pub(crate) const API_VERSION: Computed = Computed {
    fields: &[
        ("shopifyAdminApiVersion", "Shopify Admin API Version", Kind::Text),
        ("updateApiVersionBefore", "Update API Version Before", Kind::Date),
        ("apiVersionState", "API Version State", Kind::Option(&["Supported", "Ends Soon", "Ended"])),
    ],
    values,
};

fn values<'a>(snapshot: &'a Snapshot, ids: &'a [Uuid]) -> Computing<'a> {
    Box::pin(of_shops(snapshot, ids))
}

async fn of_shops(snapshot: &Snapshot, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<Value>>, Error> {
    let of_ids = shops::Entity::find().filter(shops::Column::Id.is_in(ids.iter().copied()));
    let today = snapshot.now.date_naive();
    let values = |shop: &shops::Model| {
        let asked = api_version::asked(shop);
        let state = match asked.standing(today) {
            Standing::Supported => "Supported",
            Standing::EndsSoon => "Ends Soon",
            Standing::Ended => "Ended",
        };
        vec![Value::Text(asked.to_string()), Value::Date(asked.ends()), Value::Text(state.to_owned())]
    };
    Ok(of_ids.all(&snapshot.read).await?.iter().map(|shop| (shop.id, values(shop))).collect())
}
