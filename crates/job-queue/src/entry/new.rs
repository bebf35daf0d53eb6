use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;
use values::Code;

use super::{CatchUp, Priority};
use crate::object::Filters;
use crate::schedule::Schedule;

/// BC's default for how long a run may take.
pub const TWELVE_HOURS: i32 = 12 * 60;
/// BC's default for how long an entry sleeps.
pub const FIVE_MINUTES: i32 = 5;

/// An entry that is to be made.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// The object that it runs.
    pub object: i32,
    /// The options of its request page; what is left out has its default.
    pub options: Value,
    /// The filters of its request page.
    pub filters: Filters,
    /// What it does, in words; blank is the object's caption.
    pub description: String,
    /// Within which its category excludes.
    pub scope: String,
    /// Its category; `None` is the object's own.
    pub category: Option<Code<10>>,
    /// Which of the waiting entries of its category goes first.
    pub priority: Priority,
    /// When it runs again; [`Schedule::once`] for never.
    pub schedule: Schedule,
    /// Not before this instant; `None` is now.
    pub earliest_start: Option<DateTime<Utc>>,
    /// Not after this instant.
    pub expiration: Option<DateTime<Utc>>,
    /// How often a failed run is tried again.
    pub max_attempts: i32,
    /// Seconds before it is tried again.
    pub rerun_delay: i32,
    /// Whether a recurring entry that has used up its attempts stops, as in BC.
    pub stop_on_error: bool,
    /// Minutes that a run may take.
    pub job_timeout: i32,
    /// Minutes that it sleeps when a run found nothing to do; 0: until there is something.
    pub inactivity_timeout: i32,
    /// Whether its object says itself when it runs again.
    pub manual_recurrence: bool,
    /// What becomes of runs that came due while no worker was there.
    pub catch_up: CatchUp,
    /// The record that it is about, as entity and id; blank for none.
    pub record: String,
    /// While an entry with this key waits, no second one is made.
    pub dedupe_key: Option<String>,
    /// Who makes it, and in whose name it runs.
    pub user: String,
    /// Whether it is ready at once; otherwise it is on hold.
    pub ready: bool,
}

impl NewEntry {
    /// An entry that runs `object` once, as soon as it can, without a retry.
    pub fn now(object: i32) -> Self {
        Self {
            object,
            options: Value::Null,
            filters: Filters::new(),
            description: String::new(),
            scope: String::new(),
            category: None,
            priority: Priority::Normal,
            schedule: Schedule::once(chrono_tz::UTC),
            earliest_start: None,
            expiration: None,
            max_attempts: 0,
            rerun_delay: 0,
            stop_on_error: false,
            job_timeout: TWELVE_HOURS,
            inactivity_timeout: FIVE_MINUTES,
            manual_recurrence: false,
            catch_up: CatchUp::RunOnce,
            record: String::new(),
            dedupe_key: None,
            user: String::new(),
            ready: true,
        }
    }
}

/// What became of an entry that was to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enqueued {
    /// It was made.
    Enqueued(Uuid),
    /// One with the same dedupe key waits already.
    AlreadyQueued(Uuid),
}

impl Enqueued {
    /// The entry that will do it.
    pub const fn id(self) -> Uuid {
        match self {
            Self::Enqueued(id) | Self::AlreadyQueued(id) => id,
        }
    }
}
