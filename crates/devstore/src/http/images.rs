use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::deliver::{self, broken};
use super::graphql::not_found;
use crate::devstore::{Devstore, lock};
use crate::faults::FaultKind;

/// The name by which faults know a picture that is downloaded.
const DOWNLOAD: &str = "imageDownload";

/// `GET /_devstore/images/{store}/{media}/{name}`: a picture that is ready, at its full size, to anyone.
pub(super) async fn image(
    State(devstore): State<Devstore>,
    Path((domain, media, _)): Path<(String, u64, String)>,
) -> Response {
    let Some(store) = devstore.store_named(&domain) else { return not_found().await };
    let media = store.read().media.get(&media).cloned();
    let Some(picture) = media.as_ref().and_then(|media| media.picture(devstore.now())) else {
        return not_found().await;
    };
    let fault = lock(&devstore.0.faults).strike(&[DOWNLOAD]);
    let bytes = Bytes::copy_from_slice(&picture.bytes);
    match fault.as_ref().map(|fault| (fault.kind, fault)) {
        Some((FaultKind::Status, fault)) => return deliver::refused(fault),
        Some((FaultKind::Reset | FaultKind::LostResponse, _)) => return broken(Vec::new()),
        Some((FaultKind::Truncated, _)) => {
            let half = bytes.slice(..bytes.len() / 2);
            return ([(header::CONTENT_TYPE, picture.format.mime_type())], half).into_response();
        }
        _ => {}
    }
    ([(header::CONTENT_TYPE, picture.format.mime_type())], bytes).into_response()
}
