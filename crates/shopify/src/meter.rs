use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use metrics::{counter, gauge};

use crate::bucket::ThrottleStatus;

/// The calls that were sent to a store, the refused among them, by task.
const CALLS: &str = "kobling_shopify_calls_total";
/// The points that they asked for, by task.
const POINTS: &str = "kobling_shopify_points_total";
/// The calls that a store has refused for want of points, by task.
const THROTTLED: &str = "kobling_shopify_throttled_total";
/// The points that a store has said are left.
const AVAILABLE: &str = "kobling_shopify_points_available";

/// What a run costs: the calls of its clients, and the points they asked for. Clones count together.
#[derive(Clone, Debug, Default)]
pub struct Meter(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    task: String,
    calls: AtomicU64,
    points: AtomicU64,
}

impl Meter {
    /// A meter of a task, as `30104`, by which operators see what it costs.
    pub fn of(task: impl ToString) -> Self {
        Self(Arc::new(Counts { task: task.to_string(), ..Counts::default() }))
    }

    /// How many requests were sent, the refused among them.
    pub fn calls(&self) -> u64 {
        self.0.calls.load(Ordering::Relaxed)
    }

    /// The sum of the requested costs of all requests that were executed.
    pub fn points(&self) -> u64 {
        self.0.points.load(Ordering::Relaxed)
    }

    /// A request was sent to a store: it cost so much, or was refused.
    pub(crate) fn count(&self, store: &str, points: Option<u64>, status: Option<ThrottleStatus>) {
        self.0.calls.fetch_add(1, Ordering::Relaxed);
        let labels = [("store", store.to_owned()), ("task", self.0.task.clone())];
        counter!(CALLS, &labels).increment(1);
        match points {
            Some(points) => {
                self.0.points.fetch_add(points, Ordering::Relaxed);
                counter!(POINTS, &labels).increment(points);
            }
            None => counter!(THROTTLED, &labels).increment(1),
        }
        if let Some(status) = status {
            gauge!(AVAILABLE, "store" => store.to_owned()).set(status.currently_available);
        }
    }
}
