use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::files::refused;
use super::form::fields;
use super::graphql::not_found;
use crate::devstore::{Devstore, Store};
use crate::signed::{Policy, parameters, permits};

/// The largest body that is taken in; what is larger than a mutation may be is refused by the mutation.
pub(super) const LARGEST: usize = 128 * 1024 * 1024;

/// `POST /_devstore/uploads/{store}`: a form with the parameters of a staged upload, in their order, and then `file`.
pub(super) async fn post(
    State(devstore): State<Devstore>,
    Path(domain): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some(store) = devstore.store_named(&domain) else { return not_found().await };
    let Some(form) = fields(&headers, &body) else {
        return malformed("MalformedPOSTRequest", "The body is no multipart/form-data.");
    };
    let Some((file, given)) = form.split_last().filter(|(last, _)| last.name == "file") else {
        return malformed("MissingFile", "The field file must come last.");
    };
    let text = |name: &str| {
        let field = given.iter().find(|field| field.name == name)?;
        std::str::from_utf8(field.content).ok()
    };
    let policy = text("policy").and_then(|policy| Some((policy, Policy::read(policy)?)));
    let Some((signed, policy)) = policy else { return malformed("InvalidPolicyDocument", "The policy is missing.") };
    if !permits(&store.client_secret, signed, text("x-goog-signature").unwrap_or_default()) {
        return refused("SignatureDoesNotMatch", "The signature is not the one of the policy.");
    }
    if text("key") != Some(policy.key.as_str()) {
        return refused("AccessDenied", "The key is not the one of the policy.");
    }
    let wanted = store.read().uploads.get(&policy.key).map(|upload| parameters(&store.client_secret, upload, &policy));
    let order = |names: Vec<&str>| names.join(", ");
    let names = given.iter().map(|field| field.name.as_str()).collect();
    if wanted.is_some_and(|wanted| order(wanted.iter().map(|(name, _)| *name).collect()) != order(names)) {
        return malformed("InvalidArgument", "The fields are not the parameters of the upload in their order.");
    }
    keep(&devstore, store, &policy, file.content)
}

/// `PUT /_devstore/uploads/{store}`: the file as it is, to a signed address.
pub(super) async fn put(
    State(devstore): State<Devstore>,
    Path(domain): Path<String>,
    Query(signed): Query<Signed>,
    body: Bytes,
) -> Response {
    let Some(store) = devstore.store_named(&domain) else { return not_found().await };
    if !permits(&store.client_secret, &signed.policy, &signed.signature) {
        return refused("SignatureDoesNotMatch", "The signature is not the one of the policy.");
    }
    let Some(policy) = Policy::read(&signed.policy) else {
        return malformed("InvalidPolicyDocument", "The policy can't be read.");
    };
    keep(&devstore, store, &policy, &body)
}

/// What the address of a `PUT` carries.
#[derive(Deserialize)]
pub(super) struct Signed {
    policy: String,
    signature: String,
}

fn keep(devstore: &Devstore, store: &Store, policy: &Policy, content: &[u8]) -> Response {
    if policy.expires <= devstore.now().timestamp() {
        return refused("ExpiredToken", "The policy has expired.");
    }
    let known = store.change(|mut state| {
        let upload = Arc::make_mut(&mut state).uploads.get_mut(&policy.key);
        let known = upload.map(|upload| Arc::make_mut(upload).content = Some(content.into())).is_some();
        (state, known)
    });
    if !known {
        return refused("AccessDenied", "Nothing may be uploaded under this key.");
    }
    let xml = format!("<?xml version='1.0' encoding='UTF-8'?><PostResponse><Key>{}</Key></PostResponse>", policy.key);
    (StatusCode::CREATED, [(header::CONTENT_TYPE, "application/xml")], xml).into_response()
}

fn malformed(code: &str, message: &str) -> Response {
    let mut response = refused(code, message);
    *response.status_mut() = StatusCode::BAD_REQUEST;
    response
}
