use std::collections::BTreeMap;

use access::Principal;
use chrono::{DateTime, NaiveTime, Utc};
use job_queue::entry::{CatchUp, FIVE_MINUTES, Priority, Status, TWELVE_HOURS};
use job_queue::schedule::{Schedule, ScheduleMode, Weekdays};
use job_queue::{Filters, NewEntry};
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use values::{Code, DateFormula};

use crate::{App, Error};

/// A job queue entry to be made. Without days, minutes and formula it runs once.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct NewJobQueueEntry {
    /// The object, as 30104.
    object_id_to_run: i32,
    /// The options of its request page; what is left out has its default.
    #[serde(default)]
    #[schema(value_type = Object)]
    options: Map<String, Value>,
    /// The filters of its request page: `{"OrdersToImport.fullyPaid": "true"}`, in Business Central's filter language.
    #[serde(default)]
    filters: BTreeMap<String, String>,
    /// What it does, in words; the object's caption, when nothing is said.
    #[serde(default)]
    description: String,
    /// Within which its category excludes: the shop's code, for a task of a shop.
    #[serde(default)]
    scope: String,
    /// Its category; the object's own, when nothing is said.
    #[schema(value_type = Option<String>)]
    job_queue_category_code: Option<Code<10>>,
    /// `High`, `Normal` or `Low`.
    #[serde(default)]
    #[schema(value_type = String)]
    priority_within_category: Priority,
    /// `Ready`, or `On Hold` until it is set to Ready.
    #[schema(value_type = Option<String>)]
    status: Option<Status>,
    /// Not before this instant; now, when nothing is said.
    earliest_start_date_time: Option<DateTime<Utc>>,
    /// Not after this instant.
    expiration_date_time: Option<DateTime<Utc>>,
    /// On Mondays.
    #[serde(default)]
    run_on_monday: bool,
    /// On Tuesdays.
    #[serde(default)]
    run_on_tuesday: bool,
    /// On Wednesdays.
    #[serde(default)]
    run_on_wednesday: bool,
    /// On Thursdays.
    #[serde(default)]
    run_on_thursday: bool,
    /// On Fridays.
    #[serde(default, rename = "runOnFridays")]
    run_on_friday: bool,
    /// On Saturdays.
    #[serde(default, rename = "runOnSaturdays")]
    run_on_saturday: bool,
    /// On Sundays.
    #[serde(default, rename = "runOnSundays")]
    run_on_sunday: bool,
    /// The earliest time of day, as `08:00`.
    #[schema(value_type = Option<String>)]
    starting_time: Option<NaiveTime>,
    /// The latest time of day at which a run may start.
    #[schema(value_type = Option<String>)]
    ending_time: Option<NaiveTime>,
    /// Minutes from one run to the next.
    #[serde(default)]
    number_of_minutes_between_runs: i32,
    /// Leads from the day of one run to that of the next, as `1M`.
    #[serde(default)]
    #[schema(value_type = String)]
    next_run_date_formula: DateFormula,
    /// How the next run is computed: from the schedule, or as Business Central does it.
    #[serde(default)]
    #[schema(value_type = String)]
    schedule_mode: ScheduleMode,
    /// The zone of its times of day, by its IANA name; the company's, when nothing is said.
    time_zone: Option<String>,
    /// How often a failed run is tried again.
    #[serde(default)]
    max_number_attempts_to_run: i32,
    /// Seconds before it is tried again.
    #[serde(default)]
    rerun_delay: i32,
    /// Whether a recurring entry that has used up its attempts stops, as in Business Central.
    #[serde(default)]
    stop_on_error: bool,
    /// Minutes that a run may take; then it is ended. Twelve hours, when nothing is said.
    #[serde(default = "twelve_hours")]
    job_time_out: i32,
    /// Minutes that it sleeps when a run found nothing to do; 0: until there is something.
    #[serde(default = "five_minutes")]
    inactivity_timeout_period: i32,
    /// Whether its object says itself when it runs again.
    #[serde(default)]
    manual_recurrence: bool,
    /// What becomes of runs that came due while no worker was there: `Run Once` or `Skip`.
    #[serde(default)]
    #[schema(value_type = String)]
    catch_up: CatchUp,
    /// The record that it is about, as entity and id: `salesOrders/…`.
    #[serde(default)]
    record_id_to_process: String,
}

fn twelve_hours() -> i32 {
    TWELVE_HOURS
}

fn five_minutes() -> i32 {
    FIVE_MINUTES
}

impl NewJobQueueEntry {
    /// Reads the fields of a body, each in its turn, so that the one that will not do is named.
    ///
    /// # Errors
    /// [`Error::Invalid`] names the field; [`Error::Body`] when one is missing.
    pub(super) fn read(given: Map<String, Value>) -> Result<Self, Error> {
        let object = ("objectIdToRun", given.get("objectIdToRun").cloned().unwrap_or_default());
        for (name, value) in &given {
            let alone = Map::from_iter([(object.0.to_owned(), object.1.clone()), (name.clone(), value.clone())]);
            // What is wrong with the object is said of the object.
            let known = object.1.is_i64() || name == object.0;
            if let Err(error) = serde_json::from_value::<Self>(Value::Object(alone))
                && known
            {
                return Err(Error::invalid(name, format!("{name} can't be that: {error}")));
            }
        }
        serde_json::from_value(Value::Object(given))
            .map_err(|error| Error::Body(format!("the body can't be read: {error}")))
    }

    /// As the job queue takes it.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a zone or a status that an entry can't begin with.
    pub(crate) fn entry(self, app: &App, caller: &Principal) -> Result<NewEntry, Error> {
        let zone = match self.time_zone {
            None => app.zone.get(),
            Some(name) => name.parse().map_err(|_| {
                let message = format!("'{name}' is no time zone: give its IANA name, as Europe/Oslo");
                Error::invalid("timeZone", message)
            })?,
        };
        let ready = match self.status.unwrap_or(Status::Ready) {
            Status::Ready => true,
            Status::OnHold => false,
            other => {
                let message = format!("an entry begins as Ready or On Hold, not as {other}");
                return Err(Error::invalid("status", message));
            }
        };
        let schedule = Schedule {
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
            minutes: self.number_of_minutes_between_runs,
            formula: self.next_run_date_formula,
            ..Schedule::once(zone)
        };
        Ok(NewEntry {
            options: self.options.into(),
            filters: filters(self.filters),
            description: self.description,
            scope: self.scope,
            category: self.job_queue_category_code,
            priority: self.priority_within_category,
            schedule,
            earliest_start: self.earliest_start_date_time,
            expiration: self.expiration_date_time,
            max_attempts: self.max_number_attempts_to_run,
            rerun_delay: self.rerun_delay,
            stop_on_error: self.stop_on_error,
            job_timeout: self.job_time_out,
            inactivity_timeout: self.inactivity_timeout_period,
            manual_recurrence: self.manual_recurrence,
            catch_up: self.catch_up,
            record: self.record_id_to_process,
            user: caller.user_name.clone(),
            ready,
            ..NewEntry::now(self.object_id_to_run)
        })
    }
}

/// The filters of a request page.
pub(crate) fn filters(given: BTreeMap<String, String>) -> Filters {
    given.into_iter().fold(Filters::new(), |filters, (field, expression)| filters.with(field, expression))
}
