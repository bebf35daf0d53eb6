//! What follows of a refusal.

use job_queue::JobError;

use super::why::Error;

impl Error {
    /// Whether it concerns one document only, so that others can go on.
    pub(crate) fn is_of_the_document(&self) -> bool {
        !matches!(self, Self::Database(_) | Self::JobQueue(_) | Self::NoCompany)
    }
}

impl From<Error> for JobError {
    fn from(error: Error) -> Self {
        match error {
            Error::Database(error) => error.into(),
            Error::JobQueue(error) => error.into(),
            other => Self::fail(other.to_string()),
        }
    }
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Database(error.into())
    }
}
