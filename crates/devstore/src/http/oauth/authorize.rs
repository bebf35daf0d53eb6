use std::collections::HashMap;

use axum::extract::{RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use super::callback::Callback;
use super::refusal::Refusal;
use crate::access::Scopes;
use crate::devstore::{Devstore, Store};

/// What an app asks a merchant for.
struct Wish<'d> {
    store: &'d Store,
    scopes: Scopes,
    redirect: String,
    state: Option<String>,
}

impl<'d> Wish<'d> {
    fn read(devstore: &'d Devstore, query: &str) -> Result<Self, Refusal> {
        let mut parts: HashMap<String, String> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let client = parts.remove("client_id").unwrap_or_default();
        let store = devstore.store_of_app(&client).ok_or(Refusal::NoSuchApp)?;
        let redirect = parts.remove("redirect_uri").unwrap_or_default();
        if !["http://", "https://"].iter().any(|scheme| redirect.starts_with(scheme)) {
            return Err(Refusal::Request("The redirect_uri is missing or is no web address."));
        }
        if parts.contains_key("grant_options[]") {
            return Err(Refusal::Request("The devstore gives out offline tokens only."));
        }
        let asked = Scopes::read(&parts.remove("scope").unwrap_or_default()).map_err(|_| Refusal::Scope)?;
        // An app that names no scopes gets those that it was set up with.
        let scopes = if asked.is_empty() { store.grants().scopes.clone() } else { asked };
        Ok(Self { store, scopes, redirect, state: parts.remove("state") })
    }

    fn granted(self, devstore: &Devstore) -> Response {
        let now = devstore.now();
        let url = Callback {
            redirect: &self.redirect,
            shop: &self.store.domain,
            secret: &self.store.client_secret,
            code: self.store.grants().authorize(&devstore.0.random, &self.scopes, now),
            state: self.state.as_deref(),
            timestamp: now.timestamp(),
        }
        .url();
        (StatusCode::FOUND, [(header::LOCATION, url)]).into_response()
    }
}

/// `GET /admin/oauth/authorize`: asks the merchant, or goes straight back where the app is installed with these scopes.
pub(in super::super) async fn ask(State(devstore): State<Devstore>, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let wish = match Wish::read(&devstore, &query) {
        Ok(wish) => wish,
        Err(refusal) => return refusal.into_response(),
    };
    let known = {
        let grants = wish.store.grants();
        grants.installed && grants.scopes.cover(&wish.scopes)
    };
    if known { wish.granted(&devstore) } else { page(&wish, &query).into_response() }
}

/// `POST /admin/oauth/authorize`: the merchant has said yes.
pub(in super::super) async fn approve(State(devstore): State<Devstore>, RawQuery(query): RawQuery) -> Response {
    match Wish::read(&devstore, &query.unwrap_or_default()) {
        Ok(wish) => wish.granted(&devstore),
        Err(refusal) => refusal.into_response(),
    }
}

fn page(wish: &Wish<'_>, query: &str) -> Html<String> {
    let scopes: String = wish.scopes.names().map(|scope| format!("<li>{scope}</li>")).collect();
    let (shop, app) = (escaped(&wish.store.domain), escaped(&wish.store.client_id));
    Html(format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Install {app}</title></head><body>\
         <h1>Install {app} in {shop}?</h1><p>The app asks for:</p><ul>{scopes}</ul>\
         <form method=\"post\" action=\"/admin/oauth/authorize?{}\"><button>Install</button></form></body></html>\n",
        escaped(query)
    ))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
