use runtime::Clock;

use super::Budget;
use crate::bucket::ThrottleStatus;

/// What the store has done with a call.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Charged {
    /// What it has said of its bucket.
    pub(crate) status: Option<ThrottleStatus>,
    /// The points that it has charged, if it has said so.
    pub(crate) points: Option<f64>,
    /// Whether it has refused the call for want of points.
    pub(crate) refused: bool,
}

/// Points that are taken, for a request under way.
#[derive(Debug)]
pub(crate) struct Permit<'a> {
    pub(super) budget: &'a Budget,
    pub(super) cost: f64,
}

impl Permit<'_> {
    /// The store has answered, or the answer is lost: then all points count as spent.
    pub(crate) fn settle(self, charged: Charged, clock: &Clock) {
        let points = if charged.refused { 0.0 } else { charged.points.unwrap_or(self.cost) };
        let mut line = self.budget.line();
        line.settle(self.cost, points, charged.refused, charged.status, clock.monotonic());
    }

    /// Nothing was sent.
    pub(crate) fn give_back(self, clock: &Clock) {
        self.budget.line().settle(self.cost, 0.0, false, None, clock.monotonic());
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.budget.line().done(self.cost);
        self.budget.wake();
    }
}
