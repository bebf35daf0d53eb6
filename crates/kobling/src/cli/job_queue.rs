use std::time::Duration;

use anyhow::{Result, anyhow};
use clap::{Args, Subcommand};
use job_queue::entry::{STOPS_WITHIN, TWELVE_HOURS};
use job_queue::{NewEntry, category, entry, log, presence};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use uuid::Uuid;
use values::Code;

use super::preview::Preview;
use super::schedule::{ScheduleArgs, instant};
use super::task::{filters, options};
use crate::assembly::Program;
use crate::config::Config;
use crate::output::Output;

/// Looks after job queue entries.
#[derive(Debug, Subcommand)]
pub enum JobQueue {
    #[command(flatten)]
    Entries(Entries),
    /// Compute when an entry of such a schedule would run; nothing is made.
    Preview(Box<Preview>),
}

impl JobQueue {
    /// Does it.
    pub async fn run(self, config: &Config, output: Output) -> Result<()> {
        match self {
            Self::Entries(entries) => entries.run(&Program::open(config).await?, output).await,
            Self::Preview(preview) => preview.run(config, output).await,
        }
    }
}

/// Shows, makes and changes entries.
#[derive(Debug, Subcommand)]
pub enum Entries {
    /// List the entries.
    List,
    /// Show an entry.
    Show(Which),
    /// Make an entry.
    Add(Box<Add>),
    /// Set an entry to Ready: it runs when its time has come.
    Ready(Which),
    /// Set an entry On Hold: nothing starts it.
    Hold(Which),
    /// Restart an entry with all its attempts before it.
    Restart(Which),
    /// Ask the run of an entry to stop at its next step; one that does not is ended.
    Cancel {
        /// Its id.
        id: Uuid,
        /// Seconds that it has to stop.
        #[arg(long, value_name = "SECONDS", default_value_t = STOPS_WITHIN.as_secs())]
        within: u64,
    },
    /// Set which of the waiting entries of its category an entry is.
    Priority {
        /// Its id.
        id: Uuid,
        /// High, normal or low.
        priority: String,
    },
    /// Delete an entry. Its log stays.
    Delete(Which),
    /// Delete the entries that have failed and do not recur.
    RemoveFailed,
    /// List the categories, and whether they keep apart what belongs to one shop or everything.
    Categories,
    /// List the workers, those that are gone as well.
    Workers,
    /// List the runs, the last first.
    Log {
        /// Of this entry only.
        id: Option<Uuid>,
        /// How many at most.
        #[arg(long, default_value_t = 50)]
        top: u64,
    },
}

/// Which entry.
#[derive(Args, Debug)]
pub struct Which {
    /// Its id.
    id: Uuid,
}

/// An entry to be made.
#[derive(Args, Debug)]
pub struct Add {
    /// The object to run, as 30104.
    object: i32,
    /// The code of the shop it is for.
    #[arg(long, value_name = "CODE", default_value = "")]
    shop: String,
    /// A filter of its request page.
    #[arg(long = "filter", value_name = "Table.field=EXPRESSION")]
    filters: Vec<String>,
    /// An option of its request page.
    #[arg(long = "option", value_name = "NAME=VALUE")]
    options: Vec<String>,
    /// What it does, in words.
    #[arg(long, default_value = "")]
    description: String,
    /// Its category, if not the object's own.
    #[arg(long, value_name = "CODE")]
    category: Option<String>,
    /// How often a failed run is tried again.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(i32).range(0..=10))]
    max_attempts: i32,
    /// Seconds before a failed run is tried again.
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(i32).range(0..=3600))]
    rerun_delay: i32,
    #[command(flatten)]
    schedule: ScheduleArgs,
    /// Which of the waiting entries of its category goes first: high, normal or low.
    #[arg(long, value_name = "PRIORITY", default_value = "normal")]
    priority: String,
    /// Not after this instant: an entry that has not begun by then is deleted.
    #[arg(long, value_name = "INSTANT")]
    expires: Option<String>,
    /// Minutes that a run may take; then it is ended.
    #[arg(long, value_name = "MINUTES", default_value_t = TWELVE_HOURS)]
    job_timeout: i32,
    /// What becomes of runs that came due while nobody worked: run-once or skip.
    #[arg(long, value_name = "WHAT", default_value = "run-once")]
    missed_runs: String,
    /// Make it On Hold.
    #[arg(long)]
    hold: bool,
}

const ENTRY_COLUMNS: [&str; 6] =
    ["id", "status", "earliestStartDateTime", "jobQueueCategoryCode", "scope", "description"];
const LOG_COLUMNS: [&str; 7] =
    ["jobQueueEntryId", "startDateTime", "endDateTime", "result", "description", "summary", "errorMessage"];
const CATEGORY_COLUMNS: [&str; 3] = ["code", "description", "excludesByScope"];
const WORKER_COLUMNS: [&str; 5] = ["name", "version", "slots", "startedAt", "seenAt"];

impl Entries {
    async fn run(self, program: &Program, output: Output) -> Result<()> {
        let (db, queue) = (&program.db, &program.queue);
        let (id, done) = match self {
            Self::List => {
                let all = entry::Entity::find().order_by_asc(entry::Column::EntryNumber);
                let entries = db.read(|r| async move { Ok::<_, database::Error>(all.all(&r).await?) }).await?;
                output.records::<entry::Entity>(&entries, &ENTRY_COLUMNS);
                return Ok(());
            }
            Self::Log { id, top } => {
                let mut logs = log::Entity::find().order_by_desc(log::Column::EntryNumber).limit(top);
                if let Some(id) = id {
                    logs = logs.filter(log::Column::JobQueueEntryId.eq(id));
                }
                let logs = db.read(|r| async move { Ok::<_, database::Error>(logs.all(&r).await?) }).await?;
                output.records::<log::Entity>(&logs, &LOG_COLUMNS);
                return Ok(());
            }
            Self::RemoveFailed => {
                let removed = db.write(|tx| async move { queue.remove_failed(&tx, None).await }).await?;
                output.show(&json!({ "removed": removed }), &format!("{removed} job queue entries are deleted."));
                return Ok(());
            }
            Self::Categories => {
                let all = category::Entity::find().order_by_asc(category::Column::Code);
                let categories = db.read(|r| async move { Ok::<_, database::Error>(all.all(&r).await?) }).await?;
                output.records::<category::Entity>(&categories, &CATEGORY_COLUMNS);
                return Ok(());
            }
            Self::Workers => {
                let all = presence::Entity::find().order_by_desc(presence::Column::SeenAt);
                let workers = db.read(|r| async move { Ok::<_, database::Error>(all.all(&r).await?) }).await?;
                output.records::<presence::Entity>(&workers, &WORKER_COLUMNS);
                return Ok(());
            }
            Self::Show(Which { id }) => {
                output.record::<entry::Entity>(&find(program, id).await?);
                return Ok(());
            }
            Self::Add(add) => {
                let id = add.run(program).await?;
                output.record::<entry::Entity>(&find(program, id).await?);
                return Ok(());
            }
            Self::Ready(Which { id }) => (id, db.write(|tx| async move { queue.set_ready(&tx, id).await }).await),
            Self::Hold(Which { id }) => (id, db.write(|tx| async move { queue.hold(&tx, id).await }).await),
            Self::Restart(Which { id }) => (id, db.write(|tx| async move { queue.restart(&tx, id).await }).await),
            Self::Cancel { id, within } => {
                let (user, within) = (program.caller.user_name.as_str(), Duration::from_secs(within));
                (id, db.write(|tx| async move { queue.cancel(&tx, id, user, within).await }).await)
            }
            Self::Priority { id, priority } => {
                let priority = priority.parse()?;
                (id, db.write(|tx| async move { queue.set_priority(&tx, id, priority).await }).await)
            }
            Self::Delete(Which { id }) => {
                db.write(|tx| async move { queue.delete(&tx, id).await }).await?;
                output.show(&json!({ "id": id, "deleted": true }), &format!("The job queue entry {id} is deleted."));
                return Ok(());
            }
        };
        done?;
        output.record::<entry::Entity>(&find(program, id).await?);
        Ok(())
    }
}

async fn find(program: &Program, id: Uuid) -> Result<entry::Model> {
    let entry = entry::Entity::find().filter(entry::Column::Id.eq(id));
    let entry = program.db.read(|r| async move { Ok::<_, database::Error>(entry.one(&r).await?) }).await?;
    entry.ok_or_else(|| anyhow!("there is no job queue entry {id}; `kobling job-queue list` shows those there are"))
}

impl Add {
    async fn run(self, program: &Program) -> Result<Uuid> {
        let schedule = self.schedule.read(program.zone().await?)?;
        let new = &NewEntry {
            options: options(program.queue.registry(), self.object, &self.options)?,
            filters: filters(&self.filters)?,
            description: self.description.clone(),
            scope: self.shop.to_uppercase(),
            category: self.category.as_deref().map(Code::new).transpose()?,
            earliest_start: schedule.earliest_start,
            max_attempts: self.max_attempts,
            rerun_delay: self.rerun_delay,
            priority: self.priority.parse()?,
            expiration: self.expires.as_deref().map(|text| instant(text, schedule.zone)).transpose()?,
            job_timeout: self.job_timeout,
            catch_up: self.missed_runs.replace('-', " ").parse()?,
            user: program.caller.user_name.clone(),
            ready: !self.hold,
            schedule,
            ..NewEntry::now(self.object)
        };
        let queue = &program.queue;
        Ok(program.db.write(|tx| async move { queue.enqueue(&tx, new).await }).await?.id())
    }
}
