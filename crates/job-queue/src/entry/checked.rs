use chrono::{DateTime, Utc};
use sea_orm::Set;
use values::filter::Words;

use super::new::TWELVE_HOURS;
use super::{ActiveModel, NewEntry};
use crate::object::Parameters;
use crate::schedule::Schedule;
use crate::{Error, Queue, Result};

/// BC takes as many on its pages, and no run is tried again more often.
const MOST_ATTEMPTS: i32 = 10;
/// An hour.
const LONGEST_DELAY: i32 = 3_600;
/// A month, in minutes.
const LONGEST_TIMEOUT: i32 = 31 * 24 * 60;

/// What an entry is to hold, all checked: object, options, filters, schedule.
pub(super) struct Checked<'a> {
    new: &'a NewEntry,
    timeout: i32,
    /// The object's own caption and category.
    pub(super) caption: &'static str,
    pub(super) category: &'static str,
    pub(super) schedule: Schedule,
    pub(super) parameters: Parameters,
}

impl<'a> Checked<'a> {
    /// Checks `new`.
    ///
    /// # Errors
    /// Those of [`Queue::enqueue`].
    pub(super) fn of(queue: &Queue, new: &'a NewEntry, now: DateTime<Utc>) -> Result<Self> {
        let object = queue.registry().object(new.object)?;
        let version = object.version();
        let given = Parameters { version, options: new.options.clone(), filters: new.filters.clone() };
        let options = object.options(&given).map_err(|reason| Error::Options { object: new.object, reason })?;
        let words = Words { now, zone: new.schedule.zone, work_date: None, user: new.user.clone() };
        new.filters.check(&object.tables(), &words)?;
        let schedule = Schedule { earliest_start: new.earliest_start, ..new.schedule.clone() };
        schedule.check(new.expiration)?;
        in_range(("maxNumberAttemptsToRun", "Maximum No. of Attempts to Run"), new.max_attempts, MOST_ATTEMPTS)?;
        in_range(("rerunDelay", "Rerun Delay (sec.)"), new.rerun_delay, LONGEST_DELAY)?;
        let timeout = if new.job_timeout == 0 { TWELVE_HOURS } else { new.job_timeout };
        in_range(("jobTimeOut", "Job Timeout"), timeout, LONGEST_TIMEOUT)?;
        in_range(("inactivityTimeoutPeriod", "Inactivity Timeout Period"), new.inactivity_timeout, LONGEST_TIMEOUT)?;
        if new.manual_recurrence && !schedule.is_recurring() {
            return Err(crate::schedule::Invalid::ManualWithoutRecurrence.into());
        }
        let (caption, category) = (object.caption(), object.category());
        Ok(Self { new, timeout, caption, category, schedule, parameters: Parameters { options, ..given } })
    }

    /// Sets what a person may change of an entry, but for its time and its place in line.
    pub(super) fn set(&self, row: &mut ActiveModel) {
        let (new, schedule) = (self.new, &self.schedule);
        let description = if new.description.is_empty() { self.caption } else { new.description.as_str() };
        row.description = Set(description.to_owned());
        row.expiration_date_time = Set(new.expiration);
        row.priority_within_category = Set(new.priority);
        row.scope = Set(new.scope.clone());
        row.recurring_job = Set(schedule.is_recurring());
        row.minutes_between_runs = Set(schedule.minutes);
        row.run_on_monday = Set(schedule.days.monday);
        row.run_on_tuesday = Set(schedule.days.tuesday);
        row.run_on_wednesday = Set(schedule.days.wednesday);
        row.run_on_thursday = Set(schedule.days.thursday);
        row.run_on_friday = Set(schedule.days.friday);
        row.run_on_saturday = Set(schedule.days.saturday);
        row.run_on_sunday = Set(schedule.days.sunday);
        row.starting_time = Set(schedule.starting_time);
        row.ending_time = Set(schedule.ending_time);
        row.next_run_date_formula = Set(schedule.formula.clone());
        row.schedule_mode = Set(schedule.mode);
        row.time_zone = Set(schedule.zone.name().to_owned());
        row.max_attempts = Set(new.max_attempts);
        row.rerun_delay = Set(new.rerun_delay);
        row.stop_on_error = Set(new.stop_on_error);
        row.job_timeout = Set(self.timeout);
        row.inactivity_timeout_period = Set(new.inactivity_timeout);
        row.manual_recurrence = Set(new.manual_recurrence);
        row.catch_up = Set(new.catch_up);
        row.record_id_to_process = Set(new.record.clone());
        row.attempts = Set(0);
        row.parameters = Set(self.parameters.to_text());
    }
}

fn in_range((name, field): (&'static str, &'static str), given: i32, most: i32) -> Result<()> {
    if (0..=most).contains(&given) { Ok(()) } else { Err(Error::OutOfRange { field, name, given, most }) }
}
