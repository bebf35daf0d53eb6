use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::output::Output;

/// How long a result can be fetched.
pub(crate) const KEPT: TimeDelta = TimeDelta::days(7);

/// A bulk operation, from its order to its result.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct BulkOperation {
    pub id: u64,
    pub kind: BulkKind,
    /// The query, or the mutation that is run once a line.
    pub text: String,
    /// Whether the children of a record follow it at once.
    pub grouped: bool,
    /// The address that it was ordered at, below which the files are that it tells of.
    #[serde(default)]
    pub base: String,
    pub created_at: DateTime<Utc>,
    pub phase: Phase,
    /// The lines written so far, and how many of them have no parent.
    pub objects: u64,
    pub roots: u64,
    /// Whether everything is written; the operation ends when its time is up.
    pub exhausted: bool,
    /// How far it has come.
    pub place: Place,
    /// What a planned fault does to it.
    pub doomed: Option<Doom>,
    /// The variables of a mutation, a line each.
    #[serde(skip)]
    pub input: Option<Arc<[u8]>>,
    #[serde(skip)]
    pub output: Output,
}

/// What it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum BulkKind {
    Query,
    Mutation,
}

/// Where in its life it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Phase {
    Created,
    Running { since: DateTime<Utc> },
    Canceling,
    Ended { at: DateTime<Utc>, how: Ending },
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Ending {
    Completed,
    Canceled,
    Expired,
    Failed(FailureCode),
}

/// Why it failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum FailureCode {
    AccessDenied,
    InternalServerError,
    Timeout,
}

/// A failure that is to come after so many objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Doom {
    pub ending: Ending,
    pub after: u64,
}

/// How far an operation has come.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Place {
    /// The root of the query, or the line of the input.
    pub number: usize,
    /// The cursor within the root.
    pub after: Option<String>,
    /// The first byte of that line.
    pub offset: usize,
}

impl BulkOperation {
    pub(crate) fn new(id: u64, kind: BulkKind, text: String, created_at: DateTime<Utc>) -> Self {
        Self {
            id,
            kind,
            text,
            grouped: false,
            base: String::new(),
            created_at,
            phase: Phase::Created,
            objects: 0,
            roots: 0,
            exhausted: false,
            place: Place::default(),
            doomed: None,
            input: None,
            output: Output::default(),
        }
    }

    pub(crate) fn gid(&self) -> String {
        format!("gid://shopify/BulkOperation/{}", self.id)
    }

    pub(crate) const fn is_open(&self) -> bool {
        !matches!(self.phase, Phase::Ended { .. })
    }

    /// The value of `BulkOperationStatus` at `now`.
    pub(crate) fn status(&self, now: DateTime<Utc>) -> &'static str {
        match self.phase {
            Phase::Created => "CREATED",
            Phase::Running { .. } => "RUNNING",
            Phase::Canceling => "CANCELING",
            Phase::Ended { how: Ending::Canceled, .. } => "CANCELED",
            Phase::Ended { how: Ending::Failed(_), .. } => "FAILED",
            Phase::Ended { how: Ending::Expired, .. } => "EXPIRED",
            Phase::Ended { at, how: Ending::Completed } if self.is_lost() || at + KEPT <= now => "EXPIRED",
            Phase::Ended { how: Ending::Completed, .. } => "COMPLETED",
        }
    }

    /// The value of `BulkOperationType`.
    pub(crate) const fn type_name(&self) -> &'static str {
        match self.kind {
            BulkKind::Query => "QUERY",
            BulkKind::Mutation => "MUTATION",
        }
    }

    /// The value of `BulkOperationErrorCode`.
    pub(crate) const fn error_code(&self) -> Option<&'static str> {
        match self.phase {
            Phase::Ended { how: Ending::Failed(code), .. } => Some(match code {
                FailureCode::AccessDenied => "ACCESS_DENIED",
                FailureCode::InternalServerError => "INTERNAL_SERVER_ERROR",
                FailureCode::Timeout => "TIMEOUT",
            }),
            _ => None,
        }
    }

    pub(crate) const fn completed_at(&self) -> Option<DateTime<Utc>> {
        match self.phase {
            Phase::Ended { at, .. } => Some(at),
            _ => None,
        }
    }

    /// The end of the time in which its lines can be fetched, if it has ended and has any.
    pub(crate) fn expires_at(&self) -> Option<DateTime<Utc>> {
        self.completed_at().filter(|_| self.output.size() > 0).map(|at| at + KEPT)
    }

    /// Lines are kept in memory only: what was saved to a file and read again has lost them.
    fn is_lost(&self) -> bool {
        self.objects > 0 && self.output.size() == 0
    }

    /// The operation as it is after the store was taken from a file: what was under way has failed.
    pub(crate) fn after_restart(&mut self, now: DateTime<Utc>) {
        if self.is_open() {
            self.phase = Phase::Ended { at: now, how: Ending::Failed(FailureCode::InternalServerError) };
        }
    }
}
