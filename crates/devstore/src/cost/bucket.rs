use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::limits::Limits;

/// The leaky bucket of one app in one store.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bucket {
    missing: f64,
    at: DateTime<Utc>,
}

/// How much of the bucket is left, as every answer tells.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ThrottleStatus {
    maximum_available: f64,
    currently_available: u64,
    restore_rate: f64,
}

impl Bucket {
    /// A full one.
    pub(crate) const fn full(now: DateTime<Utc>) -> Self {
        Self { missing: 0.0, at: now }
    }

    /// Takes `points` out, if there are as many.
    pub(crate) fn take(&mut self, points: u64, limits: &Limits, now: DateTime<Utc>) -> bool {
        self.refill(limits, now);
        let points = to_float(points);
        // A request that is larger than the whole bucket is let through when the bucket is full: it could never run else.
        let enough = self.missing + points <= limits.bucket || (self.missing <= 0.0 && points > limits.bucket);
        if enough {
            self.missing += points;
        }
        enough
    }

    /// Gives back what a request did not need.
    pub(crate) fn give_back(&mut self, points: u64) {
        self.missing = (self.missing - to_float(points)).max(0.0);
    }

    pub(crate) fn status(&mut self, limits: &Limits, now: DateTime<Utc>) -> ThrottleStatus {
        self.refill(limits, now);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never negative, and small")]
        let available = (limits.bucket - self.missing).max(0.0).floor() as u64;
        ThrottleStatus {
            maximum_available: limits.bucket,
            currently_available: available,
            restore_rate: limits.restore_rate,
        }
    }

    fn refill(&mut self, limits: &Limits, now: DateTime<Utc>) {
        if let Ok(passed) = (now - self.at).to_std() {
            self.missing = (self.missing - passed.as_secs_f64() * limits.restore_rate).max(0.0);
        }
        self.at = now;
    }
}

#[expect(clippy::cast_precision_loss, reason = "costs are far below the limit of exact numbers")]
const fn to_float(points: u64) -> f64 {
    points as f64
}
