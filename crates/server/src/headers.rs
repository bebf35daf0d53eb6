//! What every answer tells the browser: what a page may do, and that nobody else may show it.

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::middleware::Next;
use axum::response::Response;

/// The pages: what is of this server, and nothing inline. The style sheets that the pages make in the browser begin as
/// empty elements, which are allowed by the digest of nothing.
const PAGES: &str = "default-src 'none'; script-src 'self'; \
    style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; manifest-src 'self'";
/// The browsable description, whose styles are inline.
const DOCS: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// What is no page.
const DATA: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Adds the headers to an answer that does not have them.
pub(crate) async fn guard(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let policy = match path {
        _ if path.starts_with("/api/docs") => DOCS,
        _ if path.starts_with("/api/") => DATA,
        _ => PAGES,
    };
    let mut response = next.run(request).await;
    for (name, value) in headers(policy) {
        response.headers_mut().entry(name).or_insert(value);
    }
    response
}

/// Addresses may hold a ticket or a code, so other sites are not told them.
fn headers(policy: &'static str) -> [(HeaderName, HeaderValue); 3] {
    [
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy)),
        (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ]
}
