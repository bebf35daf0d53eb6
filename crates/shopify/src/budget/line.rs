//! What one process knows of a store's budget: its slice, what the store last said, and who stands in line.

use std::collections::BTreeMap;
use std::time::Duration;

use super::shared::{AT_ONCE_UNWATCHED, RENEW, TRIFLE};
use super::{Grant, Lane, Seen, Statement, Wants};
use crate::bucket::{Bucket, ThrottleStatus};

/// A slice is not used longer than this after it was asked for, so that it has not expired elsewhere.
const USABLE: Duration = Duration::from_secs(3);

/// A place in the line: those that nobody waits for come after the others, each when its turn is due.
pub(super) type Place = (bool, Duration, u64);

#[derive(Debug)]
struct Waiting {
    lane: Lane,
    cost: f64,
    since: Duration,
}

/// What the first in the line does next.
#[derive(Debug, PartialEq)]
pub(super) enum Step {
    /// It is sent: its points are taken.
    Go,
    /// It asks the ledger.
    Ask(Statement),
    /// It waits until something changes, or for that long.
    Wait(Option<Duration>),
    /// It costs more than the bucket holds.
    TooMuch(u32),
}

#[derive(Debug)]
pub(super) struct Line {
    member: u64,
    /// How long the ledger wants to be left alone.
    pace: Duration,
    bucket: Bucket,
    /// The points that were under way when the store last spoke.
    uncertain: f64,
    /// Whether the store has spoken since the ledger was asked.
    is_news: bool,
    /// Whether the ledger has heard of the store's bucket, from whomever.
    is_known: bool,
    /// Whether it has refused a call for want of points since.
    refused: bool,
    held: f64,
    slots: u32,
    usable_until: Duration,
    pub(super) in_flight: u32,
    under_way: f64,
    waiting: BTreeMap<Place, Waiting>,
    tickets: u64,
    /// Whether the ledger is being asked.
    asking: bool,
    asked_at: Option<Duration>,
    /// When the ledger said to ask again.
    ask_at: Duration,
    /// The points of all that waited when the ledger was asked.
    wanted: f64,
    /// Whether the last slice was enough for all of that: then the next one is asked for at once. Where points are short
    /// they are taken in as large pieces as the pace allows.
    was_enough: bool,
    /// Whether something has changed since the ledger was asked.
    changed: bool,
    /// The urgent call for which the ledger was asked last.
    asked_for: Option<u64>,
}

impl Line {
    pub(super) fn new(member: u64, pace: Duration) -> Self {
        Self {
            member,
            pace,
            bucket: Bucket::default(),
            uncertain: 0.0,
            is_news: false,
            is_known: false,
            refused: false,
            held: 0.0,
            slots: 0,
            usable_until: Duration::ZERO,
            in_flight: 0,
            under_way: 0.0,
            waiting: BTreeMap::new(),
            tickets: 0,
            asking: false,
            asked_at: None,
            ask_at: Duration::ZERO,
            wanted: 0.0,
            was_enough: true,
            changed: false,
            asked_for: None,
        }
    }

    pub(super) fn maximum(&self) -> u32 {
        self.bucket.maximum as u32
    }

    pub(super) fn queue_up(&mut self, now: Duration, cost: f64, lane: Lane) -> Place {
        self.tickets += 1;
        let place = (!lane.is_urgent(), now + lane.yields(), self.tickets);
        self.waiting.insert(place, Waiting { lane, cost, since: now });
        self.changed = true;
        place
    }

    pub(super) fn leave(&mut self, place: &Place) {
        self.waiting.remove(place);
        self.changed = true;
    }

    /// What the call at `place` does now.
    pub(super) fn next(&mut self, place: &Place, now: Duration) -> Step {
        let Some(waiting) = self.waiting.get(place) else { return Step::Wait(None) };
        let (cost, is_urgent) = (waiting.cost, waiting.lane.is_urgent());
        if cost > self.bucket.maximum {
            return Step::TooMuch(self.maximum());
        }
        if self.asking || self.waiting.keys().next() != Some(place) {
            return Step::Wait(None);
        }
        let slots = if is_urgent { self.slots } else { self.slots.min(AT_ONCE_UNWATCHED) };
        if now < self.usable_until && cost <= self.held + TRIFLE && self.in_flight < slots {
            self.take(cost, now);
            return Step::Go;
        }
        let is_new_and_urgent = is_urgent && self.asked_for != Some(place.2);
        let due = match self.asked_at {
            Some(_) if is_new_and_urgent || (self.was_enough && self.changed) => now,
            Some(at) if self.changed => at + self.pace,
            Some(_) => self.ask_at,
            None => now,
        };
        if now < due {
            return Step::Wait(Some(due - now));
        }
        self.asked_for = is_urgent.then_some(place.2);
        Step::Ask(self.statement(now))
    }

    /// What the ledger is to know when nothing else asks it: that the calls under way are still under way.
    pub(super) fn renewal(&mut self, now: Duration) -> Option<Statement> {
        let is_due = self.asked_at.is_none_or(|at| now >= at + RENEW);
        (is_due && !self.asking).then(|| self.statement(now))
    }

    /// What the ledger is to know at once: how large the bucket of a store is of which it has heard nothing yet. All else
    /// that a store says can wait until the ledger is asked for points.
    pub(super) fn first_word(&mut self, now: Duration) -> Option<Statement> {
        (self.is_news && !self.is_known && !self.asking).then(|| self.statement(now))
    }

    fn statement(&mut self, now: Duration) -> Statement {
        self.bucket.refill(now);
        let seen = Seen {
            available: self.bucket.available(),
            uncertain: self.uncertain,
            maximum: self.bucket.maximum,
            rate: self.bucket.rate(),
            refused: self.refused,
        };
        let all: f64 = self.waiting.values().map(|waiting| waiting.cost).sum();
        self.wanted = all;
        let wants = self.waiting.values().next().map(|first| Wants {
            lane: first.lane,
            waited: now.saturating_sub(first.since),
            first: first.cost,
            all,
            calls: u32::try_from(self.waiting.len()).unwrap_or(u32::MAX),
        });
        let seen = self.is_news.then_some(seen);
        (self.asking, self.changed, self.is_news, self.refused) = (true, false, false, false);
        self.asked_at = Some(now);
        self.ask_at = now + self.pace;
        // What comes back while the ledger is asked counts on from nothing.
        let held = std::mem::take(&mut self.held);
        Statement { member: self.member, held, in_flight: self.in_flight, wants, seen }
    }

    /// The ledger has answered.
    pub(super) fn granted(&mut self, grant: &Grant) {
        let asked_at = self.asked_at.unwrap_or_default();
        self.held += grant.points;
        // Where nobody waited nothing was missed: whoever comes next need not wait for the pace.
        let is_served = self.wanted <= 0.0 || self.in_flight < grant.slots;
        self.was_enough = grant.points + TRIFLE >= self.wanted && is_served;
        self.slots = grant.slots;
        self.is_known = grant.known;
        self.usable_until = asked_at + USABLE;
        self.ask_at = asked_at + grant.wait.max(self.pace);
        if !self.is_news {
            self.bucket.resize(grant.maximum, grant.rate);
        }
    }

    /// The ledger has answered or not; others may ask it.
    pub(super) fn asked(&mut self) {
        self.asking = false;
    }

    fn take(&mut self, cost: f64, now: Duration) {
        self.bucket.refill(now);
        self.bucket.spend(cost);
        self.held -= cost;
        self.in_flight += 1;
        self.under_way += cost;
    }

    /// The store has answered a call of `cost`: it has charged so much of it, and may have said what is left.
    pub(super) fn settle(
        &mut self,
        cost: f64,
        charged: f64,
        refused: bool,
        status: Option<ThrottleStatus>,
        now: Duration,
    ) {
        self.held += cost - charged;
        self.bucket.refill(now);
        let Some(status) = status else {
            self.bucket.spend(charged - cost);
            return;
        };
        self.bucket.believe(status);
        self.uncertain = (self.under_way - cost).max(0.0);
        self.held = self.held.min(self.bucket.available().max(0.0));
        self.is_news = true;
        if refused {
            self.refused = true;
            self.usable_until = Duration::ZERO;
        }
    }

    /// A call of `cost` is over.
    pub(super) fn done(&mut self, cost: f64) {
        self.in_flight = self.in_flight.saturating_sub(1);
        self.under_way -= cost;
        self.changed = true;
    }

    /// The points that the store has at the moment, and how many run in each second, as far as this process knows.
    pub(super) fn bucket(&mut self, now: Duration) -> (f64, f64) {
        self.bucket.refill(now);
        (self.bucket.available(), self.bucket.rate())
    }
}
