use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Grant, Lane, Seen, Statement, Wants};

/// As many calls to one store are under way at once.
pub const AT_ONCE: u32 = 8;
/// As many of them nobody waits for.
pub(super) const AT_ONCE_UNWATCHED: u32 = 6;
/// The part of the bucket that is left for what people wait for.
const RESERVE: f64 = 0.2;
/// A process takes points for as long ahead of what waits.
const AHEAD: Duration = Duration::from_secs(1);
/// A slice that was not renewed is taken back after this time.
const LIFE: Duration = Duration::from_secs(5);
/// A store that restores nothing at the moment is asked again now and then.
const NOT_RESTORING: Duration = Duration::from_secs(10);
/// Less than this is an error of rounding.
pub(super) const TRIFLE: f64 = 1e-6;
/// A process that waits shows itself at least so often, well within the life of its slice.
pub(super) const RENEW: Duration = Duration::from_secs(2);

/// The budget of one store: the points that nobody holds, and who holds the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shared {
    pub(super) level: f64,
    pub(super) maximum: f64,
    pub(super) rate: f64,
    /// When `level` was right.
    at: Option<Duration>,
    /// Whether the store has said anything yet. Before, one call is sent, to hear how large its bucket is.
    pub(super) known: bool,
    /// All the points that were ever granted.
    granted: f64,
    pub(super) slices: BTreeMap<u64, Slice>,
}

/// What one process holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Slice {
    held: f64,
    slots: u32,
    until: Duration,
    /// What it waits for, when its slice is not enough.
    pub(super) next: Option<Next>,
    /// What the others held, and what had been granted, when it asked.
    others_held: f64,
    granted: f64,
}

/// The call that is next in the line of a process.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Next {
    pub(super) urgent: bool,
    due: Duration,
    pub(super) cost: f64,
}

impl Default for Shared {
    /// The bucket of the smallest plan, until the first answer says otherwise.
    fn default() -> Self {
        let (level, maximum, rate) = (2000.0, 2000.0, 100.0);
        Self { level, maximum, rate, at: None, known: false, granted: 0.0, slices: BTreeMap::new() }
    }
}

impl Shared {
    /// Takes back what a process has left of its slice, believes what it has seen, and gives it a new slice. A call gets
    /// all its points or none: no two can wait for what the other holds.
    pub fn settle(&mut self, now: Duration, statement: &Statement) -> Grant {
        self.pass(now);
        let last = self.slices.remove(&statement.member);
        if last.is_some() {
            self.level += statement.held;
        }
        if let Some(seen) = statement.seen {
            self.believe(&seen, last.as_ref());
        }
        let wants = statement.wants.filter(|wants| wants.first <= self.maximum);
        let next = wants.map(|wants| Next {
            urgent: wants.lane.is_urgent(),
            due: (now + wants.lane.yields()).saturating_sub(wants.waited),
            cost: wants.first,
        });
        let slots = self.slots(statement, wants.as_ref());
        let (points, wait) = match (wants, next) {
            (Some(wants), Some(next)) => self.points(&wants, &next),
            _ => (0.0, RENEW),
        };
        self.level -= points;
        self.granted += points;
        // One that has its points and no place still waits, but nobody has to leave points for it.
        let waits = next.filter(|_| points == 0.0 || slots <= statement.in_flight);
        let waits = waits.map(|next| Next { cost: if points == 0.0 { next.cost } else { 0.0 }, ..next });
        let slice = Slice {
            held: points,
            slots: slots.max(statement.in_flight),
            until: now + LIFE,
            next: waits,
            others_held: self.held(),
            granted: self.granted,
        };
        self.slices.insert(statement.member, slice);
        let Self { level, maximum, rate, known, .. } = *self;
        Grant { points, slots, wait, level, maximum, rate, known }
    }

    /// Lets run in what came since, and takes back what nobody asked for any more.
    pub(super) fn pass(&mut self, now: Duration) {
        let since = self.at.map_or(Duration::ZERO, |at| now.saturating_sub(at));
        self.at = Some(now);
        // One that lasts longer than any was written by a clock that went wrong.
        let expired = |slice: &Slice| slice.until <= now || slice.until > now + LIFE;
        self.level += self.slices.values().filter(|slice| expired(slice)).map(|slice| slice.held).sum::<f64>();
        self.slices.retain(|_, slice| !expired(slice));
        self.level = (self.level + self.rate * since.as_secs_f64()).min(self.maximum - self.held());
    }

    /// The points that processes hold.
    pub(super) fn held(&self) -> f64 {
        self.slices.values().map(|slice| slice.held).sum()
    }

    /// What the store said bounds what can be there. At most what it saw: whatever we counted, another program may have
    /// spent the rest. At least that, less all that others of us may have spent since and what was under way.
    fn believe(&mut self, seen: &Seen, last: Option<&Slice>) {
        (self.maximum, self.rate) = (seen.maximum, seen.rate);
        let certain = seen.available - seen.uncertain;
        if !self.known {
            self.known = true;
            self.level = certain - self.held();
            return;
        }
        if let Some(last) = last {
            let others = last.others_held + (self.granted - last.granted);
            self.level = self.level.max(certain - others);
        }
        self.level = self.level.min(if seen.refused { certain } else { seen.available });
    }

    /// The points for the call that is next, with some ahead; or none, and when to ask again.
    fn points(&self, wants: &Wants, next: &Next) -> (f64, Duration) {
        let reserve = match wants.lane {
            Lane::Urgent => 0.0,
            _ => self.reserve(wants.first),
        };
        let free = self.level - reserve - self.promised(next);
        let missing = wants.first - free;
        if missing > TRIFLE {
            return (0.0, self.time_for(missing).min(RENEW));
        }
        let ahead = (wants.all - wants.first).max(self.rate * AHEAD.as_secs_f64());
        let rest = free - wants.first;
        let rest = if self.slices.is_empty() { rest } else { rest / 2.0 };
        (wants.first + ahead.min(rest), RENEW)
    }

    /// The points that are left for what people wait for, by a call of `cost` that nobody does.
    pub(super) fn reserve(&self, cost: f64) -> f64 {
        (self.maximum * RESERVE).min((self.maximum - cost).max(0.0))
    }

    /// What calls of others wait for whose turn is earlier.
    fn promised(&self, next: &Next) -> f64 {
        let others = self.slices.values().filter_map(|slice| slice.next);
        let earlier = |other: &Next| (!other.urgent, other.due) < (!next.urgent, next.due);
        others.filter(earlier).map(|other| other.cost).sum()
    }

    /// How many calls the process may have under way: as many as wait, and where others wait too, its part.
    fn slots(&self, statement: &Statement, wants: Option<&Wants>) -> u32 {
        let Some(wants) = wants else { return statement.in_flight };
        let limit = match (self.known, wants.lane) {
            (false, _) => 1,
            (true, Lane::Urgent) => AT_ONCE,
            (true, _) => AT_ONCE_UNWATCHED,
        };
        let taken: u32 = self.slices.values().map(|slice| slice.slots).sum();
        let members = u32::try_from(self.slices.len() + 1).unwrap_or(u32::MAX);
        let is_contested = !wants.lane.is_urgent() && self.slices.values().any(|slice| slice.next.is_some());
        let part = if is_contested { (limit / members).max(1) } else { limit };
        let slots = (statement.in_flight + wants.calls).min(part).min(limit.saturating_sub(taken));
        // More processes than places: each has its turn rather than none.
        if members > limit && self.known { slots.max(1) } else { slots }
    }

    /// How long `points` take to run in, in whole milliseconds.
    pub(super) fn time_for(&self, points: f64) -> Duration {
        if self.rate > 0.0 {
            Duration::from_millis((points / self.rate * 1000.0 - TRIFLE).ceil() as u64)
        } else {
            NOT_RESTORING
        }
    }
}
