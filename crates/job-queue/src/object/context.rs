use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use chrono::{DateTime, Utc};
use database::{Db, Tx};
use runtime::{Clock, Random};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use uuid::Uuid;
use values::filter::Words;

use super::{Filters, JobError, Parameters, Stops, Summary};
use crate::{Error, Queue, Result, entry, log, run};

/// Progress is written at most this often.
const PROGRESS_EVERY: Duration = Duration::from_millis(500);

/// How far a run is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many records are done.
    pub done: u64,
    /// Of how many; 0 when it is not known.
    pub total: u64,
    /// What is being done, in words.
    pub text: String,
}

/// What a run is given: the database, through a fence; the time; whom it runs for.
#[derive(Clone, Debug)]
pub struct Context {
    pub(crate) queue: Queue,
    pub(crate) entry: Arc<entry::Model>,
    pub(crate) run: Arc<run::Model>,
    pub(crate) stops: Stops,
    last_progress: Arc<AtomicU64>,
    idle: Arc<AtomicBool>,
}

impl Context {
    pub(crate) fn new(queue: Queue, claimed: run::Claimed, stops: Stops) -> Self {
        let (entry, run) = (Arc::new(claimed.entry), Arc::new(claimed.run));
        Self { queue, entry, run, stops, last_progress: Arc::default(), idle: Arc::default() }
    }

    /// The entry, as it was when the run began.
    pub fn entry(&self) -> &entry::Model {
        &self.entry
    }

    /// The log entry of this run.
    pub fn log_id(&self) -> Uuid {
        self.run.log_id
    }

    /// The worker that runs it.
    pub fn worker(&self) -> &str {
        &self.run.worker
    }

    /// The database, to read from.
    pub fn db(&self) -> &Db {
        self.queue.db()
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        self.queue.clock()
    }

    /// The source of randomness.
    pub fn random(&self) -> &Random {
        self.queue.random()
    }

    /// The job queue, to make more entries.
    pub fn queue(&self) -> &Queue {
        &self.queue
    }

    /// What the words in filters mean now, for the user and in the zone of the entry.
    pub fn words(&self) -> Words {
        let (now, zone) = (self.clock().now(), self.entry.zone());
        Words { now, zone, work_date: None, user: self.entry.user_id.clone() }
    }

    /// Writes, if this run may still have effects: that is checked in the same transaction, so a worker that was taken
    /// for lost changes nothing when it comes back.
    ///
    /// # Errors
    /// Those of `write`; [`Error::LeaseLost`].
    pub async fn write<T, E, F, Fut>(&self, write: F) -> Result<T, E>
    where
        F: Fn(Tx) -> Fut,
        Fut: Future<Output = Result<T, E>>,
        E: From<Error> + From<database::Error>,
    {
        let write = &write;
        self.db()
            .write(|tx| async move {
                run::fence(&tx, self.run.token, self.clock().now()).await?;
                write(tx).await
            })
            .await
    }

    /// Makes a call to the outside, if this run may still have effects and nobody has asked it to stop.
    ///
    /// # Errors
    /// [`Error::LeaseLost`] or [`Error::StopRequested`], and then the call was not made.
    pub async fn send<T>(&self, call: impl Future<Output = T>) -> Result<T> {
        self.check()?;
        Ok(call.await)
    }

    /// Waits for `work` that may take long and leaves nothing undone when it is given up: that happens when someone asks
    /// the run to stop.
    ///
    /// # Errors
    /// [`Error::LeaseLost`] and [`Error::StopRequested`].
    pub async fn wait<T>(&self, work: impl Future<Output = T>) -> Result<T> {
        self.check()?;
        tokio::select! {
            biased;
            done = work => Ok(done),
            () = self.stops.requested() => Err(Error::StopRequested),
        }
    }

    /// Whether this run may go on; for the beginning of a step.
    ///
    /// # Errors
    /// [`Error::LeaseLost`] or [`Error::StopRequested`].
    pub fn check(&self) -> Result<()> {
        if self.stop_requested() {
            return Err(Error::StopRequested);
        }
        if self.stops.left(self.clock()).is_zero() {
            return Err(Error::LeaseLost);
        }
        Ok(())
    }

    /// Whether it was asked to stop. A run that is asked ends after the step it is at.
    pub fn stop_requested(&self) -> bool {
        self.stops.is_requested()
    }

    /// Waits until it is asked to stop.
    pub async fn stopped(&self) {
        self.stops.requested().await;
    }

    /// Runs another object as a part of this run: with options and filters of its own, and this run's lease and log. One
    /// that has nothing to do says that of itself alone.
    ///
    /// # Errors
    /// [`Error::UnknownObject`], and why the object failed.
    pub async fn run_part(&self, object: i32, options: Value, filters: Filters) -> Result<Summary, JobError> {
        let object = self.queue.registry().object(object)?;
        let version = object.version();
        let part = Self { idle: Arc::default(), ..self.clone() };
        object.run(&part, &Parameters { version, options, filters }).await
    }

    /// Says that there was nothing to do: when the run ends well, a recurring entry sleeps for its inactivity timeout.
    pub fn nothing_to_do(&self) {
        self.idle.store(true, Ordering::SeqCst);
    }

    pub(crate) fn is_idle(&self) -> bool {
        self.idle.load(Ordering::SeqCst)
    }

    /// Leaves a remark with the log entry of this run: a sentence on what was left out, and a line for each record with its
    /// cause and remedy. A later remark takes the place of an earlier one; why a run failed goes before.
    ///
    /// # Errors
    /// [`Error::LeaseLost`].
    pub async fn remark(&self, sentence: &str, lines: &[String]) -> Result<()> {
        let lines = &lines.join("\n");
        self.write(|tx| async move {
            log::Entity::update_many()
                .col_expr(log::Column::ErrorMessage, Expr::value(sentence))
                .col_expr(log::Column::ErrorCallStack, Expr::value(lines.as_str()))
                .filter(log::Column::Id.eq(self.run.log_id))
                .exec(&tx)
                .await?;
            Ok(())
        })
        .await
    }

    /// Says when it is to run again, which counts for an entry with manual recurrence, once the run has ended well.
    ///
    /// # Errors
    /// [`Error::LeaseLost`].
    pub async fn run_again_at(&self, at: DateTime<Utc>) -> Result<()> {
        self.write(|tx| async move {
            run::Entity::update_many()
                .col_expr(run::Column::NextRunAt, Expr::value(at))
                .filter(run::Column::Token.eq(self.run.token))
                .exec(&tx)
                .await?;
            Ok(())
        })
        .await
    }

    /// Tells how far it is. May be called as often as one likes.
    ///
    /// # Errors
    /// [`Error::LeaseLost`].
    pub async fn progress(&self, progress: Progress) -> Result<()> {
        let now = u64::try_from(self.clock().monotonic().as_millis()).unwrap_or(u64::MAX);
        let last = self.last_progress.load(Ordering::Relaxed);
        let every = u64::try_from(PROGRESS_EVERY.as_millis()).unwrap_or_default();
        let finished = progress.total > 0 && progress.done >= progress.total;
        if last != 0 && now < last + every && !finished {
            return Ok(());
        }
        self.last_progress.store(now.max(1), Ordering::Relaxed);
        let (progress, count) = (&progress, |number: u64| i64::try_from(number).unwrap_or(i64::MAX));
        self.write(|tx| async move {
            run::Entity::update_many()
                .col_expr(run::Column::ProgressDone, Expr::value(count(progress.done)))
                .col_expr(run::Column::ProgressTotal, Expr::value(count(progress.total)))
                .col_expr(run::Column::ProgressText, Expr::value(progress.text.clone()))
                .filter(run::Column::Token.eq(self.run.token))
                .exec(&tx)
                .await?;
            self.queue.changed(&tx, self.entry.id).await
        })
        .await
    }
}
