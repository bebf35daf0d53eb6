use access::{Action, Area, Principal};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;

use crate::Error;

/// Lets a request through when the caller may do this there.
pub(crate) async fn require(guard: (Area, Action), request: Request, next: Next) -> Result<Response, Error> {
    let (area, action) = guard;
    request.extensions().get::<Principal>().ok_or(Error::NoToken)?.require(area, action)?;
    Ok(next.run(request).await)
}
