use chrono::{DateTime, Utc};
use database::Tx;
use futures::future::BoxFuture;

use crate::{Result, entry, run};

/// A job that has failed for good: it is not tried again by itself before its next time, if it has one.
#[derive(Clone, Copy, Debug)]
pub struct Failed<'a> {
    /// The run.
    pub run: &'a run::Model,
    /// Its entry.
    pub entry: &'a entry::Model,
    /// Why.
    pub message: &'a str,
    /// When.
    pub at: DateTime<Utc>,
}

/// Who wants to know of jobs that fail, in the transaction that writes it down.
pub trait Listener: Send + Sync {
    /// A job has failed.
    ///
    /// # Errors
    /// What the database says: then the end of the run is not written down either.
    fn failed<'a>(&'a self, tx: &'a Tx, failed: Failed<'a>) -> BoxFuture<'a, Result<()>>;
}
