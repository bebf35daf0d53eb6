use std::time::Duration;

use chrono::{DateTime, Utc};
use runtime::{Scope, Shutdown};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use tokio::sync::mpsc::UnboundedReceiver;

use super::execute::{execute, settle};
use crate::object::Stops;
use crate::run::{self, Claimed, Ending};
use crate::{Queue, Result, entry};

/// How a worker works.
#[derive(Clone, Debug)]
pub struct WorkerOptions {
    /// Its name in the log: unique among the workers of a database.
    pub name: String,
    /// How many jobs it runs at once.
    pub slots: usize,
    /// Whether it claims what waits; if not, it runs only what a person starts in the foreground.
    pub background: bool,
    /// It looks at least this often, if nobody wakes it.
    pub poll: Duration,
    /// How long it waits for its jobs when it is to stop, before it gives them back.
    pub grace: Duration,
}

impl Default for WorkerOptions {
    fn default() -> Self {
        Self {
            name: format!("worker-{}", std::process::id()),
            slots: 4,
            background: true,
            poll: Duration::from_secs(5),
            grace: Duration::from_secs(20),
        }
    }
}

/// A worker of this process.
#[derive(Debug)]
pub struct Worker {
    queue: Queue,
    options: WorkerOptions,
    foreground: UnboundedReceiver<Claimed>,
    jobs: Scope,
    running: Vec<(run::Model, Stops)>,
}

/// What happened while the worker waited.
enum Woken {
    Shutdown,
    Foreground(Box<Claimed>),
    Other,
}

impl Worker {
    /// A worker that runs entries of `queue`, and what is started in the foreground of this process.
    pub fn new(queue: Queue, options: WorkerOptions) -> Self {
        let foreground = queue.serve_foreground(&options.name);
        Self { queue, options, foreground, jobs: Scope::new(), running: Vec::new() }
    }

    /// Works until it is to stop. Then its jobs are asked to stop at their next step, and given back.
    ///
    /// # Errors
    /// None today: what fails is logged and tried again.
    pub async fn run(mut self, shutdown: Shutdown) -> Result<()> {
        let mut listener = self.queue.db().listen().await.ok();
        while !shutdown.is_requested() {
            if let Err(error) = self.take().await {
                tracing::warn!(%error, "no job could be claimed; it is tried again");
            }
            let clock = self.queue.clock().clone();
            let pause = self.pause().await.unwrap_or(self.options.poll);
            let woken = tokio::select! {
                biased;
                () = shutdown.requested() => Woken::Shutdown,
                Some(claimed) = self.foreground.recv() => Woken::Foreground(Box::new(claimed)),
                () = hear(&mut listener) => Woken::Other,
                () = self.jobs.any_ended() => Woken::Other,
                () = clock.sleep(pause) => Woken::Other,
            };
            match woken {
                Woken::Shutdown => break,
                Woken::Foreground(claimed) => self.start(*claimed),
                Woken::Other => {}
            }
        }
        self.stop().await;
        Ok(())
    }

    /// Works until nothing is due and nothing runs: for the command line, and for tests.
    ///
    /// # Errors
    /// When nothing can be claimed.
    pub async fn work_until_idle(&mut self) -> Result<()> {
        loop {
            while let Some(claimed) = self.started_in_foreground() {
                self.start(claimed);
            }
            self.take().await?;
            if self.jobs.running() == 0 {
                return Ok(());
            }
            self.jobs.any_ended().await;
        }
    }

    fn started_in_foreground(&mut self) -> Option<Claimed> {
        self.foreground.try_recv().ok()
    }

    /// Takes over what was lost, claims what is due, and starts it.
    async fn take(&mut self) -> Result<()> {
        let running = self.jobs.running();
        if running == 0 {
            self.running.clear();
        }
        if !self.options.background {
            return Ok(());
        }
        let queue = &self.queue;
        let lost = queue.db().write(|tx| async move { run::rescue(queue, &tx).await }).await?;
        if !lost.is_empty() {
            tracing::warn!(jobs = lost.len(), "jobs of a lost worker were taken over");
        }
        let free = u64::try_from(self.options.slots.saturating_sub(running)).unwrap_or_default();
        if free == 0 {
            return Ok(());
        }
        let name = self.options.name.as_str();
        let claimed = queue.db().write(|tx| async move { run::claim(queue, &tx, name, free).await }).await?;
        for claimed in claimed {
            self.start(claimed);
        }
        Ok(())
    }

    fn start(&mut self, claimed: Claimed) {
        let stops = Stops::new(self.queue.clock());
        self.running.push((claimed.run.clone(), stops.clone()));
        self.jobs.spawn(execute(self.queue.clone(), claimed, stops));
    }

    /// How long nothing will be due: until the next entry's time, but no longer than the poll interval, give or take a
    /// fifth, so that many workers do not look all at once.
    async fn pause(&self) -> Result<Duration> {
        let poll = self.options.poll.mul_f64(0.8 + 0.4 * self.queue.random().fraction());
        if !self.options.background || self.running.len() >= self.options.slots {
            return Ok(poll);
        }
        let now = self.queue.clock().now();
        let due = next_due(&self.queue, now).await?.map(|due| (due - now).to_std().unwrap_or_default());
        Ok(due.map_or(poll, |due| due.min(poll)).max(Duration::from_millis(1)))
    }

    async fn stop(&mut self) {
        for (_, stops) in &self.running {
            stops.stop.request();
        }
        let clock = self.queue.clock().clone();
        if self.jobs.close(&clock, self.options.grace).await == 0 {
            return;
        }
        for (run, _) in std::mem::take(&mut self.running) {
            let given_back = settle(&self.queue, &run, &Ending::GivenBack).await;
            if let Err(error) = given_back {
                tracing::debug!(%error, "a job had ended before it was given back");
            }
        }
    }
}

async fn hear(listener: &mut Option<database::Listener>) {
    match listener {
        Some(listener) => {
            if listener.next().await.is_none() {
                tracing::debug!("notices may have been missed");
            }
        }
        None => std::future::pending().await,
    }
}

/// When the next entry will be due that is not yet.
async fn next_due(queue: &Queue, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let next = entry::Entity::find()
        .filter(entry::Column::Runnable.eq(true))
        .filter(entry::Column::EarliestStartDateTime.gt(now))
        .order_by_asc(entry::Column::EarliestStartDateTime);
    let next = queue.db().read(|r| async move { Result::<_>::Ok(next.one(&r).await?) }).await?;
    Ok(next.and_then(|entry| entry.earliest_start_date_time))
}
