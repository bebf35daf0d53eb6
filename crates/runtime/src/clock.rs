use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, SubsecRound, Utc};
use tokio::sync::oneshot;

/// The current time, and the only way to wait for a later one.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    System { origin: Instant },
    Manual(ManualClock),
}

/// The time was up before the future was done.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("the time was up after {0:?}")]
pub struct Elapsed(pub Duration);

impl Clock {
    /// The machine's clock.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
    pub fn system() -> Self {
        Self(Source::System { origin: Instant::now() })
    }

    /// A clock that stands still until a test moves it.
    pub fn manual(start: DateTime<Utc>) -> (Self, ManualClock) {
        let manual = ManualClock::starting_at(start);
        (Self(Source::Manual(manual.clone())), manual)
    }

    /// The current instant in UTC, cut to microseconds.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
    pub fn now(&self) -> DateTime<Utc> {
        match &self.0 {
            Source::System { .. } => Utc::now().trunc_subsecs(6),
            Source::Manual(manual) => manual.now(),
        }
    }

    /// The time since this clock was made. It never goes backwards, whatever is done to the wall clock.
    pub fn monotonic(&self) -> Duration {
        match &self.0 {
            Source::System { origin } => origin.elapsed(),
            Source::Manual(manual) => manual.monotonic(),
        }
    }

    /// Waits for `duration` of this clock's time.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
    pub async fn sleep(&self, duration: Duration) {
        match &self.0 {
            Source::System { .. } => tokio::time::sleep(duration).await,
            Source::Manual(manual) => manual.sleep(duration).await,
        }
    }

    /// Runs `future` for at most `limit` of this clock's time.
    ///
    /// # Errors
    /// [`Elapsed`] when the limit came first; the future is dropped.
    pub async fn timeout<F: Future>(&self, limit: Duration, future: F) -> Result<F::Output, Elapsed> {
        tokio::select! {
            biased;
            output = future => Ok(output),
            () = self.sleep(limit) => Err(Elapsed(limit)),
        }
    }
}

/// The handle with which a test moves its clock.
#[derive(Clone, Debug)]
pub struct ManualClock(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    start: DateTime<Utc>,
    elapsed: Duration,
    sequence: u64,
    sleepers: BTreeMap<(Duration, u64), oneshot::Sender<()>>,
}

impl ManualClock {
    fn starting_at(start: DateTime<Utc>) -> Self {
        Self(Arc::new(Mutex::new(State {
            start: start.trunc_subsecs(6),
            elapsed: Duration::ZERO,
            sequence: 0,
            sleepers: BTreeMap::new(),
        })))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The instant at which the clock stands.
    pub fn now(&self) -> DateTime<Utc> {
        let state = self.state();
        state.start + state.elapsed
    }

    fn monotonic(&self) -> Duration {
        self.state().elapsed
    }

    /// Moves the clock on and wakes, in order, everyone whose time has come.
    pub fn advance(&self, by: Duration) {
        let mut state = self.state();
        state.elapsed += by;
        let not_yet = (state.elapsed + Duration::from_nanos(1), 0);
        let later = state.sleepers.split_off(&not_yet);
        let due = std::mem::replace(&mut state.sleepers, later);
        drop(state);
        for waker in due.into_values() {
            let _gone = waker.send(());
        }
    }

    /// Moves the clock on to `instant`; does nothing when that has passed.
    pub fn advance_to(&self, instant: DateTime<Utc>) {
        if let Ok(by) = (instant - self.now()).to_std() {
            self.advance(by);
        }
    }

    /// How many futures wait for a later time: lets a test know that a loop has gone to sleep.
    pub fn sleepers(&self) -> usize {
        let mut state = self.state();
        state.sleepers.retain(|_, waker| !waker.is_closed());
        state.sleepers.len()
    }

    /// Whether somebody waits for just that instant.
    pub fn is_awaited(&self, instant: DateTime<Utc>) -> bool {
        let state = self.state();
        let Ok(at) = (instant - state.start).to_std() else { return false };
        state.sleepers.iter().any(|((due, _), waker)| *due == at && !waker.is_closed())
    }

    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        if duration.is_zero() {
            return Box::pin(tokio::task::yield_now());
        }
        let mut state = self.state();
        let key = (state.elapsed + duration, state.sequence);
        state.sequence += 1;
        let (waker, woken) = oneshot::channel();
        state.sleepers.insert(key, waker);
        Box::pin(async move {
            let _ = woken.await;
        })
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    fn monday() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 3, 2, 9, 0, 0).unwrap()
    }

    #[tokio::test]
    async fn a_sleeper_wakes_when_its_time_has_come_and_not_before() {
        let (clock, manual) = Clock::manual(monday());
        let sleeper = clock.sleep(Duration::from_secs(10));
        tokio::pin!(sleeper);
        assert!(futures::poll!(&mut sleeper).is_pending());
        manual.advance(Duration::from_secs(9));
        assert!(futures::poll!(&mut sleeper).is_pending());
        manual.advance(Duration::from_secs(1));
        assert!(futures::poll!(&mut sleeper).is_ready());
        assert_eq!(clock.now(), monday() + Duration::from_secs(10));
    }

    #[tokio::test]
    async fn a_timeout_ends_a_future_that_never_ends() {
        let (clock, manual) = Clock::manual(monday());
        let waiting = clock.timeout(Duration::from_secs(5), std::future::pending::<()>());
        tokio::pin!(waiting);
        assert!(futures::poll!(&mut waiting).is_pending());
        manual.advance(Duration::from_secs(5));
        assert_eq!(waiting.await, Err(Elapsed(Duration::from_secs(5))));
    }
}
