use std::time::Duration;

use crate::Error;

/// What is to become of an entry whose run failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Try again while there are attempts left, not before this time has passed.
    Retry {
        /// At least so long from now, besides the entry's own delay.
        after: Option<Duration>,
    },
    /// Trying again would give the same.
    Fail,
    /// A person has to do something first.
    Hold,
}

/// Why a run failed, and what is to be done about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct JobError {
    /// What is to become of the entry.
    pub decision: Decision,
    /// One sentence for people: cause and remedy.
    pub message: String,
    /// More, for the log.
    pub details: Vec<String>,
}

impl JobError {
    /// A failure that may pass.
    pub fn retry(message: impl Into<String>) -> Self {
        Self::new(Decision::Retry { after: None }, message)
    }

    /// A failure that may pass, but not before `after`.
    pub fn retry_after(after: Duration, message: impl Into<String>) -> Self {
        Self::new(Decision::Retry { after: Some(after) }, message)
    }

    /// A failure that stays.
    pub fn fail(message: impl Into<String>) -> Self {
        Self::new(Decision::Fail, message)
    }

    /// A failure that a person has to mend.
    pub fn hold(message: impl Into<String>) -> Self {
        Self::new(Decision::Hold, message)
    }

    fn new(decision: Decision, message: impl Into<String>) -> Self {
        Self { decision, message: message.into(), details: Vec::new() }
    }

    /// With more for the log.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.details.push(detail.into());
        self
    }
}

impl From<Error> for JobError {
    fn from(error: Error) -> Self {
        match error {
            Error::LeaseLost | Error::StopRequested => Self::retry(error.to_string()),
            Error::Database(database::Error::Busy(_)) => Self::retry(error.to_string()),
            other => Self::fail(other.to_string()),
        }
    }
}

impl From<database::Error> for JobError {
    fn from(error: database::Error) -> Self {
        Error::from(error).into()
    }
}

impl From<sea_orm::DbErr> for JobError {
    fn from(error: sea_orm::DbErr) -> Self {
        Error::from(error).into()
    }
}
