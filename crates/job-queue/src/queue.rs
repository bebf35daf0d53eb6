use std::fmt;
use std::sync::Arc;

use database::{Db, Notice, Record, Tx};
use runtime::{Clock, Random};
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::entry::{self, Enqueued, Mode, NewEntry};
use crate::object::Registry;
use crate::run::{self, Claimed};
use crate::{Error, Result};

/// The job queue: makes entries and changes them. Cheap to clone.
#[derive(Clone)]
pub struct Queue(Arc<Inner>);

struct Inner {
    db: Db,
    registry: Arc<Registry>,
    clock: Clock,
    random: Random,
    foreground: std::sync::Mutex<Option<(String, mpsc::UnboundedSender<Claimed>)>>,
}

impl Queue {
    /// The job queue in `db`, which runs the objects of `registry`.
    pub fn new(db: Db, registry: Arc<Registry>, clock: Clock, random: Random) -> Self {
        Self(Arc::new(Inner { db, registry, clock, random, foreground: std::sync::Mutex::default() }))
    }

    /// Its database.
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// What it can run.
    pub fn registry(&self) -> &Registry {
        &self.0.registry
    }

    /// Its clock.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Its source of randomness.
    pub fn random(&self) -> &Random {
        &self.0.random
    }

    /// Makes an entry in the caller's transaction: it is there if, and only if, that is committed.
    ///
    /// # Errors
    /// [`Error::UnknownObject`], [`Error::Options`], [`Error::UnknownFilter`], [`Error::Filter`], [`Error::Schedule`]:
    /// nothing is made.
    pub async fn enqueue(&self, tx: &Tx, new: &NewEntry) -> Result<Enqueued> {
        entry::enqueue(self, tx, new, Mode::Background).await
    }

    /// Starts an object at once in this process, for a person who waits. Gives its entry; the run goes on meanwhile.
    ///
    /// # Errors
    /// [`Error::Busy`] when something of the same category and scope runs; [`Error::NoWorker`] when this process runs
    /// nothing; and those of [`Queue::enqueue`].
    pub async fn start_foreground(&self, new: &NewEntry) -> Result<Uuid> {
        let (worker, sender) = self.foreground().ok_or(Error::NoWorker)?;
        let worker = worker.as_str();
        let claimed = self
            .db()
            .write(|tx| async move {
                let once = NewEntry { max_attempts: 0, dedupe_key: None, ready: true, ..new.clone() };
                let id = entry::enqueue(self, &tx, &once, Mode::Foreground).await?.id();
                let entry = entry::find(&tx, id).await?;
                if let Some((holder, entry)) = run::holder(&tx, &entry.exclusion_key).await? {
                    return Err(Error::Busy { holder, entry });
                }
                match run::begin(self, &tx, &entry, worker).await? {
                    Some(run) => Ok(Claimed { entry, run }),
                    None => Err(Error::Busy { holder: entry.description, entry: id }),
                }
            })
            .await?;
        let id = claimed.entry.id;
        sender.send(claimed).map_err(|_| Error::NoWorker)?;
        Ok(id)
    }

    fn foreground(&self) -> Option<(String, mpsc::UnboundedSender<Claimed>)> {
        self.0.foreground.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    /// From now on `worker` of this process runs what is started in the foreground.
    pub(crate) fn serve_foreground(&self, worker: &str) -> mpsc::UnboundedReceiver<Claimed> {
        let (sender, receiver) = mpsc::unbounded_channel();
        let mut foreground = self.0.foreground.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *foreground = Some((worker.to_owned(), sender));
        receiver
    }

    /// Tells everyone that an entry has changed, once that is committed.
    pub(crate) async fn changed(&self, tx: &Tx, entry: Uuid) -> Result<()> {
        Ok(tx.notify(Notice::new(entry::Entity::NAME, entry.to_string())).await?)
    }
}

impl fmt::Debug for Queue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Queue").field("db", &self.0.db).field("registry", &self.0.registry).finish_non_exhaustive()
    }
}
