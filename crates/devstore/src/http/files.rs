use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures::{StreamExt, stream};
use serde::Deserialize;

use super::deliver::{self, broken, cut};
use super::graphql::not_found;
use crate::bulk::settle;
use crate::devstore::{Devstore, lock};
use crate::faults::FaultKind;
use crate::signed::file_is_permitted;

/// What a signed address carries.
#[derive(Deserialize)]
pub(super) struct Signed {
    expires: i64,
    signature: String,
}

/// The name by which faults know a download.
const DOWNLOAD: &str = "bulkOperationResult";

/// `GET /_devstore/files/{store}/{operation}.jsonl`: the lines of a bulk operation, by the signed address that it
/// tells, as long as that is valid.
pub(super) async fn download(
    State(devstore): State<Devstore>,
    Path((domain, file)): Path<(String, String)>,
    Query(signed): Query<Signed>,
) -> Response {
    let Some(store) = devstore.store_named(&domain) else { return not_found().await };
    if !file_is_permitted(&store.client_secret, &domain, &file, signed.expires, &signed.signature) {
        return refused("SignatureDoesNotMatch", "The signature of the address is not the one of this file.");
    }
    if signed.expires <= devstore.now().timestamp() {
        return refused("ExpiredToken", "The address has expired.");
    }
    settle(&devstore, store);
    let id = file.strip_suffix(".jsonl").and_then(|number| number.parse().ok());
    let output = id.and_then(|id: u64| store.read().bulk.get(&id).map(|bulk| bulk.output.clone()));
    let Some(output) = output.filter(|output| output.size() > 0) else { return not_found().await };
    let fault = lock(&devstore.0.faults).strike(&[DOWNLOAD]);
    let pieces = stream::iter(output.read().map(|piece| Ok(Bytes::from(piece))));
    let body = match fault.as_ref().map(|fault| (fault.kind, fault)) {
        Some((FaultKind::Status, fault)) => return deliver::refused(fault),
        Some((FaultKind::Reset | FaultKind::LostResponse, _)) => return broken(Vec::new()),
        Some((FaultKind::Truncated, _)) => {
            let half = usize::try_from(output.size() / 2).unwrap_or(usize::MAX);
            let mut left = half;
            let begun = pieces.map(move |piece| {
                piece.map(|piece: Bytes| {
                    let part = piece.slice(..piece.len().min(left));
                    left -= part.len();
                    part
                })
            });
            Body::from_stream(begun.chain(stream::once(async { Err(cut()) })))
        }
        _ => Body::from_stream(pieces),
    };
    ([(header::CONTENT_TYPE, "application/jsonl")], body).into_response()
}

/// How the place where files are kept says no.
pub(super) fn refused(code: &str, message: &str) -> Response {
    let xml =
        format!("<?xml version='1.0' encoding='UTF-8'?><Error><Code>{code}</Code><Message>{message}</Message></Error>");
    (StatusCode::FORBIDDEN, [(header::CONTENT_TYPE, "application/xml")], xml).into_response()
}
