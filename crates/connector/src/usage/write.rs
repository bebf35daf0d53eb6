use std::collections::BTreeMap;

use database::{Notice, Record, Tx};
use runtime::Random;
use sea_orm::sea_query::{Alias, CaseStatement, Expr, OnConflict};
use sea_orm::{EntityTrait, ExprTrait, IntoActiveModel};

use super::{ActiveModel, Column, Counts, Entity, Key, Model};
use crate::{Connector, Error};

/// As many rows go into one statement.
const CHUNK: usize = 500;
/// The row that could not be inserted, since one of its key is there.
const EXCLUDED: &str = "excluded";

impl Connector {
    /// Adds the calls that were counted in this process to what the database holds. What can't be written stays, for the
    /// next time.
    ///
    /// # Errors
    /// What the database says.
    pub async fn write_usage(&self) -> Result<(), Error> {
        let taken = self.usage().take();
        if taken.is_empty() {
            return Ok(());
        }
        let (counted, random) = (&taken, self.random());
        let written = self.db().write(|tx| async move { add(&tx, random, counted).await }).await;
        if written.is_err() {
            self.usage().put_back(taken);
        }
        written
    }
}

async fn add(tx: &Tx, random: &Random, counted: &BTreeMap<Key, Counts>) -> Result<(), Error> {
    let rows: Vec<ActiveModel> = counted.iter().map(|(key, counts)| row(random, key, *counts)).collect();
    for chunk in rows.chunks(CHUNK) {
        Entity::insert_many(chunk.to_vec()).on_conflict(together()).exec_without_returning(tx).await?;
    }
    tx.notify(Notice::new(Entity::NAME, "")).await?;
    Ok(())
}

fn row(random: &Random, key: &Key, counts: Counts) -> ActiveModel {
    let Key { store, shop_code, object_id, start } = key.clone();
    let Counts { calls, throttled, requested, charged, lowest } = counts;
    Model {
        id: random.id(start),
        store,
        shop_code,
        object_id,
        start_date_time: start,
        calls,
        throttled,
        requested_points: requested,
        charged_points: charged,
        lowest_available: lowest,
    }
    .into_active_model()
}

/// What another process, or an earlier moment of the minute, has counted stays and is added to.
fn together() -> OnConflict {
    let there = |column: Column| Expr::col((Entity, column));
    let new = |column: Column| Expr::col((Alias::new(EXCLUDED), column));
    let mut conflict = OnConflict::columns([Column::Store, Column::ShopCode, Column::ObjectId, Column::StartDateTime]);
    for column in [Column::Calls, Column::Throttled, Column::RequestedPoints, Column::ChargedPoints] {
        conflict.value(column, there(column).add(new(column)));
    }
    let lowest = Column::LowestAvailable;
    let is_lower = there(lowest).is_null().or(new(lowest).lt(there(lowest)));
    let lower = CaseStatement::new().case(is_lower, new(lowest)).finally(there(lowest));
    conflict.value(lowest, lower);
    conflict
}
