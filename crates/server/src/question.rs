//! What is asked in the query of an address.

use axum::extract::Query;
use axum::extract::rejection::QueryRejection;

use crate::Error;

/// The question, refused in the form of every other error. The message names the part that can't be read.
pub(crate) fn read<T>(query: Result<Query<T>, QueryRejection>) -> Result<T, Error> {
    let unreadable =
        |rejection: QueryRejection| Error::Body(format!("the question can't be read: {}", rejection.body_text()));
    query.map(|Query(asked)| asked).map_err(unreadable)
}
