use std::time::Duration;

use database::Tx;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use uuid::Uuid;

use crate::run::{self, StopReason};
use crate::{Error, Queue, Result};

/// How long a run that is cancelled has to come to its next step, unless whoever cancels says otherwise.
pub const STOPS_WITHIN: Duration = Duration::from_secs(30);

impl Queue {
    /// Asks the run of an entry to stop at its next step, in the name of `user`. One that has not stopped `within` that
    /// time is ended where it is; what it had written stays, and what it was writing is undone. The entry is on hold
    /// afterwards.
    ///
    /// # Errors
    /// [`Error::NotRunning`] when it does not run.
    pub async fn cancel(&self, tx: &Tx, id: Uuid, user: &str, within: Duration) -> Result<()> {
        let run = run::of_entry(tx, id).await?.ok_or(Error::NotRunning(id))?;
        self.stop(tx, run, StopReason::Cancelled, user, within).await
    }

    /// Marks a run, known by its log entry, as an error, in the name of `user`: it is ended where it is, and its entry
    /// needs a person.
    ///
    /// # Errors
    /// [`Error::NotRunning`] when it has ended.
    pub async fn mark_as_error(&self, tx: &Tx, log: Uuid, user: &str) -> Result<()> {
        let of_log = run::Entity::find().filter(run::Column::LogId.eq(log));
        let run = of_log.one(tx).await?.ok_or(Error::NotRunning(log))?;
        self.stop(tx, run, StopReason::MarkedAsError, user, Duration::ZERO).await
    }

    async fn stop(&self, tx: &Tx, run: run::Model, reason: StopReason, user: &str, within: Duration) -> Result<()> {
        let entry = run.job_queue_entry_id;
        let by = self.clock().now() + within;
        // Whoever asks again may shorten the time, not lengthen it.
        let by = run.stop_by.map_or(by, |earlier| earlier.min(by));
        let mut run = run.into_active_model();
        run.stop_reason = Set(reason);
        run.stop_requested_by = Set(user.to_owned());
        run.stop_by = Set(Some(by));
        run.update(tx).await?;
        self.changed(tx, entry).await
    }
}
