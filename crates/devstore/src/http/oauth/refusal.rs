use axum::Json;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use serde_json::json;

use crate::access::Denied;

/// Why an app gets no token, as the real store tells it: as JSON, or as a page, which a client has to bear.
#[derive(Clone, Copy, Debug)]
pub(super) enum Refusal {
    /// There is no app with this client id.
    NoSuchApp,
    /// The secret is another one.
    Client,
    Denied(Denied),
    /// The grant is none that the store knows.
    GrantType,
    /// Something is missing, or of the wrong form; a sentence.
    Request(&'static str),
    /// A scope that is none.
    Scope,
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Self::NoSuchApp => {
                page("application_cannot_be_found", "There is no app with this client id in the devstore.")
            }
            Self::Denied(Denied::NotInstalled) => page("app_not_installed", "The app is not installed in this store."),
            Self::Scope => page("invalid_scope", "A scope that was asked for does not exist."),
            Self::Client => body("invalid_client", "The client id and the client secret do not belong together."),
            Self::Denied(Denied::Code) => {
                body("invalid_request", "The authorization code was not found or was already used.")
            }
            Self::Denied(Denied::RefreshToken) => {
                body("invalid_grant", "The refresh token is invalid, expired or was replaced.")
            }
            Self::GrantType => body("unsupported_grant_type", "The grant type is not supported."),
            Self::Request(sentence) => body("invalid_request", sentence),
        }
    }
}

fn body(error: &str, description: &str) -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({ "error": error, "error_description": description }))).into_response()
}

fn page(error: &str, sentence: &str) -> Response {
    let html = format!(
        "<!DOCTYPE html>\n<html><head><title>Oauth error {error}: {sentence}</title></head>\
         <body><h1>Oauth error {error}</h1><p>{sentence}</p></body></html>\n"
    );
    (StatusCode::BAD_REQUEST, Html(html)).into_response()
}
