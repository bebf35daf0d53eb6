use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use runtime::{Clock, Random};
use tokio::sync::Notify;

use super::line::{Line, Place, Step};
use super::permit::Permit;
use super::shared::RENEW;
use super::{Lane, Ledger, Local, Statement, Unavailable};

/// The points that a store allows this process, shared by all its clients of that store. A call takes its points before
/// it is sent.
#[derive(Debug)]
pub struct Budget {
    ledger: Arc<dyn Ledger>,
    line: Mutex<Line>,
    changed: Notify,
    served_version: Mutex<Option<String>>,
}

/// A call is not sent.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Refusal {
    /// It costs more than the bucket holds.
    TooMuch { maximum: u32 },
    /// The ledger can't be reached.
    NoLedger(Unavailable),
}

impl Budget {
    /// A budget for a process that has the store for itself.
    pub fn alone(clock: Clock, random: &Random) -> Self {
        Self::shared(Arc::new(Local::new(clock)), random)
    }

    /// A budget for one of several processes that share a ledger.
    pub fn shared(ledger: Arc<dyn Ledger>, random: &Random) -> Self {
        let line = Line::new(random.below(u64::MAX), ledger.pace());
        Self { ledger, line: Mutex::new(line), changed: Notify::new(), served_version: Mutex::default() }
    }

    /// The version that the store answers with, when that is not the one it is asked for.
    pub fn served_version(&self) -> Option<String> {
        self.version().clone()
    }

    /// The points that the store has now, and how many run in each second, as far as this process knows.
    pub(crate) fn bucket(&self, clock: &Clock) -> (f64, f64) {
        self.line().bucket(clock.monotonic())
    }

    /// The most that one call may cost.
    pub(crate) fn room(&self) -> u32 {
        self.line().maximum()
    }

    /// Notes the version of an answer; true when it is news that it is another than the one asked for.
    pub(crate) fn note_version(&self, served: Option<&str>, asked: &str) -> bool {
        let other = served.filter(|version| *version != asked);
        let mut noted = self.version();
        let is_news = other.is_some() && noted.as_deref() != other;
        *noted = other.map(str::to_owned);
        is_news
    }

    /// Waits until `cost` points may be spent.
    pub(crate) async fn reserve(&self, clock: &Clock, cost: u32, lane: Lane) -> Result<Permit<'_>, Refusal> {
        let cost = f64::from(cost);
        let place = self.queue_up(clock, cost, lane);
        loop {
            let changed = self.changed.notified();
            tokio::pin!(changed);
            changed.as_mut().enable();
            let step = self.line().next(&place.place, clock.monotonic());
            match step {
                Step::Go => return Ok(Permit { budget: self, cost }),
                Step::TooMuch(maximum) => return Err(Refusal::TooMuch { maximum }),
                Step::Ask(statement) => self.ask(statement).await.map_err(Refusal::NoLedger)?,
                Step::Wait(None) => changed.await,
                Step::Wait(Some(wait)) => tokio::select! {
                    () = changed => {}
                    () = clock.sleep(wait) => {}
                },
            }
        }
    }

    /// Waits for a call that is under way. The ledger is told now and then that it still is: a process that says nothing
    /// is taken for dead.
    pub(crate) async fn keep<T>(&self, clock: &Clock, sending: impl Future<Output = T>) -> T {
        tokio::select! {
            biased;
            outcome = sending => outcome,
            never = self.renew(clock) => match never {},
        }
    }

    async fn renew(&self, clock: &Clock) -> Infallible {
        loop {
            clock.sleep(RENEW).await;
            let renewal = self.line().renewal(clock.monotonic());
            if let Some(statement) = renewal
                && let Err(error) = self.ask(statement).await
            {
                tracing::debug!(%error, "the budget was not renewed");
            }
        }
    }

    /// Tells the ledger of a store of which it has heard nothing before.
    pub(crate) async fn introduce(&self, clock: &Clock) {
        let first_word = self.line().first_word(clock.monotonic());
        if let Some(statement) = first_word
            && let Err(error) = self.ask(statement).await
        {
            tracing::debug!(%error, "the budget of a new store was not told");
        }
    }

    async fn ask(&self, statement: Statement) -> Result<(), Unavailable> {
        let _asking = Asking(self);
        let grant = self.ledger.settle(statement).await?;
        self.line().granted(&grant);
        Ok(())
    }

    fn queue_up(&self, clock: &Clock, cost: f64, lane: Lane) -> Queued<'_> {
        let place = self.line().queue_up(clock.monotonic(), cost, lane);
        Queued { budget: self, place }
    }

    pub(super) fn wake(&self) {
        self.changed.notify_waiters();
    }

    pub(super) fn line(&self) -> MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn version(&self) -> MutexGuard<'_, Option<String>> {
        self.served_version.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A place in the line, given up when it is dropped.
struct Queued<'a> {
    budget: &'a Budget,
    place: Place,
}

impl Drop for Queued<'_> {
    fn drop(&mut self) {
        self.budget.line().leave(&self.place);
        self.budget.wake();
    }
}

/// The ledger is being asked, until it has answered or the one who asked has gone.
struct Asking<'a>(&'a Budget);

impl Drop for Asking<'_> {
    fn drop(&mut self) {
        self.0.line().asked();
        self.0.wake();
    }
}
