use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType, OnConflict, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::NotSet, ColumnTrait, EntityTrait, IntoActiveModel, Order, QueryFilter, QueryOrder,
    QuerySelect, Set,
};

use super::{ActiveModel, Column, Entity, LEASE, Model};
use crate::object::Outcome;
use crate::{Queue, Result, category::key, entry, log, schedule};

/// An entry that this worker may run, and the run that says so.
#[derive(Clone, Debug)]
pub(crate) struct Claimed {
    pub(crate) entry: entry::Model,
    pub(crate) run: Model,
}

/// Takes up to `most` entries whose time has come, at most one of each exclusion key, and none of a key that is held.
///
/// Free keys are locked first, then the best candidate of each is looked up by index: so a thousand entries that wait for
/// one key cost as much as one, where locking candidate by candidate would visit them all. On PostgreSQL two workers
/// pass each other by (`SKIP LOCKED`); whoever is late all the same meets the unique key of the run.
pub(crate) async fn claim(queue: &Queue, tx: &Tx, worker: &str, most: u64) -> Result<Vec<Claimed>> {
    let now = queue.clock().now();
    let mut claimed = Vec::new();
    for key in free_keys(tx, now, most).await? {
        while let Some(candidate) = best_candidate(tx, &key, now).await? {
            if postponed_or_expired(queue, tx, &candidate, now).await? {
                continue;
            }
            if let Some(run) = begin(queue, tx, &candidate, worker).await? {
                claimed.push(Claimed { entry: candidate, run });
            }
            break;
        }
    }
    Ok(claimed)
}

/// Keys that nobody holds and for which something is due, the most urgent first.
async fn free_keys(tx: &Tx, now: DateTime<Utc>, most: u64) -> Result<Vec<String>> {
    let due = |expression| {
        Query::select()
            .expr(expression)
            .from(entry::Entity)
            .and_where(Expr::col((entry::Entity, entry::Column::ExclusionKey)).equals((key::Entity, key::Column::Key)))
            .and_where(entry::runnable())
            .and_where(entry::Column::EarliestStartDateTime.lte(now))
            .take()
    };
    let held = Query::select()
        .expr(Expr::val(1))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::ExclusionKey)).equals((key::Entity, key::Column::Key)))
        .take();
    let first_turn = due(Expr::col((entry::Entity, entry::Column::Turn)).min());
    Ok(key::Entity::find()
        .filter(Expr::exists(due(Expr::val(1))))
        .filter(Expr::exists(held).not())
        .order_by(Expr::SubQuery(None, Box::new(first_turn.into())), Order::Asc)
        .limit(most)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(tx)
        .await?
        .into_iter()
        .map(|key| key.key)
        .collect())
}

async fn best_candidate(tx: &Tx, key: &str, now: DateTime<Utc>) -> Result<Option<entry::Model>> {
    Ok(entry::Entity::find()
        .filter(entry::Column::ExclusionKey.eq(key))
        .filter(entry::runnable())
        .filter(entry::Column::EarliestStartDateTime.lte(now))
        .order_by_asc(entry::Column::Turn)
        .order_by_asc(entry::Column::EntryNumber)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .one(tx)
        .await?)
}

/// An entry past its expiration is deleted; one outside its window is put off until that opens.
async fn postponed_or_expired(queue: &Queue, tx: &Tx, entry: &entry::Model, now: DateTime<Utc>) -> Result<bool> {
    if entry.expiration_date_time.is_some_and(|expiration| expiration < now) {
        queue.delete(tx, entry.id).await?;
        return Ok(true);
    }
    let schedule = entry.schedule();
    if schedule::is_within(&schedule, now) {
        return Ok(false);
    }
    let next = schedule::postponed(&schedule, now);
    let mut postponed = entry.clone().into_active_model();
    postponed.earliest_start_date_time = Set(Some(next));
    postponed.turn = Set(next + entry.priority_within_category.patience());
    postponed.update(tx).await?;
    Ok(true)
}

/// Begins the run of an entry, unless its key is held: then `None`.
pub(crate) async fn begin(queue: &Queue, tx: &Tx, entry: &entry::Model, worker: &str) -> Result<Option<Model>> {
    let now = queue.clock().now();
    let run = Model {
        token: queue.random().id(now),
        exclusion_key: entry.exclusion_key.clone(),
        job_queue_entry_id: entry.id,
        log_id: queue.random().id(now),
        worker: worker.to_owned(),
        started_at: now,
        lease_until: now + LEASE,
        stop_requested: false,
        progress_done: 0,
        progress_total: 0,
        progress_text: String::new(),
    };
    let row: ActiveModel = run.clone().into_active_model().reset_all();
    let inserted =
        Entity::insert(row).on_conflict(OnConflict::new().do_nothing().to_owned()).exec_without_returning(tx);
    if inserted.await? == 0 {
        return Ok(None);
    }
    log::Entity::insert(log_row(entry, &run)).exec_without_returning(tx).await?;
    let version = entry.version;
    let mut running = entry.clone().into_active_model();
    running.status = Set(entry::Status::InProcess);
    running.runnable = Set(false);
    running.dedupe_key = Set(None);
    running.error_message = Set(String::new());
    running.last_modified_date_time = Set(now);
    running.version = Set(version + 1);
    running.update(tx).await?;
    queue.changed(tx, entry.id).await?;
    Ok(Some(run))
}

fn log_row(entry: &entry::Model, run: &Model) -> log::ActiveModel {
    log::ActiveModel {
        entry_number: NotSet,
        id: Set(run.log_id),
        job_queue_entry_id: Set(entry.id),
        description: Set(entry.description.clone()),
        object_id_to_run: Set(entry.object_id_to_run),
        object_caption_to_run: Set(entry.object_caption_to_run.clone()),
        user_id: Set(entry.user_id.clone()),
        start_date_time: Set(run.started_at),
        end_date_time: Set(None),
        status: Set(Outcome::InProcess),
        result: Set(Outcome::InProcess),
        error_message: Set(String::new()),
        error_call_stack: Set(String::new()),
        job_queue_category_code: Set(entry.job_queue_category_code.clone()),
        scope: Set(entry.scope.clone()),
        worker: Set(run.worker.clone()),
        parameter_string: Set(entry.parameters.clone()),
        summary: Set(String::new()),
    }
}
