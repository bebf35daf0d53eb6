use super::lines::Lines;
use crate::documents::bulk::{Failure, Operation, Status};
use crate::{Client, Error};

/// What came of an operation.
#[derive(Debug)]
pub enum Outcome {
    /// All of it.
    Whole(Finished),
    /// What was written before it failed, and why it did.
    Part(Finished, Error),
}

/// An operation that has ended.
#[derive(Clone, Debug)]
pub struct Finished {
    client: Client,
    /// The operation.
    pub operation: Operation,
}

impl Finished {
    pub(super) fn new(client: &Client, operation: Operation) -> Self {
        Self { client: client.clone(), operation }
    }

    /// Its lines; none for an operation that has found nothing.
    pub fn lines(&self) -> Lines {
        let operation = &self.operation;
        let (address, size) = match (&operation.url, &operation.partial_data_url) {
            (Some(url), _) => (Some(url), operation.file_size.map(|size| size.0)),
            (None, part) => (part.as_ref(), None),
        };
        Lines::new(&self.client, &operation.id, address.map(|url| url.0.clone()), size)
    }

    pub(super) fn has_part(&self) -> bool {
        self.operation.partial_data_url.is_some()
    }

    /// Why the result is not whole.
    pub(super) fn failure(&self) -> Option<Error> {
        let store = self.client.store().domain().to_owned();
        let ended = |reason: &str, again| Error::BulkEnded { store: store.clone(), reason: reason.to_owned(), again };
        match (&self.operation.status, &self.operation.error_code) {
            (Status::Completed, _) => None,
            (Status::Canceled, _) => Some(ended("it was cancelled", true)),
            (Status::Expired, _) => Some(ended("its result has expired", true)),
            (_, Some(Failure::AccessDenied)) => {
                let reason = "a bulk operation reads or writes what the app may not".to_owned();
                Some(Error::AccessDenied { store, reason })
            }
            (_, Some(Failure::Timeout)) => Some(ended("it took too long", true)),
            (_, Some(Failure::InternalServerError)) => Some(ended("an error inside Shopify", true)),
            (_, Some(Failure::Other(code))) => Some(ended(code, false)),
            (status, None) => Some(ended(&format!("its status is {status:?}"), false)),
        }
    }
}
