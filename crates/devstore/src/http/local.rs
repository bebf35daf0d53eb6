//! Who may steer a devstore from a browser: its own page, at an address of a machine.

use std::net::IpAddr;

use axum::Json;
use axum::extract::Request;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::base::base;

/// Lets through what no browser has sent, and what the devstore's own page has: a page of somewhere else must not steer
/// a devstore that its reader happens to run. A browser names the origin of everything that changes something.
pub(super) async fn own_page(request: Request, next: Next) -> Response {
    if is_own(request.uri(), request.headers()) { next.run(request).await } else { refused() }
}

/// The same, at an address of a machine only, whoever asks: what is behind it asks for no token.
pub(super) async fn own_page_here(request: Request, next: Next) -> Response {
    let (uri, headers) = (request.uri(), request.headers());
    if is_own(uri, headers) && is_here(&base(uri, headers)) { next.run(request).await } else { refused() }
}

fn is_own(uri: &Uri, headers: &HeaderMap) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let base = base(uri, headers);
    origin.as_bytes() == base.as_bytes() && is_here(&base)
}

/// Whether an address is `localhost` or an IP address. Any other name may be one that its owner lets point here, so that
/// a page of theirs passes for ours.
fn is_here(base: &str) -> bool {
    let authority = base.split_once("://").and_then(|(_, authority)| authority.parse::<Authority>().ok());
    let Some(authority) = authority else { return false };
    let host = authority.host();
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || host.ends_with(".localhost") || address.parse::<IpAddr>().is_ok()
}

fn refused() -> Response {
    let text =
        "the devstore is steered by its own page only: open it at http://localhost or at an IP address, with its port";
    (StatusCode::FORBIDDEN, Json(json!({ "error": text }))).into_response()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("http://localhost:8081", true)]
    #[case("http://shop.localhost:8081", true)]
    #[case("http://127.0.0.1:8081", true)]
    #[case("http://[::1]:8081", true)]
    #[case("http://192.168.1.5", true)]
    #[case("http://example.com:8081", false)]
    #[case("http://localhost.example.com", false)]
    #[case("http://127.0.0.1.example.com", false)]
    #[case("null", false)]
    fn a_name_that_someone_owns_is_not_here(#[case] base: &str, #[case] here: bool) {
        assert_eq!(is_here(base), here);
    }
}
