use database::Tx;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::NotSet, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};
use uuid::Uuid;
use values::Code;
use values::filter::Words;

use super::{ActiveModel, Column, Enqueued, Entity, Mode, NewEntry, Status};
use crate::category;
use crate::object::Parameters;
use crate::{Error, Queue, Result, schedule};

/// BC takes as many on its pages, and no run is tried again more often.
const MOST_ATTEMPTS: i32 = 10;
/// An hour.
const LONGEST_DELAY: i32 = 3_600;

/// Makes an entry, all checked: object, options, filters, schedule.
pub(crate) async fn enqueue(queue: &Queue, tx: &Tx, new: &NewEntry, mode: Mode) -> Result<Enqueued> {
    let now = queue.clock().now();
    let object = queue.registry().object(new.object)?;
    let given = Parameters { version: object.version(), options: new.options.clone(), filters: new.filters.clone() };
    let options = object.options(&given).map_err(|reason| Error::Options { object: new.object, reason })?;
    let words = Words { now, zone: new.schedule.zone, work_date: None, user: new.user.clone() };
    new.filters.check(&object.tables(), &words)?;
    let mut schedule = new.schedule.clone();
    schedule.earliest_start = new.earliest_start;
    schedule.check(new.expiration)?;
    in_range("Maximum No. of Attempts to Run", new.max_attempts, MOST_ATTEMPTS)?;
    in_range("Rerun Delay (sec.)", new.rerun_delay, LONGEST_DELAY)?;

    let id = queue.random().id(now);
    let category = new.category.clone().unwrap_or_else(|| Code::cut(object.category()));
    let exclusion_key = category::exclusion_key(queue, tx, &category, &new.scope, id).await?;
    let earliest = schedule::made_ready(&schedule, now);
    let description = if new.description.is_empty() { object.caption() } else { new.description.as_str() };
    let parameters = Parameters { version: object.version(), options, filters: new.filters.clone() };
    let row = ActiveModel {
        entry_number: NotSet,
        id: Set(id),
        description: Set(description.to_owned()),
        object_id_to_run: Set(new.object),
        object_caption_to_run: Set(object.caption().to_owned()),
        status: Set(if new.ready { Status::Ready } else { Status::OnHold }),
        earliest_start_date_time: Set(if new.ready { Some(earliest) } else { new.earliest_start }),
        expiration_date_time: Set(new.expiration),
        job_queue_category_code: Set(category),
        scope: Set(new.scope.clone()),
        priority_within_category: Set(new.priority),
        recurring_job: Set(schedule.is_recurring()),
        minutes_between_runs: Set(schedule.minutes),
        run_on_monday: Set(schedule.days.monday),
        run_on_tuesday: Set(schedule.days.tuesday),
        run_on_wednesday: Set(schedule.days.wednesday),
        run_on_thursday: Set(schedule.days.thursday),
        run_on_friday: Set(schedule.days.friday),
        run_on_saturday: Set(schedule.days.saturday),
        run_on_sunday: Set(schedule.days.sunday),
        starting_time: Set(schedule.starting_time),
        ending_time: Set(schedule.ending_time),
        next_run_date_formula: Set(schedule.formula.clone()),
        schedule_mode: Set(schedule.mode),
        time_zone: Set(schedule.zone.name().to_owned()),
        max_attempts: Set(new.max_attempts),
        attempts: Set(0),
        rerun_delay: Set(new.rerun_delay),
        stop_on_error: Set(new.stop_on_error),
        rescues: Set(0),
        rescued_at: Set(0),
        error_message: Set(String::new()),
        user_id: Set(new.user.clone()),
        mode: Set(mode),
        last_ready_state: Set(now),
        last_modified_date_time: Set(now),
        version: Set(1),
        parameters: Set(parameters.to_text()),
        exclusion_key: Set(exclusion_key),
        dedupe_key: Set(new.dedupe_key.clone().filter(|_| new.ready)),
        runnable: Set(new.ready && mode == Mode::Background),
        turn: Set(earliest + new.priority.patience()),
    };
    insert(queue, tx, row, id, new).await
}

fn in_range(field: &'static str, given: i32, most: i32) -> Result<()> {
    if (0..=most).contains(&given) { Ok(()) } else { Err(Error::OutOfRange { field, given, most }) }
}

async fn insert(queue: &Queue, tx: &Tx, row: ActiveModel, id: Uuid, new: &NewEntry) -> Result<Enqueued> {
    loop {
        let conflict = OnConflict::column(Column::DedupeKey).do_nothing().to_owned();
        if Entity::insert(row.clone()).on_conflict(conflict).exec_without_returning(tx).await? == 1 {
            queue.changed(tx, id).await?;
            return Ok(Enqueued::Enqueued(id));
        }
        // Kept from workers until the caller commits: a run that began before that might not see what the caller wrote.
        let waiting = Entity::find().filter(Column::DedupeKey.eq(new.dedupe_key.clone())).lock_exclusive();
        if let Some(entry) = waiting.one(tx).await? {
            return Ok(Enqueued::AlreadyQueued(entry.id));
        }
    }
}
