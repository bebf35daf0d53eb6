use database::Record;
use uuid::Uuid;

use crate::fault::{Fault, in_words};
use crate::imports::Report;

/// Why a request is not answered as asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nobody says who calls.
    #[error(
        "this needs a caller: sign in, or send an API token in the header Authorization: Bearer TOKEN; `kobling token create` makes one"
    )]
    NoToken,
    /// A browser sends a change from someone else's page.
    #[error("this change was sent by a page of another site: open Kobling at its own address and do it there")]
    OtherSite,
    /// Someone guesses the code of the first start.
    #[error("too many wrong codes: start Kobling again and open the address that it prints")]
    TooManyCodes,
    /// There is no such record.
    #[error("there is no {caption} with the id {id}")]
    NoSuchRecord {
        /// What it would be.
        caption: &'static str,
        /// Its id, as it was given.
        id: String,
    },
    /// There is nothing at that address.
    #[error("there is nothing at {0}: see /api/docs for what there is")]
    NoSuchRoute(String),
    /// A part of the request is wrong.
    #[error("{message}")]
    Invalid {
        /// Which part.
        target: String,
        /// What is wrong with it, and what would do.
        message: String,
    },
    /// Fields of the body are wrong.
    #[error("{}", in_words(.0))]
    Entered(Vec<Fault>),
    /// The body is wrong.
    #[error("{0}")]
    Body(String),
    /// The body is too large.
    #[error("the body is too large: it may have 1 MiB")]
    TooLarge,
    /// The state of the record, or of another, does not allow it.
    #[error("{0}")]
    Conflict(String),
    /// A record is to be changed by someone who does not say which version they have seen.
    #[error("say which version is to be changed: send the header If-Match with the record's @odata.etag, or * for any")]
    VersionUnsaid,
    /// A record was changed by someone else meanwhile.
    #[error("the {0} was changed by someone else meanwhile: read it again")]
    Changed(&'static str),
    /// A list can't be written as a file.
    #[error("the list can't be written: {0}")]
    Csv(String),
    /// A file that was not imported.
    #[error("nothing is imported: {}", .0.in_words())]
    NotImported(Report),
    /// The database.
    #[error(transparent)]
    Database(#[from] database::Error),
    /// Users and tokens.
    #[error(transparent)]
    Access(#[from] access::Error),
    /// The job queue.
    #[error(transparent)]
    JobQueue(#[from] job_queue::Error),
    /// The back office.
    #[error(transparent)]
    BackOffice(#[from] back_office::Error),
    /// Printing.
    #[error(transparent)]
    Papers(#[from] papers::Error),
    /// The connector.
    #[error(transparent)]
    Connector(#[from] connector::Error),
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Database(error.into())
    }
}

impl Error {
    /// What is wrong with which part of the request.
    pub(crate) fn invalid(target: &str, message: impl Into<String>) -> Self {
        Self::Invalid { target: target.to_owned(), message: message.into() }
    }

    /// What the back office does not know, with the part of the request that names it.
    pub(crate) fn unknown(error: back_office::Error, names: &[(&str, &str)]) -> Self {
        let name = match &error {
            back_office::Error::Unknown { kind, .. } => names.iter().find(|(of, _)| of == kind),
            _ => None,
        };
        match name {
            Some((_, name)) => Self::invalid(name, error.to_string()),
            None => error.into(),
        }
    }

    /// There is no record of that id.
    pub(crate) fn no_such_record<E: Record>(id: Uuid) -> Self {
        Self::NoSuchRecord { caption: E::CAPTION, id: id.to_string() }
    }
}
