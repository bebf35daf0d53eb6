//! The web UI that is in the binary: the built one, or the page that says how to build it.

use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use crate::Error;
use crate::encoding::Encoding;

/// What goes into the binary; each file may have others beside it that hold the same in fewer bytes.
#[derive(RustEmbed)]
#[folder = "$WEB_DIST"]
#[exclude = ".vite/*"]
#[exclude = ".gitkeep"]
pub(crate) struct Web;

/// The page that every address of the UI answers with; the UI itself knows what to show there.
const PAGE: &str = "index.html";
/// Files here have their digest in their names, so they never change.
const ASSETS: &str = "assets/";
const FOREVER: &str = "public, max-age=31536000, immutable";
const NEVER: &str = "no-store";

/// Serves a web UI whose files are in the binary, as the server does with its own.
pub fn web_ui<Files: RustEmbed + 'static>() -> Router {
    Router::new().fallback(page::<Files>)
}

/// Answers what no route did. Below `/api` there is no page, and an unknown asset is not answered with one: a browser
/// tab of an older version would take it for a script.
pub(crate) async fn page<Files: RustEmbed>(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    if path == "api" || path.starts_with("api/") || !matches!(method, Method::GET | Method::HEAD) {
        return Error::NoSuchRoute(uri.path().to_owned()).into_response();
    }
    let answer = match Files::get(path) {
        Some(_) if is_encoded::<Files>(path) => None,
        Some(_) if path != PAGE => file::<Files>(path, &headers),
        None if path.starts_with(ASSETS) => None,
        _ => file::<Files>(PAGE, &headers),
    };
    answer.unwrap_or_else(|| StatusCode::NOT_FOUND.into_response())
}

/// Whether it is another file in fewer bytes, which has no address of its own.
fn is_encoded<Files: RustEmbed>(path: &str) -> bool {
    let plain = Encoding::ALL.iter().find_map(|encoding| path.strip_suffix(encoding.suffix()));
    plain.is_some_and(|plain| Files::get(plain).is_some())
}

/// A file, in as few bytes as the client can read. One that says its encoding passes the layer that compresses as it is.
fn file<Files: RustEmbed>(path: &str, client: &HeaderMap) -> Option<Response> {
    let plain = Files::get(path)?;
    let cached = if path.starts_with(ASSETS) { FOREVER } else { NEVER };
    let headers = [(CONTENT_TYPE, plain.metadata.mimetype()), (CACHE_CONTROL, cached), (VARY, "accept-encoding")];
    let encoded = Encoding::accepted(client)
        .into_iter()
        .find_map(|encoding| Some((encoding, Files::get(&format!("{path}{}", encoding.suffix()))?)));
    Some(match encoded {
        Some((encoding, file)) => (headers, [(CONTENT_ENCODING, encoding.name())], file.data).into_response(),
        None => (headers, plain.data).into_response(),
    })
}
