//! The web UI that is in the binary: the built one, or the page that says how to build it.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::Error;

#[derive(RustEmbed)]
#[folder = "$WEB_DIST"]
#[exclude = ".vite/*"]
#[exclude = ".gitkeep"]
struct Web;

/// The page that every address of the UI answers with; the UI itself knows what to show there.
const PAGE: &str = "index.html";
/// Files here have their digest in their names, so they never change.
const ASSETS: &str = "assets/";
const FOREVER: &str = "public, max-age=31536000, immutable";
const NEVER: &str = "no-store";

/// Answers what no route did. Below `/api` there is no page, and an unknown asset is not answered with one: a browser
/// tab of an older version would take it for a script.
pub(crate) async fn page(method: Method, uri: Uri) -> Response {
    let path = uri.path().trim_start_matches('/');
    if path == "api" || path.starts_with("api/") || !matches!(method, Method::GET | Method::HEAD) {
        return Error::NoSuchRoute(uri.path().to_owned()).into_response();
    }
    match Web::get(path) {
        Some(file) if path != PAGE => answer(file, if path.starts_with(ASSETS) { FOREVER } else { NEVER }),
        None if path.starts_with(ASSETS) => StatusCode::NOT_FOUND.into_response(),
        _ => Web::get(PAGE).map_or_else(|| StatusCode::NOT_FOUND.into_response(), |page| answer(page, NEVER)),
    }
}

fn answer(file: EmbeddedFile, cached: &'static str) -> Response {
    let kind = file.metadata.mimetype().to_owned();
    ([(CONTENT_TYPE, kind), (CACHE_CONTROL, cached.to_owned())], file.data).into_response()
}
