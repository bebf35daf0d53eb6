//! The run (a table of this program's own).

use database::Record;
use sea_orm::entity::prelude::*;

use super::StopReason;

/// A run that is under way, or whose worker was lost.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "job_queue_run")]
#[record(name = "jobQueueRuns", caption = "Job Queue Run")]
pub struct Model {
    /// Who may have effects: a worker that has lost the run no longer knows the one that is valid.
    #[sea_orm(primary_key, auto_increment = false)]
    #[record(skip)]
    pub token: Uuid,
    /// What must not run at the same time has the same key.
    #[sea_orm(unique)]
    #[record(skip)]
    pub exclusion_key: String,
    /// The entry that runs.
    #[sea_orm(unique)]
    #[record(caption = "Job Queue Entry ID")]
    pub job_queue_entry_id: Uuid,
    /// Its log entry.
    pub log_id: Uuid,
    /// Who runs it.
    pub worker: String,
    /// When it began.
    pub started_at: ChronoDateTimeUtc,
    /// Until when the worker may have effects, unless it asks for more time.
    #[sea_orm(indexed)]
    pub lease_until: ChronoDateTimeUtc,
    /// When it is told to stop because it takes too long.
    pub times_out_at: ChronoDateTimeUtc,
    /// Why it is to stop at its next step; blank while it may go on.
    pub stop_reason: StopReason,
    /// Who asked it to.
    pub stop_requested_by: String,
    /// When it is ended if it has not stopped by then.
    pub stop_by: Option<ChronoDateTimeUtc>,
    /// When it is to run again, as the job itself has said: for an entry with manual recurrence.
    #[record(skip)]
    pub next_run_at: Option<ChronoDateTimeUtc>,
    /// How many records are done.
    pub progress_done: i64,
    /// Of how many, as far as is known.
    pub progress_total: i64,
    /// What is being done, in words.
    pub progress_text: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
