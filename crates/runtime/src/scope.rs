use std::future::Future;
use std::time::Duration;

use tokio::task::{AbortHandle, JoinSet};

use crate::Clock;

/// Background tasks with an owner: when the scope goes, they go.
#[derive(Debug, Default)]
pub struct Scope(JoinSet<()>);

impl Scope {
    /// A scope without tasks.
    pub fn new() -> Self {
        Self::default()
    }

    /// Starts `task`; it is aborted when the scope is dropped.
    pub fn spawn(&mut self, task: impl Future<Output = ()> + Send + 'static) -> AbortHandle {
        self.0.spawn(task)
    }

    /// Forgets the tasks that have ended. Call it now and then in a scope that lives long.
    pub fn reap(&mut self) {
        while self.0.try_join_next().is_some() {}
    }

    /// How many tasks still run.
    pub fn running(&mut self) -> usize {
        self.reap();
        self.0.len()
    }

    /// Waits until one more task has ended; for ever, when none runs.
    pub async fn any_ended(&mut self) {
        if self.0.join_next().await.is_none() {
            std::future::pending::<()>().await;
        }
    }

    /// Waits until every task has ended by itself.
    pub async fn join(&mut self) {
        while self.0.join_next().await.is_some() {}
    }

    /// Waits at most `grace` for the tasks to end by themselves, then aborts the rest. Says how many were aborted.
    pub async fn close(&mut self, clock: &Clock, grace: Duration) -> usize {
        if clock.timeout(grace, self.join()).await.is_ok() {
            return 0;
        }
        let left = self.0.len();
        self.0.shutdown().await;
        left
    }
}
