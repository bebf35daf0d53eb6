use std::time::Duration;

use chrono::{DateTime, Utc};
use database::{Db, Tx};
use runtime::{Clock, Random};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set};
use shopify::Ledger;
use shopify::budget::{Grant, Settled, Shared, Statement, Unavailable};

use super::entity::{ActiveModel, Column, Entity, Model};

/// Two statements each time: a process that waits for points asks four times a second, and far less often while there are
/// points.
const PACE: Duration = Duration::from_millis(250);

/// The ledger of one store's points, in the company's database.
#[derive(Clone, Debug)]
pub struct DatabaseLedger {
    db: Db,
    clock: Clock,
    random: Random,
    store: String,
}

impl DatabaseLedger {
    /// The ledger of the store with this domain.
    pub fn new(db: Db, clock: Clock, random: Random, store: &str) -> Self {
        Self { db, clock, random, store: store.to_owned() }
    }

    async fn settle_in(&self, tx: &Tx, statement: &Statement) -> database::Result<Grant> {
        let row = match self.locked(tx).await? {
            Some(row) => row,
            None => {
                let blank = self.blank().into_active_model();
                let there = OnConflict::column(Column::Store).do_nothing().to_owned();
                Entity::insert(blank).on_conflict(there).exec_without_returning(tx).await?;
                self.locked(tx).await?.unwrap_or_else(|| self.blank())
            }
        };
        // What can't be read is of another version of this program: the next answer of the store says all that counts.
        let mut shared: Shared = serde_json::from_str(&row.shared).unwrap_or_default();
        let now = self.clock.now();
        let grant = shared.settle(since_epoch(now), statement);
        let changed = ActiveModel {
            shared: Set(serde_json::to_string(&shared).unwrap_or_default()),
            updated_at: Set(now),
            ..Default::default()
        };
        Entity::update_many().set(changed).filter(Column::Store.eq(self.store.as_str())).exec(tx).await?;
        Ok(grant)
    }

    async fn locked(&self, tx: &Tx) -> database::Result<Option<Model>> {
        Ok(Entity::find_by_id(self.store.clone()).lock_exclusive().one(tx).await?)
    }

    fn blank(&self) -> Model {
        let now = self.clock.now();
        Model { store: self.store.clone(), id: self.random.id(now), shared: String::new(), updated_at: now }
    }
}

impl Ledger for DatabaseLedger {
    fn settle(&self, statement: Statement) -> Settled<'_> {
        Box::pin(async move {
            let statement = &statement;
            let settled = self.db.write(|tx| async move { self.settle_in(&tx, statement).await }).await;
            settled.map_err(|error: database::Error| Unavailable(error.to_string()))
        })
    }

    fn pace(&self) -> Duration {
        PACE
    }
}

/// The wall clock, which all machines share as well as their clocks agree: a second more or less moves as many points as
/// run in during it, and the store's next answer puts that right.
pub(super) fn since_epoch(now: DateTime<Utc>) -> Duration {
    Duration::from_micros(u64::try_from(now.timestamp_micros()).unwrap_or_default())
}
