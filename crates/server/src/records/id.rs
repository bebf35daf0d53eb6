use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use uuid::Uuid;

use crate::Error;

/// The id in a path. An id that is no id names no record.
pub(crate) struct RecordId(pub(crate) Uuid);

impl<S: Send + Sync> FromRequestParts<S> for RecordId {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let path = Path::<String>::from_request_parts(parts, state).await;
        let Path(id) = path.map_err(|_| Error::NoSuchRoute(parts.uri.path().to_owned()))?;
        id.parse().map(Self).map_err(|_| Error::NoSuchRecord { caption: "record", id })
    }
}
