use std::sync::Arc;

use chrono::{DateTime, Utc};
use database::Engine;
use database::testing::{TestDb, start};
use runtime::{Clock, ManualClock, Random};
use schemars::JsonSchema;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::real::{MAX_ATTEMPTS, MINUTES, RERUN_DELAY, RESCUED_BEFORE, SLEEPS, TIMEOUT};
use super::rules::QueueModel;
use crate::schedule::{Schedule, Weekdays};
use crate::{Context, JobError, NewEntry, Object, Queue, Registry, Request, Result, Summary, entry, log, run};

/// What the entries run; the model says what its runs do.
struct Nothing;

#[derive(Clone, Default, Serialize, Deserialize, JsonSchema)]
struct Page {}

impl Object for Nothing {
    type Page = Page;
    const ID: i32 = 50_000;
    const CAPTION: &'static str = "Nothing";
    const CATEGORY: &'static str = "MODEL";

    async fn run(&self, _: &Context, _: &Request<Page>) -> Result<Summary, JobError> {
        Ok(Summary::default())
    }
}

/// A real queue on a real database, whose clock stands still.
pub(super) struct Stage {
    pub(super) queue: Queue,
    pub(super) clock: ManualClock,
    _database: TestDb,
}

impl Stage {
    pub(super) async fn new(engine: Engine) -> Self {
        let (clock, manual) = Clock::manual(start());
        let database = TestDb::new(engine, clock.clone(), crate::migrations).await;
        let registry = Arc::new(Registry::new().with(Nothing));
        let queue = Queue::new(database.db.clone(), registry, clock, Random::seeded(7));
        Self { queue, clock: manual, _database: database }
    }

    /// The entries with which the model begins.
    pub(super) async fn set(&self, model: &QueueModel) -> [Uuid; 2] {
        let (queue, [first, second]) = (&self.queue, model.recurring.map(new));
        let (first, second) = (&first, &second);
        let enqueue = |tx| async move {
            let ids = [queue.enqueue(&tx, first).await?.id(), queue.enqueue(&tx, second).await?.id()];
            entry::Entity::update_many()
                .col_expr(entry::Column::Rescues, Expr::value(RESCUED_BEFORE))
                .filter(entry::Column::Id.eq(ids[1]))
                .exec(&tx)
                .await?;
            Result::<_>::Ok(ids)
        };
        queue.db().write(enqueue).await.unwrap()
    }

    /// What is stored: entries, runs, and how many log entries say that a run goes on.
    pub(super) async fn stored(&self) -> (Vec<entry::Model>, Vec<run::Model>, usize) {
        let read = |read| async move {
            let open = log::Entity::find().filter(log::Column::EndDateTime.is_null()).all(&read).await?.len();
            Result::<_>::Ok((entry::Entity::find().all(&read).await?, run::Entity::find().all(&read).await?, open))
        };
        self.queue.db().read(read).await.unwrap()
    }

    /// Takes everything away, for the next way.
    pub(super) async fn clear(&self) {
        let clear = |tx| async move {
            run::Entity::delete_many().exec(&tx).await?;
            entry::Entity::delete_many().exec(&tx).await?;
            log::Entity::delete_many().exec(&tx).await?;
            Result::<_>::Ok(())
        };
        self.queue.db().write(clear).await.unwrap();
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }
}

fn new(recurring: bool) -> NewEntry {
    let zone = chrono_tz::UTC;
    NewEntry {
        scope: "one".into(),
        schedule: if recurring { Schedule::every(MINUTES, Weekdays::ALL, zone) } else { Schedule::once(zone) },
        max_attempts: MAX_ATTEMPTS,
        rerun_delay: RERUN_DELAY,
        job_timeout: TIMEOUT,
        inactivity_timeout: SLEEPS,
        ..NewEntry::now(Nothing::ID)
    }
}
