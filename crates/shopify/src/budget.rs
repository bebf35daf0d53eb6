use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use runtime::Clock;
use tokio::sync::Notify;

use crate::bucket::{Bucket, ThrottleStatus};

/// As many requests to one store are under way at once.
const IN_FLIGHT: usize = 4;
/// The part of the bucket that background work leaves for what people wait for.
const RESERVE: f64 = 0.2;

/// Who goes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    /// Someone waits for it.
    Urgent,
    /// It runs by itself: it waits for all urgent calls, and leaves a fifth of the bucket to them.
    #[default]
    Background,
}

/// The points that a store allows us, shared by all its clients in this process. A call takes its points before it is
/// sent; within a lane, first come is first served.
#[derive(Debug, Default)]
pub struct Budget {
    state: Mutex<State>,
    changed: Notify,
}

#[derive(Debug, Default)]
struct State {
    bucket: Bucket,
    in_flight: usize,
    /// The points of what is in flight.
    under_way: f64,
    /// Who waits, by lane and order of coming.
    waiting: BTreeSet<(Lane, u64)>,
    tickets: u64,
    served_version: Option<String>,
}

/// A document costs more than the bucket holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct TooMuch {
    pub(crate) maximum: u32,
}

impl Budget {
    /// A budget that nothing is known about yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The version that the store answers with, when that is not the one it is asked for.
    pub fn served_version(&self) -> Option<String> {
        self.state().served_version.clone()
    }

    /// The most that one call may cost.
    pub(crate) fn room(&self) -> u32 {
        self.state().bucket.maximum as u32
    }

    /// Notes the version of an answer; true when it is news that it is another than the one asked for.
    pub(crate) fn note_version(&self, served: Option<&str>, asked: &str) -> bool {
        let other = served.filter(|version| *version != asked);
        let mut state = self.state();
        let is_news = other.is_some() && state.served_version.as_deref() != other;
        state.served_version = other.map(str::to_owned);
        is_news
    }

    /// Waits until `cost` points may be spent.
    pub(crate) async fn reserve(&self, clock: &Clock, cost: u32, lane: Lane) -> Result<Permit<'_>, TooMuch> {
        let cost = f64::from(cost);
        let place = self.queue_up(lane);
        loop {
            let changed = self.changed.notified();
            tokio::pin!(changed);
            changed.as_mut().enable();
            let wait = {
                let mut state = self.state();
                state.bucket.refill(clock.monotonic());
                if cost > state.bucket.maximum {
                    return Err(TooMuch { maximum: state.bucket.maximum as u32 });
                }
                if state.waiting.first() != Some(&place.ticket) || state.in_flight >= IN_FLIGHT {
                    None
                } else {
                    let reserve = match lane {
                        Lane::Urgent => 0.0,
                        Lane::Background => state.bucket.maximum * RESERVE,
                    };
                    let floor = reserve.min(state.bucket.maximum - cost);
                    match state.bucket.take(cost, floor) {
                        Ok(()) => {
                            state.in_flight += 1;
                            state.under_way += cost;
                            return Ok(Permit { budget: self, cost });
                        }
                        Err(wait) => Some(wait),
                    }
                }
            };
            match wait {
                None => changed.await,
                Some(wait) => tokio::select! {
                    () = changed => {}
                    () = clock.sleep(wait) => {}
                },
            }
        }
    }

    fn queue_up(&self, lane: Lane) -> Place<'_> {
        let mut state = self.state();
        state.tickets += 1;
        let ticket = (lane, state.tickets);
        state.waiting.insert(ticket);
        Place { budget: self, ticket }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A place in the queue, given up when it is dropped.
struct Place<'a> {
    budget: &'a Budget,
    ticket: (Lane, u64),
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.budget.state().waiting.remove(&self.ticket);
        self.budget.changed.notify_waiters();
    }
}

/// Points that are taken, for a request under way.
#[derive(Debug)]
pub(crate) struct Permit<'a> {
    budget: &'a Budget,
    cost: f64,
}

impl Permit<'_> {
    /// The store has answered, and may have said what is left.
    pub(crate) fn settle(self, status: Option<ThrottleStatus>, clock: &Clock) {
        if let Some(status) = status {
            let mut state = self.budget.state();
            state.bucket.refill(clock.monotonic());
            let others = state.under_way - self.cost;
            state.bucket.believe(status, others);
        }
    }

    /// Nothing was sent.
    pub(crate) fn give_back(self) {
        self.budget.state().bucket.give_back(self.cost);
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let mut state = self.budget.state();
        state.in_flight -= 1;
        state.under_way -= self.cost;
        drop(state);
        self.budget.changed.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use chrono::DateTime;
    use futures::poll;
    use runtime::ManualClock;

    use super::*;

    fn clock() -> (Clock, ManualClock) {
        Clock::manual(DateTime::UNIX_EPOCH)
    }

    fn status(available: f64) -> Option<ThrottleStatus> {
        Some(ThrottleStatus { maximum_available: 1000.0, currently_available: available, restore_rate: 50.0 })
    }

    #[tokio::test]
    async fn a_call_waits_exactly_until_its_points_have_run_in() {
        let ((clock, manual), budget) = (clock(), Budget::new());
        budget.reserve(&clock, 1, Lane::Urgent).await.unwrap().settle(status(100.0), &clock);
        let waiting = budget.reserve(&clock, 300, Lane::Urgent);
        tokio::pin!(waiting);
        assert!(poll!(&mut waiting).is_pending());
        manual.advance(Duration::from_millis(3999));
        assert!(poll!(&mut waiting).is_pending());
        manual.advance(Duration::from_millis(1));
        assert!(poll!(&mut waiting).is_ready());
    }

    #[tokio::test]
    async fn background_leaves_a_fifth_to_urgent_calls() {
        let ((clock, manual), budget) = (clock(), Budget::new());
        budget.reserve(&clock, 1, Lane::Urgent).await.unwrap().settle(status(300.0), &clock);
        let background = budget.reserve(&clock, 150, Lane::Background);
        tokio::pin!(background);
        assert!(poll!(&mut background).is_pending());
        let urgent = budget.reserve(&clock, 150, Lane::Urgent);
        tokio::pin!(urgent);
        assert!(poll!(&mut urgent).is_ready());
        manual.advance(Duration::from_secs(4));
        assert!(poll!(&mut background).is_ready(), "200 of 1,000 points are left then");
    }

    #[tokio::test]
    async fn an_urgent_call_overtakes_background_ones_and_each_lane_keeps_its_order() {
        let ((clock, _manual), budget) = (clock(), Budget::new());
        let mut permits = Vec::new();
        for _ in 0..IN_FLIGHT {
            permits.push(budget.reserve(&clock, 1, Lane::Background).await.unwrap());
        }
        let (first, second) =
            (budget.reserve(&clock, 1, Lane::Background), budget.reserve(&clock, 1, Lane::Background));
        let urgent = budget.reserve(&clock, 1, Lane::Urgent);
        tokio::pin!(first, second, urgent);
        assert!(poll!(&mut first).is_pending() && poll!(&mut second).is_pending() && poll!(&mut urgent).is_pending());
        permits.pop();
        assert!(poll!(&mut second).is_pending() && poll!(&mut first).is_pending());
        let next = poll!(&mut urgent);
        assert!(next.is_ready());
        permits.pop();
        assert!(poll!(&mut second).is_pending());
        assert!(poll!(&mut first).is_ready());
    }

    #[tokio::test]
    async fn one_who_no_longer_waits_holds_nobody_up() {
        let ((clock, _manual), budget) = (clock(), Budget::new());
        budget.reserve(&clock, 1, Lane::Urgent).await.unwrap().settle(status(100.0), &clock);
        {
            let gone = budget.reserve(&clock, 900, Lane::Urgent);
            tokio::pin!(gone);
            assert!(poll!(&mut gone).is_pending());
        }
        let next = budget.reserve(&clock, 100, Lane::Urgent);
        tokio::pin!(next);
        assert!(poll!(&mut next).is_ready());
    }

    #[tokio::test]
    async fn more_than_the_bucket_holds_is_refused_at_once() {
        let ((clock, _manual), budget) = (clock(), Budget::new());
        budget.reserve(&clock, 1, Lane::Urgent).await.unwrap().settle(status(100.0), &clock);
        let refused = budget.reserve(&clock, 1001, Lane::Background).await.err();
        assert_eq!(refused, Some(TooMuch { maximum: 1000 }));
    }

    #[tokio::test]
    async fn what_is_under_way_is_not_counted_as_there() {
        let ((clock, _manual), budget) = (clock(), Budget::new());
        let first = budget.reserve(&clock, 400, Lane::Urgent).await.unwrap();
        let second = budget.reserve(&clock, 400, Lane::Urgent).await.unwrap();
        first.settle(status(600.0), &clock);
        let third = budget.reserve(&clock, 300, Lane::Urgent);
        tokio::pin!(third);
        assert!(poll!(&mut third).is_pending(), "200 are left once the second has reached the store");
        second.settle(status(600.0), &clock);
        assert!(poll!(&mut third).is_ready());
    }

    #[tokio::test]
    async fn points_of_a_request_that_was_not_sent_come_back() {
        let ((clock, _manual), budget) = (clock(), Budget::new());
        budget.reserve(&clock, 2000, Lane::Urgent).await.unwrap().give_back();
        let again = budget.reserve(&clock, 2000, Lane::Urgent);
        tokio::pin!(again);
        assert!(poll!(&mut again).is_ready());
    }
}
