use axum::http::{HeaderMap, Uri, header};

/// The address under which the devstore was asked: in process that of the request, over a socket that of its `Host`
/// header. A proxy that speaks HTTPS says so in `X-Forwarded-Proto`.
pub(super) fn base(uri: &Uri, headers: &HeaderMap) -> String {
    if let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) {
        return format!("{scheme}://{authority}");
    }
    let text = |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok());
    let host = text(header::HOST).unwrap_or("localhost");
    let scheme = text(header::HeaderName::from_static("x-forwarded-proto")).filter(|proto| *proto == "https");
    format!("{}://{host}", scheme.unwrap_or("http"))
}
