//! The job queue entry (table 472).

use database::Record;
use sea_orm::entity::prelude::*;
use values::{Code, DateFormula};

use super::state::{CatchUp, Mode, Priority, Status};
use crate::schedule::{Schedule, ScheduleMode, Weekdays};

/// A job queue entry.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "job_queue_entry")]
#[record(name = "jobQueueEntries", caption = "Job Queue Entry")]
pub struct Model {
    /// Order of making.
    #[sea_orm(primary_key)]
    #[record(skip)]
    pub entry_number: i64,
    /// The public id.
    #[sea_orm(unique)]
    pub id: Uuid,
    /// What it does, in words.
    #[record(sort)]
    pub description: String,
    /// The object that it runs.
    #[sea_orm(indexed)]
    #[record(caption = "Object ID to Run", sort)]
    pub object_id_to_run: i32,
    /// That object's caption.
    pub object_caption_to_run: String,
    /// Its state.
    #[record(sort)]
    pub status: Status,
    /// Not before this instant. Of a recurring entry: its next run.
    #[record(caption = "Earliest Start Date/Time", sort)]
    pub earliest_start_date_time: Option<ChronoDateTimeUtc>,
    /// Not after this instant.
    #[record(caption = "Expiration Date/Time")]
    pub expiration_date_time: Option<ChronoDateTimeUtc>,
    /// Entries of one category and scope never run at once.
    pub job_queue_category_code: Code<10>,
    /// Within which the category excludes; set by whoever makes the entry.
    pub scope: String,
    /// Which of the waiting entries goes first.
    pub priority_within_category: Priority,
    /// Whether it runs again.
    pub recurring_job: bool,
    /// Minutes from one run to the next.
    #[record(name = "numberOfMinutesBetweenRuns", caption = "No. of Minutes between Runs")]
    pub minutes_between_runs: i32,
    /// On Mondays.
    pub run_on_monday: bool,
    /// On Tuesdays.
    pub run_on_tuesday: bool,
    /// On Wednesdays.
    pub run_on_wednesday: bool,
    /// On Thursdays.
    pub run_on_thursday: bool,
    /// On Fridays.
    #[record(name = "runOnFridays")]
    pub run_on_friday: bool,
    /// On Saturdays.
    #[record(name = "runOnSaturdays")]
    pub run_on_saturday: bool,
    /// On Sundays.
    #[record(name = "runOnSundays")]
    pub run_on_sunday: bool,
    /// The earliest time of day.
    pub starting_time: Option<ChronoTime>,
    /// The latest time of day at which a run may start.
    pub ending_time: Option<ChronoTime>,
    /// Leads from the day of one run to that of the next.
    pub next_run_date_formula: DateFormula,
    /// How the next run is computed.
    pub schedule_mode: ScheduleMode,
    /// The zone in which all times of day are meant, by its IANA name.
    pub time_zone: String,
    /// How often a failed run is tried again.
    #[record(name = "maxNumberAttemptsToRun", caption = "Maximum No. of Attempts to Run")]
    pub max_attempts: i32,
    /// How often it has been tried again.
    #[record(name = "numberOfAttemptsToRun", caption = "No. of Attempts to Run")]
    pub attempts: i32,
    /// Seconds before it is tried again.
    #[record(caption = "Rerun Delay (sec.)")]
    pub rerun_delay: i32,
    /// Whether a recurring entry that has used up its attempts stops, as in BC. Otherwise it keeps its next time.
    pub stop_on_error: bool,
    /// Since when its runs fail for good; nothing once one has ended well.
    pub failed_since: Option<ChronoDateTimeUtc>,
    /// Minutes that a run may take; then it is ended.
    #[record(name = "jobTimeOut", caption = "Job Timeout (minutes)")]
    pub job_timeout: i32,
    /// Minutes that it sleeps when a run found nothing to do; 0: until there is something.
    pub inactivity_timeout_period: i32,
    /// Whether its object says itself when it runs again.
    pub manual_recurrence: bool,
    /// What becomes of runs that came due while no worker was there.
    pub catch_up: CatchUp,
    /// The record that it is about, as entity and id: `salesOrders/…`.
    #[record(caption = "Record ID to Process")]
    pub record_id_to_process: String,
    /// How often its worker was lost without progress.
    pub rescues: i32,
    /// How many records were done at most when its worker was lost: who gets no further is not getting on.
    #[record(skip)]
    pub rescued_at: i64,
    /// Why the last run failed.
    #[sea_orm(column_type = "Text")]
    pub error_message: String,
    /// Who made it, and in whose name it runs.
    pub user_id: String,
    /// Where it runs.
    pub mode: Mode,
    /// When it was last made ready.
    pub last_ready_state: ChronoDateTimeUtc,
    /// When it was last changed.
    #[record(sort)]
    pub last_modified_date_time: ChronoDateTimeUtc,
    /// Counts its changes.
    #[record(skip)]
    pub version: i64,
    /// What its request page holds: version, options and filters as JSON.
    #[sea_orm(column_type = "Text")]
    #[record(name = "parameterString", nofilter)]
    pub parameters: String,
    /// What must not run at the same time has the same key.
    #[record(skip)]
    pub exclusion_key: String,
    /// While it waits, no second entry with this key is made.
    #[sea_orm(unique)]
    #[record(skip)]
    pub dedupe_key: Option<String>,
    /// Whether a worker may take it when its time has come.
    #[record(skip)]
    pub runnable: bool,
    /// The order in which entries of one key are taken: their time, put off by their priority.
    #[record(skip)]
    pub turn: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Its schedule, as the schedule's functions take it.
    pub fn schedule(&self) -> Schedule {
        Schedule {
            mode: self.schedule_mode,
            days: Weekdays {
                monday: self.run_on_monday,
                tuesday: self.run_on_tuesday,
                wednesday: self.run_on_wednesday,
                thursday: self.run_on_thursday,
                friday: self.run_on_friday,
                saturday: self.run_on_saturday,
                sunday: self.run_on_sunday,
            },
            starting_time: self.starting_time,
            ending_time: self.ending_time,
            minutes: self.minutes_between_runs,
            formula: self.next_run_date_formula.clone(),
            earliest_start: self.earliest_start_date_time,
            zone: self.zone(),
        }
    }

    /// The zone of its times of day; UTC when its name is unknown.
    pub fn zone(&self) -> chrono_tz::Tz {
        self.time_zone.parse().unwrap_or(chrono_tz::UTC)
    }
}
