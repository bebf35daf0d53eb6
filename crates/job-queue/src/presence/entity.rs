//! The worker (a table of this program's own).

use chrono::{DateTime, Utc};
use database::Record;
use sea_orm::entity::prelude::*;

use super::LOST_AFTER;

/// A worker: a process that runs entries.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "job_queue_worker")]
#[record(name = "jobQueueWorkers", caption = "Job Queue Worker")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its name, as runs and log entries give it.
    #[sea_orm(unique)]
    #[record(sort)]
    pub name: String,
    /// The version of its program.
    pub version: String,
    /// How many entries it runs at once.
    pub slots: i32,
    /// When it began.
    #[record(caption = "Started Date/Time", sort)]
    pub started_at: ChronoDateTimeUtc,
    /// When it last said that it is there.
    #[record(caption = "Last Seen Date/Time", sort)]
    pub seen_at: ChronoDateTimeUtc,
    /// Whether it has ended in good order.
    pub ended: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Whether it is there at `now`, as far as is known.
    pub fn is_live(&self, now: DateTime<Utc>) -> bool {
        !self.ended && self.seen_at >= now - LOST_AFTER
    }
}
