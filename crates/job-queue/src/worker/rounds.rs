use std::time::Duration;

use crate::housekeeping::{EVERY, keep_house};
use crate::{Queue, Result, WorkerOptions, presence};

/// How often a worker says that it is there.
const SAYS_SO: Duration = Duration::from_secs(10);

/// What a worker does now and then, besides running jobs. What fails is tried again the next time.
#[derive(Debug, Default)]
pub(super) struct Rounds {
    said_so: Option<Duration>,
    kept_house: Option<Duration>,
}

impl Rounds {
    /// Does what it is time for.
    pub(super) async fn make(&mut self, queue: &Queue, options: &WorkerOptions) {
        let now = queue.clock().monotonic();
        let is_time = |last: Option<Duration>, every| last.is_none_or(|last| now.saturating_sub(last) >= every);
        if is_time(self.said_so, SAYS_SO) {
            self.said_so = Some(now);
            noted(stay(queue, options).await, "the worker could not say that it is there");
        }
        if options.background && is_time(self.kept_house, EVERY) {
            self.kept_house = Some(now);
            noted(keep_house(queue, &options.name).await, "housekeeping failed");
        }
    }

    /// The worker ends.
    pub(super) async fn end(&self, queue: &Queue, options: &WorkerOptions) {
        let (now, name) = (queue.clock().now(), options.name.as_str());
        let left = queue.db().write(|tx| async move { presence::leave(&tx, name, now).await }).await;
        noted(left, "the worker could not say that it ends");
    }
}

async fn stay(queue: &Queue, options: &WorkerOptions) -> Result<()> {
    let (now, name) = (queue.clock().now(), options.name.as_str());
    queue.db().write(|tx| async move { presence::stay(&tx, name, now).await }).await
}

fn noted(result: Result<()>, what: &str) {
    if let Err(error) = result {
        tracing::warn!(%error, "{what}");
    }
}
