//! The job queue log entry (table 474).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::object::Outcome;

/// A job queue log entry.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "job_queue_log_entry")]
#[record(name = "jobQueueLogEntries", caption = "Job Queue Log Entry")]
pub struct Model {
    /// Order of making.
    #[sea_orm(primary_key)]
    #[record(skip)]
    pub entry_number: i64,
    /// The public id.
    #[sea_orm(unique)]
    pub id: Uuid,
    /// The entry that ran.
    #[sea_orm(indexed)]
    #[record(caption = "Job Queue Entry ID")]
    pub job_queue_entry_id: Uuid,
    /// What it did, in words.
    pub description: String,
    /// The object that ran.
    #[record(caption = "Object ID to Run")]
    pub object_id_to_run: i32,
    /// That object's caption.
    pub object_caption_to_run: String,
    /// In whose name.
    pub user_id: String,
    /// When it began.
    #[sea_orm(indexed)]
    #[record(caption = "Start Date/Time", sort)]
    pub start_date_time: ChronoDateTimeUtc,
    /// When it ended.
    #[record(caption = "End Date/Time")]
    pub end_date_time: Option<ChronoDateTimeUtc>,
    /// How it ended, in BC's words: a partial success is a success.
    pub status: Outcome,
    /// How it ended.
    pub result: Outcome,
    /// Whether it is the last run of its task that has come to an end: what it ended with is how the task stands.
    pub latest_run: bool,
    /// What tells tasks apart: see `task_of`.
    #[record(skip)]
    pub task: String,
    /// Why it failed.
    #[sea_orm(column_type = "Text")]
    pub error_message: String,
    /// More on why it failed, a line each.
    #[sea_orm(column_type = "Text")]
    #[record(nofilter)]
    pub error_call_stack: String,
    /// The category in which it ran.
    pub job_queue_category_code: Code<10>,
    /// The scope in which it ran.
    pub scope: String,
    /// The worker that ran it.
    pub worker: String,
    /// What its request page held.
    #[sea_orm(column_type = "Text")]
    #[record(nofilter)]
    pub parameter_string: String,
    /// What it did, in numbers.
    #[sea_orm(column_type = "Text")]
    #[record(nofilter)]
    pub summary: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What the run did, in numbers; nothing while it runs.
    pub fn summary(&self) -> Option<crate::Summary> {
        serde_json::from_str(&self.summary).ok()
    }
}
