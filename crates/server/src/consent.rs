//! A person lets the app into a store, in the browser: sent there, and come back.
//!
//! The browser keeps a sealed cookie meanwhile, for this address alone. Who comes back must bring it, be signed in as
//! the same user, and bring what the store has signed.

use access::Principal;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Extension, Json, Router};
use connector::shops::authorize::{BACK_WITHIN, PATH, authorize, authorized};
use connector::{setup_guide, shops};
use secrecy::ExposeSecret;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;

use crate::api::Api;
use crate::cookie::{self, AUTHORIZATION};
use crate::openapi::{error, json};
use crate::records::{IfMatch, RecordId, found};
use crate::shops::{CHANGE, TAG};
use crate::{App, Error};

/// Where a person lets the app in.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AuthorizationBody {
    /// The address in the store, to be opened in this browser.
    address: String,
}

/// Adds the route by which a person is sent to the store.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Let the app into the store"))
        .description(Some(
            "For a shop that was given a client id and a client secret. Sets a cookie; the browser is to open the address, where a person lets the app in. It comes back to this server within a quarter of an hour, and the shop is connected with an expiring offline token.",
        ))
        .response("200", json("Where to go.", Ref::from_schema_name(AuthorizationBody::name())))
        .response("409", error("The server has no public address, or the shop was not given an app."));
    api.route(Method::POST, "/shopifyShops/{id}/Kobling.authorize", CHANGE, document, send);
}

/// The route by which the browser comes back. It needs no permission of its own: what it does asks for one.
pub(crate) fn routes() -> Router<App> {
    Router::new().route(PATH, get(take_in))
}

async fn send(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
) -> Result<Response, Error> {
    let shop = found::<shops::Entity>(&app, id, &IfMatch::Any).await?;
    let sent = authorize(&app.connector, &caller, shop.code.as_str()).await?;
    let mut response = Json(AuthorizationBody { address: sent.address }).into_response();
    cookie::keep(&app, &mut response, &AUTHORIZATION, sent.kept.expose_secret(), app.clock.now() + BACK_WITHIN);
    Ok(response)
}

async fn take_in(State(app): State<App>, RawQuery(query): RawQuery, headers: HeaderMap) -> Response {
    let mut response = match taken_in(&app, &query.unwrap_or_default(), &headers).await {
        Ok(page) => Redirect::to(&page).into_response(),
        Err(error) => {
            tracing::warn!(%error, "nobody was let into a store");
            let status = error.status();
            let known = if status == StatusCode::INTERNAL_SERVER_ERROR { None } else { Some(error.to_string()) };
            (status, Html(page(&known.unwrap_or_else(|| "the server failed: its log says why".to_owned()))))
                .into_response()
        }
    };
    cookie::forget(&app, &mut response, &AUTHORIZATION);
    response
}

/// Gives the address of the guided set-up, where that is under way; else that of the shop card.
async fn taken_in(app: &App, query: &str, headers: &HeaderMap) -> Result<String, Error> {
    let session = cookie::find(headers, &cookie::SESSION).ok_or(Error::NoToken)?;
    let caller = app.access.session(session).await?.principal;
    let kept = cookie::find(headers, &AUTHORIZATION).unwrap_or_default();
    let shop = authorized(&app.connector, &caller, &kept.into(), query).await?;
    let guide = setup_guide::state(&app.connector, shop.code.as_str()).await?;
    let is_under_way = guide.is_some_and(|guide| guide.live_at.is_none());
    Ok(if is_under_way { format!("/going-live?shop={}", shop.id) } else { format!("/shops/{}", shop.id) })
}

/// A page for the one sentence.
fn page(sentence: &str) -> String {
    let mut text = String::with_capacity(sentence.len());
    for letter in sentence.chars() {
        match letter {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            _ => text.push(letter),
        }
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Kobling</title></head>\
         <body><h1>The shop was not connected</h1><p>{text}.</p><p><a href=\"/shops\">Shops</a></p></body></html>\n"
    )
}
