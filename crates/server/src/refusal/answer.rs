//! An error becomes an answer.

use axum::Extension;
use axum::http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use super::{Refusal, code};
use crate::Error;
use crate::fault::Fault;

impl Error {
    /// Each thing that is wrong, where there may be several.
    pub(super) fn faults(&self) -> Vec<Fault> {
        use back_office::Error as BackOffice;
        match self {
            Self::Entered(faults) => faults.clone(),
            Self::NotImported(report) => report.problems.iter().map(Fault::of_import).collect(),
            Self::BackOffice(BackOffice::NotEntered { problems, .. } | BackOffice::NotPosted { problems, .. }) => {
                problems.iter().map(Fault::of_document).collect()
            }
            _ => Vec::new(),
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = self.status();
        // What the reader can do nothing about is for the operator, in the log.
        let message = if status == StatusCode::INTERNAL_SERVER_ERROR {
            tracing::error!(error = %self, "a request failed");
            "the server failed: its log says why, under the requestId of this answer".to_owned()
        } else {
            self.to_string()
        };
        let seconds = match &self {
            Self::Access(access::Error::TooManyAttempts { seconds }) => Some(*seconds),
            _ if status == StatusCode::SERVICE_UNAVAILABLE => Some(1),
            _ => None,
        };
        // It gets its body where the request is known: in `layers`.
        let refusal = Refusal::new(code(status), message, self.target()).with(self.faults().into_iter());
        let mut response = (status, Extension(refusal)).into_response();
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = seconds {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
