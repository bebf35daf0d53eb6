use std::time::Duration;

use database::{Listener, Record};
use runtime::{Scope, Shutdown};
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::task::AbortHandle;

use super::WorkerOptions;
use super::execute::{execute, settle};
use super::look::{look, next_due};
use super::rounds::Rounds;
use crate::hear::hear;
use crate::object::Stops;
use crate::run::{self, Claimed, Ending};
use crate::{Queue, Result, entry};

/// A worker of this process.
#[derive(Debug)]
pub struct Worker {
    queue: Queue,
    options: WorkerOptions,
    foreground: UnboundedReceiver<Claimed>,
    jobs: Scope,
    running: Vec<Running>,
    rounds: Rounds,
}

/// A job that this worker has begun.
#[derive(Debug)]
struct Running {
    run: run::Model,
    stops: Stops,
    job: AbortHandle,
}

/// What happened while the worker waited.
enum Woken {
    Shutdown,
    Foreground(Box<Claimed>),
    LineBroken,
    Other,
}

impl Worker {
    /// A worker that runs entries of `queue`, and what is started in the foreground of this process.
    pub fn new(queue: Queue, options: WorkerOptions) -> Self {
        let foreground = queue.serve_foreground(&options.name);
        Self { queue, options, foreground, jobs: Scope::new(), running: Vec::new(), rounds: Rounds::default() }
    }

    /// Works until it is to stop. Then its jobs are asked to stop at their next step, and given back.
    ///
    /// # Errors
    /// None today: what fails is logged and tried again.
    pub async fn run(mut self, shutdown: Shutdown) -> Result<()> {
        let mut listener: Option<Listener> = None;
        // Who runs only what people wait for leaves what is due to others, and is no worker to them.
        if self.options.background {
            self.rounds.begin(&self.queue, &self.options).await;
        }
        while !shutdown.is_requested() {
            // Before it looks, so that nothing happens unheard between looking and listening.
            if listener.is_none() {
                listener = self.queue.db().listen().await.ok();
            }
            if self.options.background {
                self.rounds.make(&self.queue, &self.options).await;
            }
            let pause = match self.take().await {
                Ok(_) => self.pause().await.unwrap_or(self.options.poll),
                Err(error) => {
                    tracing::warn!(%error, "no job could be claimed; it is tried again");
                    self.options.poll
                }
            };
            match self.wait(&shutdown, &mut listener, pause).await {
                Woken::Shutdown => break,
                Woken::Foreground(claimed) => self.start(*claimed),
                Woken::LineBroken => {
                    tracing::debug!("notices may have been missed");
                    listener = None;
                }
                Woken::Other => {}
            }
        }
        self.stop().await;
        if self.options.background {
            self.rounds.end(&self.queue, &self.options).await;
        }
        Ok(())
    }

    async fn wait(&mut self, shutdown: &Shutdown, listener: &mut Option<Listener>, pause: Duration) -> Woken {
        let clock = self.queue.clock().clone();
        tokio::select! {
            biased;
            () = shutdown.requested() => Woken::Shutdown,
            Some(claimed) = self.foreground.recv() => Woken::Foreground(Box::new(claimed)),
            () = self.jobs.any_ended() => Woken::Other,
            heard = hear(listener, entry::Entity::NAME) => if heard { Woken::Other } else { Woken::LineBroken },
            () = clock.sleep(pause) => Woken::Other,
        }
    }

    /// Works until nothing is due and nothing runs: for the command line, and for tests.
    ///
    /// # Errors
    /// When nothing can be claimed.
    pub async fn work_until_idle(&mut self) -> Result<()> {
        loop {
            while let Ok(claimed) = self.foreground.try_recv() {
                self.start(claimed);
            }
            // What ends while it is looked may have made room for what waited: that is seen only by looking again.
            let nothing_ran = self.jobs.running() == 0;
            let began = self.take().await?;
            if nothing_ran && !began {
                return Ok(());
            }
            if self.jobs.running() > 0 {
                self.jobs.any_ended().await;
            }
        }
    }

    /// Takes over what was lost, claims what is due, and starts it. Says whether it has started anything.
    async fn take(&mut self) -> Result<bool> {
        let free = self.free_slots();
        if !self.options.background {
            return Ok(false);
        }
        let outlook = look(&self.queue).await?;
        let queue = &self.queue;
        if outlook.lost {
            let lost = queue.db().write(|tx| async move { run::rescue(queue, &tx).await }).await?;
            tracing::warn!(jobs = lost.len(), "jobs of a lost worker were taken over");
        }
        let is_due = outlook.lost || outlook.due.is_some_and(|due| due <= queue.clock().now());
        if free == 0 || !is_due {
            return Ok(false);
        }
        let name = self.options.name.as_str();
        let claimed = queue.db().write(|tx| async move { run::claim(queue, &tx, name, free).await }).await?;
        let began = !claimed.is_empty();
        for claimed in claimed {
            self.start(claimed);
        }
        if !began {
            self.say_who_waits().await?;
        }
        Ok(began)
    }

    /// Of what is due nothing can be claimed: people are to see that it waits.
    async fn say_who_waits(&self) -> Result<()> {
        let queue = &self.queue;
        let now = queue.clock().now();
        if queue.db().read(|read| async move { run::is_blocked(&read, now).await }).await? {
            queue.db().write(|tx| async move { run::block(queue, &tx).await }).await?;
        }
        Ok(())
    }

    /// How many more jobs it may begin. Forgets those that have ended.
    fn free_slots(&mut self) -> u64 {
        self.running.retain(|running| !running.job.is_finished());
        u64::try_from(self.options.slots.saturating_sub(self.jobs.running())).unwrap_or_default()
    }

    fn start(&mut self, claimed: Claimed) {
        let clock = self.queue.clock();
        let stops = Stops::new(clock.monotonic(), claimed.run.lease_until);
        let run = claimed.run.clone();
        let job = self.jobs.spawn(execute(self.queue.clone(), claimed, stops.clone()));
        self.running.push(Running { run, stops, job });
    }

    /// How long nothing will be due: until the next entry's time, but no longer than the poll interval, give or take a
    /// fifth, so that many workers do not look all at once.
    async fn pause(&mut self) -> Result<Duration> {
        let poll = self.options.poll.mul_f64(0.8 + 0.4 * self.queue.random().fraction());
        if !self.options.background || self.free_slots() == 0 {
            return Ok(poll);
        }
        let now = self.queue.clock().now();
        let due = next_due(&self.queue).await?.map(|due| (due - now).to_std().unwrap_or_default());
        Ok(due.map_or(poll, |due| due.min(poll)).max(Duration::from_millis(1)))
    }

    async fn stop(&mut self) {
        self.foreground.close();
        while let Ok(claimed) = self.foreground.try_recv() {
            self.start(claimed);
        }
        for running in &self.running {
            running.stops.give_back();
        }
        let clock = self.queue.clock().clone();
        if self.jobs.close(&clock, self.options.grace).await == 0 {
            return;
        }
        for running in std::mem::take(&mut self.running) {
            let given_back = settle(&self.queue, &running.run, &Ending::GivenBack).await;
            if let Err(error) = given_back {
                tracing::debug!(%error, "a job had ended before it was given back");
            }
        }
    }
}
