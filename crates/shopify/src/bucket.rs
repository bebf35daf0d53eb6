use std::time::Duration;

use serde::Deserialize;

/// What Shopify says about its bucket with each answer.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ThrottleStatus {
    pub(crate) maximum_available: f64,
    pub(crate) currently_available: f64,
    pub(crate) restore_rate: f64,
}

/// A mirror of the bucket: points that run in at a steady rate up to a maximum.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bucket {
    available: f64,
    pub(crate) maximum: f64,
    rate: f64,
    /// When `available` was right, by the monotonic clock.
    at: Option<Duration>,
}

impl Default for Bucket {
    /// That of the smallest plan, until the first answer says otherwise.
    fn default() -> Self {
        Self { available: 2000.0, maximum: 2000.0, rate: 100.0, at: None }
    }
}

impl Bucket {
    /// Lets run in what came since the last time.
    pub(crate) fn refill(&mut self, now: Duration) {
        if let Some(at) = self.at.replace(now) {
            let since = now.saturating_sub(at).as_secs_f64();
            self.available = (self.available + self.rate * since).min(self.maximum);
        }
    }

    /// Takes `cost` if `floor` is left then; else says how long that takes.
    pub(crate) fn take(&mut self, cost: f64, floor: f64) -> Result<(), Duration> {
        let missing = cost + floor - self.available;
        if missing <= 0.0 {
            self.available -= cost;
            return Ok(());
        }
        Err(self.time_for(missing))
    }

    pub(crate) fn give_back(&mut self, cost: f64) {
        self.available = (self.available + cost).min(self.maximum);
    }

    /// Believes what Shopify says, less what is under way and may not have reached it.
    pub(crate) fn believe(&mut self, status: ThrottleStatus, under_way: f64) {
        self.maximum = status.maximum_available;
        self.rate = status.restore_rate;
        self.available = status.currently_available - under_way;
    }

    /// How long `points` take to run in, in whole milliseconds.
    fn time_for(&self, points: f64) -> Duration {
        // A store that restores nothing at the moment is asked again now and then.
        let seconds = if self.rate > 0.0 { points / self.rate } else { 10.0 };
        Duration::from_millis((seconds * 1000.0).ceil() as u64)
    }
}
