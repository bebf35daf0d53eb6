use std::time::Duration;

use runtime::Scope;

use crate::housekeeping::{EVERY, keep_house};
use crate::{Queue, Result, WorkerOptions, presence};

/// How often a worker says that it is there.
const SAYS_SO: Duration = Duration::from_secs(10);

/// What a worker does now and then, besides running jobs. What fails is tried again the next time.
#[derive(Debug, Default)]
pub(super) struct Rounds {
    said_so: Option<Duration>,
    kept_house: Option<Duration>,
    /// Housekeeping may take its time, and no job is to wait for it.
    house: Scope,
}

impl Rounds {
    /// The worker begins.
    pub(super) async fn begin(&mut self, queue: &Queue, options: &WorkerOptions) {
        self.said_so = Some(queue.clock().monotonic());
        let registered = queue.db().write(|tx| async move { presence::register(queue, &tx, options).await }).await;
        noted(registered, "the worker could not be entered into the registry");
    }

    /// Does what it is time for.
    pub(super) async fn make(&mut self, queue: &Queue, options: &WorkerOptions) {
        let now = queue.clock().monotonic();
        let is_time = |last: Option<Duration>, every| last.is_none_or(|last| now.saturating_sub(last) >= every);
        if is_time(self.said_so, SAYS_SO) {
            self.said_so = Some(now);
            let (now, name) = (queue.clock().now(), options.name.as_str());
            let said = queue.db().write(|tx| async move { presence::stay(&tx, name, now).await }).await;
            noted(said, "the worker could not say that it is there");
        }
        if is_time(self.kept_house, EVERY) && self.house.running() == 0 {
            self.kept_house = Some(now);
            let (queue, name) = (queue.clone(), options.name.clone());
            self.house.spawn(async move { noted(keep_house(&queue, &name).await, "housekeeping failed") });
        }
    }

    /// The worker ends.
    pub(super) async fn end(self, queue: &Queue, options: &WorkerOptions) {
        drop(self.house);
        let (now, name) = (queue.clock().now(), options.name.as_str());
        let left = queue.db().write(|tx| async move { presence::leave(&tx, name, now).await }).await;
        noted(left, "the worker could not say that it ends");
    }
}

fn noted(result: Result<()>, what: &str) {
    if let Err(error) = result {
        tracing::warn!(%error, "{what}");
    }
}
