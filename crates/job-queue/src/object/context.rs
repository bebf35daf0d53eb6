use std::future::Future;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use database::{Db, Tx};
use runtime::{Clock, Random, Shutdown};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use values::filter::Words;

use crate::run::{self, LEASE};
use crate::{Error, Queue, Result, entry};

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

/// What tells a run that it must end, and until when it may have effects.
#[derive(Clone, Debug)]
pub(crate) struct Stops {
    /// Asked to stop, by whomever.
    pub(crate) stop: Shutdown,
    /// Whether a person asked.
    pub(crate) cancelled: Arc<AtomicBool>,
    until: Arc<Mutex<Until>>,
}

/// The end of the worker's own trust in its lease, by both clocks: the monotonic one can't be set, the wall clock goes on
/// while the machine sleeps.
#[derive(Clone, Copy, Debug)]
struct Until {
    monotonic: Duration,
    wall: DateTime<Utc>,
}

impl Stops {
    /// For a run whose lease was given at the monotonic time `from` and ends at `until`.
    pub(crate) fn new(from: Duration, until: DateTime<Utc>) -> Self {
        let until = Arc::new(Mutex::new(trusted(from, until)));
        Self { stop: Shutdown::new(), cancelled: Arc::default(), until }
    }

    /// The lease was given at `from` and ends at `until`.
    pub(crate) fn lease_begins(&self, from: Duration, until: DateTime<Utc>) {
        *self.until.lock().unwrap_or_else(PoisonError::into_inner) = trusted(from, until);
    }

    /// How much longer the worker may have effects.
    pub(crate) fn left(&self, clock: &Clock) -> Duration {
        let until = *self.until.lock().unwrap_or_else(PoisonError::into_inner);
        let by_wall = (until.wall - clock.now()).to_std().unwrap_or_default();
        until.monotonic.saturating_sub(clock.monotonic()).min(by_wall)
    }
}

/// Two thirds of the lease are used, so that the worker has stopped before a rescuer begins, even if their clocks differ.
fn trusted(from: Duration, until: DateTime<Utc>) -> Until {
    Until { monotonic: from + LEASE * 2 / 3, wall: until - LEASE / 3 }
}

/// What a run is given: the database, through a fence; the time; whom it runs for.
#[derive(Clone, Debug)]
pub struct Context {
    pub(crate) queue: Queue,
    pub(crate) entry: Arc<entry::Model>,
    pub(crate) run: Arc<run::Model>,
    pub(crate) stops: Stops,
    pub(crate) last_progress: Arc<AtomicU64>,
}

impl Context {
    pub(crate) fn new(queue: Queue, claimed: run::Claimed, stops: Stops) -> Self {
        let (entry, run) = (Arc::new(claimed.entry), Arc::new(claimed.run));
        Self { queue, entry, run, stops, last_progress: Arc::default() }
    }

    /// The entry, as it was when the run began.
    pub fn entry(&self) -> &entry::Model {
        &self.entry
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
        self.stops.stop.is_requested()
    }

    /// Waits until it is asked to stop.
    pub async fn stopped(&self) {
        self.stops.stop.requested().await;
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
