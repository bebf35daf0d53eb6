use std::future::pending;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use runtime::{Clock, Shutdown};
use tokio::sync::watch;

use crate::object::JobError;
use crate::run::{Ending, LEASE, StopReason};

/// What tells a run that it must end, and until when it may have effects.
#[derive(Clone, Debug)]
pub(crate) struct Stops {
    /// Asked to stop, by whomever.
    stop: Shutdown,
    told: Arc<watch::Sender<Told>>,
    trusted: Arc<Mutex<Trusted>>,
}

/// Why a run was told to stop.
#[derive(Clone, Debug, Default)]
struct Told {
    reason: StopReason,
    /// Who told it.
    by: String,
    /// When it is ended if it has not stopped, by the monotonic clock.
    deadline: Option<Duration>,
}

/// The end of the worker's own trust in its lease, by both clocks: the monotonic one can't be set, the wall clock goes on
/// while the machine sleeps.
#[derive(Clone, Copy, Debug)]
struct Trusted {
    monotonic: Duration,
    wall: DateTime<Utc>,
}

impl Stops {
    /// For a run whose lease was given at the monotonic time `from` and ends at `until`.
    pub(crate) fn new(from: Duration, until: DateTime<Utc>) -> Self {
        let trusted = Arc::new(Mutex::new(trusted(from, until)));
        Self { stop: Shutdown::new(), told: Arc::new(watch::Sender::new(Told::default())), trusted }
    }

    /// The lease was given at `from` and ends at `until`.
    pub(crate) fn lease_begins(&self, from: Duration, until: DateTime<Utc>) {
        *self.trusted.lock().unwrap_or_else(PoisonError::into_inner) = trusted(from, until);
    }

    /// How much longer the worker may have effects.
    pub(crate) fn left(&self, clock: &Clock) -> Duration {
        let until = *self.trusted.lock().unwrap_or_else(PoisonError::into_inner);
        let by_wall = (until.wall - clock.now()).to_std().unwrap_or_default();
        until.monotonic.saturating_sub(clock.monotonic()).min(by_wall)
    }

    /// Its worker stops: the run may come to its next step, and is given back.
    pub(crate) fn give_back(&self) {
        self.stop.request();
    }

    /// It is to stop for `reason`, which `by` asked for, and is ended at the monotonic time `deadline`, or before that if
    /// it was told so.
    pub(crate) fn tell(&self, reason: StopReason, by: &str, deadline: Duration) {
        self.told.send_if_modified(|told| {
            let deadline = Some(told.deadline.map_or(deadline, |earlier| earlier.min(deadline)));
            let is_news = told.reason != reason || told.deadline != deadline;
            if is_news {
                *told = Told { reason, by: by.to_owned(), deadline };
            }
            is_news
        });
        self.stop.request();
    }

    /// Whether it was asked to stop.
    pub(crate) fn is_requested(&self) -> bool {
        self.stop.is_requested()
    }

    /// Waits until it is asked to stop.
    pub(crate) async fn requested(&self) {
        self.stop.requested().await;
    }

    /// Waits until it should have stopped.
    pub(crate) async fn overdue(&self, clock: &Clock) {
        let mut told = self.told.subscribe();
        loop {
            let deadline = told.borrow_and_update().deadline;
            let reached = async {
                match deadline {
                    Some(deadline) => clock.sleep(deadline.saturating_sub(clock.monotonic())).await,
                    None => pending().await,
                }
            };
            tokio::select! {
                () = reached => return,
                changed = told.changed() => if changed.is_err() { pending::<()>().await },
            }
        }
    }

    /// By how much it should have stopped; nothing while it need not.
    pub(crate) fn overdue_by(&self, clock: &Clock) -> Option<Duration> {
        let deadline = self.told.borrow().deadline?;
        clock.monotonic().checked_sub(deadline)
    }

    /// How the run has ended, if it ended because it was asked to.
    pub(crate) fn ending(&self) -> Option<Ending> {
        let told = self.told.borrow();
        match told.reason {
            StopReason::None => self.is_requested().then_some(Ending::GivenBack),
            reason => reason.ending(&told.by),
        }
    }
}

impl StopReason {
    /// How a run ends that `by` told to stop.
    pub(crate) fn ending(self, by: &str) -> Option<Ending> {
        match self {
            Self::None => None,
            Self::Cancelled => Some(Ending::Cancelled(by.to_owned())),
            Self::MarkedAsError => Some(Ending::MarkedAsError(by.to_owned())),
            Self::TimedOut => Some(Ending::Failed(JobError::retry(TIMED_OUT))),
        }
    }
}

const TIMED_OUT: &str = "it ran longer than its job timeout and was ended: raise the Job Timeout of the entry, or choose \
                         fewer records with its filters";

/// Two thirds of the lease are used, so that the worker has stopped before a rescuer begins, even if their clocks differ.
fn trusted(from: Duration, until: DateTime<Utc>) -> Trusted {
    Trusted { monotonic: from + LEASE * 2 / 3, wall: until - LEASE / 3 }
}
