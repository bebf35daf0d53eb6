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

/// A mirror of the store's bucket: points that run in at a steady rate up to a maximum, less what this process has sent
/// since the store last spoke.
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
    pub(crate) const fn available(&self) -> f64 {
        self.available
    }

    pub(crate) const fn rate(&self) -> f64 {
        self.rate
    }

    /// Lets run in what came since the last time.
    pub(crate) fn refill(&mut self, now: Duration) {
        if let Some(at) = self.at.replace(now) {
            let since = now.saturating_sub(at).as_secs_f64();
            self.available = (self.available + self.rate * since).min(self.maximum);
        }
    }

    /// Spends points; what was charged less than thought comes back as a negative cost.
    pub(crate) fn spend(&mut self, cost: f64) {
        self.available = (self.available - cost).min(self.maximum);
    }

    /// Believes what Shopify says.
    pub(crate) fn believe(&mut self, status: ThrottleStatus) {
        self.maximum = status.maximum_available;
        self.rate = status.restore_rate;
        self.available = status.currently_available;
    }

    /// Takes over what another process has heard of the bucket's size.
    pub(crate) fn resize(&mut self, maximum: f64, rate: f64) {
        (self.maximum, self.rate) = (maximum, rate);
    }
}
