use axum::Json;
use axum::body::Bytes;
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

/// The JSON body of a request that may have none.
pub(crate) struct OptionalBody<T>(pub(crate) T);

impl<S, T> FromRequest<S> for OptionalBody<T>
where
    S: Send + Sync,
    T: DeserializeOwned + Default,
{
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let (parts, body) = request.into_parts();
        let whole = Bytes::from_request(Request::from_parts(parts.clone(), body), state).await;
        let body = whole.map_err(|rejection| match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
            _ => Error::Body(rejection.body_text()),
        })?;
        if body.is_empty() {
            return Ok(Self(T::default()));
        }
        Body::from_request(Request::from_parts(parts, body.into()), state).await.map(|Body(body)| Self(body))
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
