use serde::{Deserialize, Serialize};

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FaultKind {
    /// An HTTP status; nothing was run.
    Status,
    /// The bucket seems to be empty; nothing was run.
    Throttled,
    /// `INTERNAL_SERVER_ERROR` with status 200; nothing was run.
    InternalError,
    /// No answer comes for as long as the fault's `seconds` say, then the connection breaks; nothing was run.
    Timeout,
    /// The connection breaks before anything was run.
    Reset,
    /// The request was run, and the connection breaks before the answer.
    LostResponse,
    /// The request was run; no answer comes for as long as the fault's `seconds` say, then the connection breaks.
    Unanswered,
    /// The request was run, and the connection breaks in the middle of the answer.
    CutOff,
    /// The request was run, and half of the answer comes as if it were all.
    Truncated,
    /// The request was run; a part of its data is null, with an `INTERNAL_SERVER_ERROR` that says where.
    Partial,
    /// The request was run; a part of its data is null, with an `ACCESS_DENIED` that says where.
    Denied,
    /// The request was run; a part of its data is null, as an object is that was deleted meanwhile.
    Nulled,
    /// The request was run; the values of enums in its answer are such as no client has seen.
    UnknownEnum,
    /// The request is run, and the connection breaks; until the fault's `seconds` have passed, its idempotency key
    /// is answered with `IDEMPOTENCY_CONCURRENT_REQUEST`.
    StillRunning,
    /// The request fails, and its idempotency key is good for nothing: `IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED`.
    FailedAttempt,
    /// Nothing goes wrong, but a shopper buys before the request is run: what the fault's `purchase` says, or one piece of
    /// the first row that the request writes.
    Purchase,
    /// A bulk operation fails with `INTERNAL_SERVER_ERROR`.
    BulkInternalError,
    /// A bulk operation fails with `TIMEOUT`.
    BulkTimeout,
    /// A bulk operation fails with `ACCESS_DENIED`.
    BulkAccessDenied,
    /// The store cancels a bulk operation, as it does with one that is stalled.
    BulkCanceled,
    /// A bulk operation ends, and its result has expired before anyone has seen it.
    BulkExpired,
    /// A line of a bulk mutation is answered with `INTERNAL_SERVER_ERROR`; it was not run.
    BulkLineError,
}

/// What a kind of fault hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A request.
    Request,
    /// The moment before one.
    Purchase,
    /// A bulk operation that begins.
    Bulk,
    /// A line of a bulk mutation.
    Line,
}

impl FaultKind {
    /// What it hits.
    pub(crate) const fn target(self) -> Target {
        match self {
            Self::BulkInternalError
            | Self::BulkTimeout
            | Self::BulkAccessDenied
            | Self::BulkCanceled
            | Self::BulkExpired => Target::Bulk,
            Self::BulkLineError => Target::Line,
            Self::Purchase => Target::Purchase,
            _ => Target::Request,
        }
    }

    /// Whether the request is run nevertheless.
    pub(crate) const fn runs(self) -> bool {
        !matches!(self, Self::Status | Self::Throttled | Self::InternalError | Self::Timeout | Self::Reset)
    }

    /// Whether no answer comes.
    pub(crate) const fn is_silent(self) -> bool {
        matches!(self, Self::Timeout | Self::Reset | Self::LostResponse | Self::Unanswered | Self::StillRunning)
    }
}
