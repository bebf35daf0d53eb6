//! The world of these tests: a database, a clock that stands still, and objects that do as they are told.

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use database::testing::{TestDb, start};
use database::{Engine, Result as DbResult, Tx};
use futures::future::{BoxFuture, ready};
use job_queue::{
    Context, Error, Failed, Filters, JobError, Listener, NewEntry, Object, Progress, Queue, Registry, Request, Summary,
    Worker, WorkerOptions, entry, log,
};
use runtime::{Clock, ManualClock, Random, Shutdown};
use schemars::JsonSchema;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;
use uuid::Uuid;

/// What the test object is to do.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct Page {
    /// How it ends: success, partial, retry, fail, hold, panic, wait; or deaf, and then it reads no filter.
    pub ending: String,
    /// By which the test knows the run.
    pub name: String,
    /// At most 100.
    pub number_of_records: u32,
}

/// Does what its options say, and notes what it did.
#[derive(Clone, Default)]
pub struct Puppet(Arc<Stage>);

#[derive(Default)]
pub struct Stage {
    pub began: Mutex<Vec<String>>,
    pub gates: Mutex<HashMap<String, Arc<Notify>>>,
    pub contexts: Mutex<Vec<Context>>,
    pub woken: Notify,
    /// A run says that it is at the record at which it hangs.
    pub stuck: Notify,
    pub released: Mutex<bool>,
    pub release: Condvar,
    pub told: Mutex<Vec<String>>,
}

impl Object for Puppet {
    type Page = Page;
    const ID: i32 = 50_000;
    const CAPTION: &'static str = "Puppet";
    const CATEGORY: &'static str = "PUPPET";

    fn tables(&self) -> Vec<job_queue::FilterTable> {
        vec![job_queue::FilterTable::of::<log::Entity>("Log", &["startDateTime"])]
    }

    fn validate(&self, page: &Page) -> Result<(), String> {
        if page.number_of_records > 100 {
            return Err("numberOfRecords must be at most 100".into());
        }
        Ok(())
    }

    async fn run(&self, cx: &Context, request: &Request<Page>) -> Result<Summary, JobError> {
        let name = request.options.name.clone();
        self.0.began.lock().unwrap().push(name.clone());
        self.0.contexts.lock().unwrap().push(cx.clone());
        self.0.woken.notify_waiters();
        if request.options.ending != "deaf" {
            request.filters.resolve(&self.tables()[0], &cx.words())?;
        }
        match request.options.ending.as_str() {
            "partial" => Ok(Summary { skipped: 1, ..Summary::default() }),
            "remark" => {
                cx.remark("2 of 3 were left out: A, B", &["A: no item".into(), "B: no customer".into()]).await?;
                Ok(Summary { skipped: 2, ..Summary::default() })
            }
            "remark and fail" => {
                cx.remark("1 of 3 was left out: A", &["A: no item".into()]).await?;
                Err(JobError::fail("the token is wrong"))
            }
            "retry" => Err(JobError::retry("the store does not answer")),
            "fail" => Err(JobError::fail("the token is wrong")),
            "hold" => Err(JobError::hold("a person must look")),
            "panic" => panic!("out of paint"),
            "wait" => {
                let gate = self.gate(&name);
                tokio::select! {
                    () = gate.notified() => Ok(Summary::default()),
                    () = cx.stopped() => Err(Error::StopRequested.into()),
                }
            }
            "hang" => std::future::pending().await,
            "hang at the third record" => {
                cx.progress(Progress { done: 3, total: 10, text: String::new() }).await?;
                self.0.stuck.notify_one();
                std::future::pending().await
            }
            "compute" => {
                let released = self.0.released.lock().unwrap();
                drop(self.0.release.wait_while(released, |released| !*released).unwrap());
                Ok(Summary::default())
            }
            "idle" => {
                cx.nothing_to_do();
                Ok(Summary::default())
            }
            "a part is idle" => {
                let part = serde_json::json!({ "name": "part", "ending": "idle" });
                cx.run_part(Self::ID, part, Filters::new()).await
            }
            "again in an hour" => {
                cx.run_again_at(cx.clock().now() + chrono::Duration::hours(1)).await?;
                Ok(Summary::default())
            }
            _ => Ok(Summary { created: 1, ..Summary::default() }),
        }
    }
}

/// Notes why jobs have failed, as far as it is told.
impl Listener for Puppet {
    fn failed<'a>(&'a self, _: &'a Tx, failed: Failed<'a>) -> BoxFuture<'a, job_queue::Result<()>> {
        self.0.told.lock().unwrap().push(failed.message.to_owned());
        Box::pin(ready(Ok(())))
    }
}

impl Puppet {
    /// Why jobs have failed, as it was told.
    pub fn told(&self) -> Vec<String> {
        self.0.told.lock().unwrap().clone()
    }

    pub fn began(&self) -> Vec<String> {
        self.0.began.lock().unwrap().clone()
    }

    pub fn context(&self, at: usize) -> Context {
        self.0.contexts.lock().unwrap()[at].clone()
    }

    /// Waits until a run is at the record at which it hangs.
    pub async fn stuck(&self) {
        self.0.stuck.notified().await;
    }

    /// Lets a run that computes come to its end.
    pub fn release(&self) {
        *self.0.released.lock().unwrap() = true;
        self.0.release.notify_all();
    }

    pub fn gate(&self, name: &str) -> Arc<Notify> {
        self.0.gates.lock().unwrap().entry(name.into()).or_default().clone()
    }

    /// Waits until so many runs have begun.
    pub async fn wait_for(&self, runs: usize) {
        loop {
            let woken = self.0.woken.notified();
            if self.began().len() >= runs {
                return;
            }
            woken.await;
        }
    }
}

pub struct World {
    pub test: TestDb,
    pub queue: Queue,
    pub clock: ManualClock,
    pub puppet: Puppet,
}

impl World {
    pub async fn new(engine: Engine) -> Self {
        let (clock, manual) = Clock::manual(start());
        let test = TestDb::new(engine, clock.clone(), job_queue::migrations).await;
        let puppet = Puppet::default();
        let registry = Arc::new(Registry::new().with(puppet.clone()).telling(puppet.clone()));
        let queue = Queue::new(test.db.clone(), registry, clock, Random::seeded(7));
        Self { test, queue, clock: manual, puppet }
    }

    /// A second process on the same database, with a registry and a foreground of its own.
    pub fn other_process(&self) -> Queue {
        let registry = Arc::new(Registry::new().with(self.puppet.clone()));
        Queue::new(self.test.db.clone(), registry, self.queue.clock().clone(), Random::seeded(8))
    }

    pub fn worker(&self, name: &str) -> Worker {
        worker(self.queue.clone(), name)
    }

    pub fn entry(&self, name: &str, ending: &str) -> NewEntry {
        let options = serde_json::json!({ "name": name, "ending": ending });
        NewEntry { options, user: "KARI".into(), ..NewEntry::now(Puppet::ID) }
    }

    pub async fn enqueue(&self, new: &NewEntry) -> Uuid {
        let queue = &self.queue;
        queue.db().write(|tx| async move { queue.enqueue(&tx, new).await }).await.unwrap().id()
    }

    pub async fn category(&self, code: &str) -> Uuid {
        let (queue, code) = (&self.queue, values::Code::cut(code));
        let make = |tx| {
            let code = code.clone();
            async move { queue.create_category(&tx, code, "", true).await }
        };
        queue.db().write(make).await.unwrap()
    }

    pub async fn work(&self) {
        self.worker("w").work_until_idle().await.unwrap();
    }

    pub async fn entries(&self) -> Vec<entry::Model> {
        let all = entry::Entity::find().order_by_asc(entry::Column::EntryNumber);
        self.test.db.read(|r| async move { DbResult::<_>::Ok(all.all(&r).await?) }).await.unwrap()
    }

    pub async fn only_entry(&self) -> entry::Model {
        let mut entries = self.entries().await;
        assert_eq!(entries.len(), 1);
        entries.remove(0)
    }

    pub async fn logs(&self) -> Vec<log::Model> {
        let all = log::Entity::find().order_by_asc(log::Column::EntryNumber);
        self.test.db.read(|r| async move { DbResult::<_>::Ok(all.all(&r).await?) }).await.unwrap()
    }

    pub async fn runs(&self) -> usize {
        let all = job_queue::run::Entity::find();
        self.test.db.read(|r| async move { DbResult::<_>::Ok(all.all(&r).await?) }).await.unwrap().len()
    }

    /// Moves the clock on by the time from one heartbeat to the next, and waits until the run has got its time or has
    /// ended. Its heart is asleep before, so that it hears the clock. A little more than that time, so that who watches
    /// the lease never waits for the same instant as the heart.
    pub async fn beat(&self) {
        let next_beat = self.clock.now() + chrono::Duration::seconds(2);
        while self.runs().await > 0 && !self.clock.is_awaited(next_beat) {
            tokio::task::yield_now().await;
        }
        self.clock.advance(Duration::from_millis(2_100));
        let until = self.clock.now() + chrono::Duration::seconds(6);
        let behind = job_queue::run::Entity::find().filter(job_queue::run::Column::LeaseUntil.lt(until));
        let is_behind = || async {
            let behind = behind.clone();
            self.test.db.read(|r| async move { DbResult::<_>::Ok(behind.one(&r).await?) }).await.unwrap().is_some()
        };
        while is_behind().await {
            tokio::task::yield_now().await;
        }
    }

    pub fn advance(&self, seconds: u64) {
        self.clock.advance(Duration::from_secs(seconds));
    }
}

pub fn worker(queue: Queue, name: &str) -> Worker {
    Worker::new(queue, WorkerOptions { name: name.into(), ..WorkerOptions::default() })
}

/// Runs a worker in the background of a test until the shutdown that it gives is requested.
pub fn spawn(scope: &mut runtime::Scope, worker: Worker) -> Shutdown {
    let shutdown = Shutdown::new();
    let until = shutdown.clone();
    scope.spawn(async move { worker.run(until).await.unwrap() });
    shutdown
}
