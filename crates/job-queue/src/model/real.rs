//! The rows that the code would see in a state of the model.

use chrono::{DateTime, Utc};
use uuid::Uuid;
use values::{Code, DateFormula};

use super::actions::End;
use super::state::{Entry, Run};
use crate::entry::{self, CatchUp, Mode, Priority};
use crate::run::{self, Ending, LEASE, StopReason};
use crate::schedule::ScheduleMode;
use crate::{JobError, Summary};

/// How often a run is tried again.
pub(super) const MAX_ATTEMPTS: i32 = 1;
/// Seconds before that: so long that it does not come about by a lease that passes.
pub(super) const RERUN_DELAY: i32 = 3_600;
/// Minutes from one run to the next.
pub(super) const MINUTES: i32 = 600;
/// Minutes that an entry sleeps.
pub(super) const SLEEPS: i32 = 60;
/// Minutes that a run may take: longer than all that the model waits for.
pub(super) const TIMEOUT: i32 = 31 * 24 * 60;
/// How often the second entry has already lost its worker: once more is too many.
pub(super) const RESCUED_BEFORE: i32 = 5;

/// The moment at which the model stands.
pub(super) fn now() -> DateTime<Utc> {
    database::testing::start()
}

/// How a run ends.
pub(super) fn ending(end: End) -> Ending {
    match end {
        End::Done => Ending::Done(Summary::default()),
        End::Idle => Ending::Idle(Summary::default()),
        End::MayPass => Ending::Failed(JobError::retry("the store does not answer")),
        End::Fails => Ending::Failed(JobError::fail("the token is wrong")),
        End::NeedsAPerson => Ending::Failed(JobError::hold("a person must look")),
        End::Cancelled => Ending::Cancelled("KARI".into()),
        End::GivenBack => Ending::GivenBack,
    }
}

/// The row of a run.
pub(super) fn run(run: &Run) -> run::Model {
    let now = now();
    run::Model {
        token: Uuid::from_u128(run.token.into()),
        exclusion_key: String::new(),
        job_queue_entry_id: Uuid::from_u128(0),
        log_id: Uuid::from_u128(0),
        worker: String::new(),
        started_at: now,
        lease_until: now + LEASE,
        times_out_at: now + chrono::Duration::minutes(TIMEOUT.into()),
        stop_reason: if run.told { StopReason::Cancelled } else { StopReason::None },
        stop_requested_by: "KARI".into(),
        stop_by: run.told.then_some(now),
        next_run_at: None,
        progress_done: run.done,
        progress_total: 0,
        progress_text: String::new(),
    }
}

/// The row of an entry.
pub(super) fn entry(entry: &Entry, recurring: bool) -> entry::Model {
    let now = now();
    let earliest = if entry.due { now } else { now + chrono::Duration::minutes(MINUTES.into()) };
    entry::Model {
        entry_number: 1,
        id: Uuid::from_u128(0),
        description: String::new(),
        object_id_to_run: 0,
        object_caption_to_run: String::new(),
        status: entry.status,
        earliest_start_date_time: Some(earliest),
        expiration_date_time: None,
        job_queue_category_code: Code::cut("MODEL"),
        scope: String::new(),
        priority_within_category: Priority::Normal,
        recurring_job: recurring,
        minutes_between_runs: if recurring { MINUTES } else { 0 },
        run_on_monday: recurring,
        run_on_tuesday: recurring,
        run_on_wednesday: recurring,
        run_on_thursday: recurring,
        run_on_friday: recurring,
        run_on_saturday: recurring,
        run_on_sunday: recurring,
        starting_time: None,
        ending_time: None,
        next_run_date_formula: DateFormula::default(),
        schedule_mode: ScheduleMode::Anchored,
        time_zone: "UTC".into(),
        max_attempts: MAX_ATTEMPTS,
        attempts: entry.attempts,
        rerun_delay: RERUN_DELAY,
        stop_on_error: false,
        failed_since: entry.failing.then_some(now),
        job_timeout: TIMEOUT,
        inactivity_timeout_period: SLEEPS,
        manual_recurrence: false,
        catch_up: CatchUp::RunOnce,
        record_id_to_process: String::new(),
        rescues: entry.rescues,
        rescued_at: entry.rescued_at,
        error_message: String::new(),
        user_id: String::new(),
        mode: Mode::Background,
        last_ready_state: now,
        last_modified_date_time: now,
        version: 1,
        parameters: String::new(),
        exclusion_key: String::new(),
        dedupe_key: None,
        runnable: entry.runnable,
        turn: now,
    }
}
