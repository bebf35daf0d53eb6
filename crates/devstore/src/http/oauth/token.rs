use std::collections::HashMap;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::super::deliver::deliver;
use super::refusal::Refusal;
use crate::access::{Issued, same_token};
use crate::devstore::{Devstore, Store, lock};
use crate::faults::Fault;
use crate::journal::{JournalEntry, Outcome};

/// The name by which faults and the journal know every request for a token.
const OPERATION: &str = "accessToken";

/// `POST /admin/oauth/access_token`, as a form or as JSON. The client id says which store is meant.
pub(in super::super) async fn token(State(devstore): State<Devstore>, headers: HeaderMap, body: Bytes) -> Response {
    let Some(form) = form(&headers, &body) else {
        return Refusal::Request("The body is neither a form nor JSON.").into_response();
    };
    let part = |name: &str| form.get(name).map(String::as_str).unwrap_or_default();
    let Some(store) = devstore.store_of_app(part("client_id")) else { return Refusal::NoSuchApp.into_response() };
    if !same_token(part("client_secret").as_bytes(), &store.client_secret) {
        return Refusal::Client.into_response();
    }
    let grant = match (part("grant_type"), part("code")) {
        ("client_credentials", _) => Grant::ClientCredentials,
        ("refresh_token", _) => Grant::Refresh(part("refresh_token")),
        ("", code) if !code.is_empty() => Grant::Code { code, expiring: part("expiring") == "1" },
        ("", _) => return Refusal::Request("The grant type or the code is missing.").into_response(),
        _ => return Refusal::GrantType.into_response(),
    };
    let fault = lock(&devstore.0.faults).strike(&[grant.name(), OPERATION]);
    answer(&devstore, store, &grant, fault.as_ref()).await
}

enum Grant<'f> {
    ClientCredentials,
    Code { code: &'f str, expiring: bool },
    Refresh(&'f str),
}

impl Grant<'_> {
    const fn name(&self) -> &'static str {
        match self {
            Self::ClientCredentials => "clientCredentials",
            Self::Code { .. } => "authorizationCode",
            Self::Refresh(_) => "refreshToken",
        }
    }

    fn run(&self, devstore: &Devstore, store: &Store) -> Result<Issued, Refusal> {
        let (now, random) = (devstore.now(), &devstore.0.random);
        let mut grants = store.grants();
        let issued = match self {
            Self::ClientCredentials => grants.client_credentials(random, now),
            Self::Code { code, expiring } => grants.exchange(random, code, *expiring, now),
            Self::Refresh(token) => grants.refresh(random, token, now),
        };
        issued.map_err(Refusal::Denied)
    }
}

async fn answer(devstore: &Devstore, store: &Store, grant: &Grant<'_>, fault: Option<&Fault>) -> Response {
    let ran = fault.is_none_or(|fault| fault.kind.runs());
    let result = if ran { Some(grant.run(devstore, store)) } else { None };
    let refused = matches!(result, Some(Err(_)));
    let response = match result {
        Some(Err(refusal)) => refusal.into_response(),
        Some(Ok(issued)) => deliver(devstore, serde_json::to_vec(&issued).unwrap_or_default(), fault).await,
        None => deliver(devstore, Vec::new(), fault).await,
    };
    lock(&devstore.0.journal).add(JournalEntry {
        time: devstore.now(),
        store: store.domain.clone(),
        operation: grant.name().to_owned(),
        kind: "oauth",
        requested_query_cost: None,
        actual_query_cost: None,
        status: if fault.is_some_and(|fault| fault.kind.is_silent()) { 0 } else { response.status().as_u16() },
        outcome: match (fault, refused) {
            (Some(_), _) => Outcome::Fault,
            (None, true) => Outcome::Refused,
            (None, false) => Outcome::Done,
        },
    });
    response
}

/// The parts of a form, or of an object in JSON.
fn form(headers: &HeaderMap, body: &Bytes) -> Option<HashMap<String, String>> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("application/json") {
        return Some(form_urlencoded::parse(body).into_owned().collect());
    }
    let object: serde_json::Map<String, Value> = serde_json::from_slice(body).ok()?;
    let text = |value: Value| match value {
        Value::String(text) => text,
        Value::Null => String::new(),
        other => other.to_string(),
    };
    Some(object.into_iter().map(|(name, value)| (name, text(value))).collect())
}
