use std::io;

use axum::body::{Body, Bytes};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

/// An answer whose connection breaks before its first byte.
pub(super) fn broken() -> Response {
    let body = Body::from_stream(futures::stream::once(async move { Err::<Bytes, _>(cut()) }));
    ([(header::CONTENT_TYPE, "application/json; charset=utf-8")], body).into_response()
}

/// The end of a connection.
pub(super) fn cut() -> io::Error {
    io::Error::new(io::ErrorKind::ConnectionReset, "the connection was reset, as a fault asked for")
}

/// The page that a proxy shows when a store is in trouble.
pub(super) fn html(status: StatusCode) -> Response {
    let title = status.canonical_reason().unwrap_or("Error");
    let page = format!(
        "<!DOCTYPE html>\n<html><head><title>{title}</title></head><body><h1>{}</h1><p>{title}</p></body></html>\n",
        status.as_u16()
    );
    (status, Html(page)).into_response()
}
