use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use serde::de::DeserializeOwned;

use crate::Error;

/// The JSON body of a request, refused in the form of every other error.
pub(crate) struct Body<T>(pub(crate) T);

impl<S, T> FromRequest<S> for Body<T>
where
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        match Json::<T>::from_request(request, state).await {
            Ok(Json(body)) => Ok(Self(body)),
            Err(rejection) => Err(refused(&rejection)),
        }
    }
}

fn refused(rejection: &JsonRejection) -> Error {
    match rejection {
        JsonRejection::MissingJsonContentType(_) => {
            Error::Body("the body must be JSON: send it with the header Content-Type: application/json".to_owned())
        }
        JsonRejection::JsonDataError(error) => Error::Body(without_prefix(&error.body_text())),
        JsonRejection::JsonSyntaxError(error) => Error::Body(without_prefix(&error.body_text())),
        other if other.status() == StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
        other => Error::Body(other.body_text()),
    }
}

/// What serde says, without what axum puts before it.
fn without_prefix(text: &str) -> String {
    let reason = text.split_once(": ").map_or(text, |(_, reason)| reason);
    format!("the body can't be read: {reason}")
}
