//! What the reader of an error is told.

use serde::Serialize;
use utoipa::ToSchema;

use crate::fault::Fault;

/// The body of every error.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = Error)]
pub(crate) struct Refusal {
    /// What went wrong.
    error: Detail,
}

/// What went wrong.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ErrorDetail)]
pub(crate) struct Detail {
    /// For programs: one of a few words.
    code: String,
    /// For people: what is wrong, and what to do.
    message: String,
    /// The part of the request that is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<String>,
    /// Each thing that is wrong, where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    details: Vec<Part>,
    /// The request, as the log and the header `x-request-id` name it.
    request_id: String,
}

/// One of several things that are wrong.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ErrorPart)]
pub(crate) struct Part {
    /// For programs.
    code: String,
    /// For people.
    message: String,
    /// The part of the request that is meant.
    target: String,
    /// The number of the line that is meant, where it is one of a document.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<i32>,
}

impl Refusal {
    /// What is told.
    pub(crate) fn new(code: &str, message: impl Into<String>, target: Option<String>) -> Self {
        Self {
            error: Detail {
                code: code.to_owned(),
                message: message.into(),
                target,
                details: Vec::new(),
                request_id: String::new(),
            },
        }
    }

    /// With each thing that is wrong.
    pub(super) fn with(mut self, details: impl Iterator<Item = Fault>) -> Self {
        let code = self.error.code.clone();
        let part =
            |fault: Fault| Part { code: code.clone(), message: fault.text, target: fault.field, line: fault.line };
        self.error.details = details.map(part).collect();
        self
    }

    /// Of which request it is told.
    pub(crate) fn of_request(mut self, id: String) -> Self {
        self.error.request_id = id;
        self
    }
}
