use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

use super::outcome::{Outcome, outcome};
use super::{Column, Ending, Entity, Model};
use crate::entry::{self, Event, Mode};
use crate::notification::{self, News};
use crate::object::Failed;
use crate::{Error, Queue, Result, category, log};

/// Ends a run: its log is closed, its entry goes on as its schedule and its attempts say, its key is free.
pub(crate) async fn finish(queue: &Queue, tx: &Tx, run: &Model, ending: &Ending) -> Result<()> {
    let now = queue.clock().now();
    let deleted = Entity::delete_many().filter(Column::Token.eq(run.token)).exec(tx).await?;
    if deleted.rows_affected != 1 {
        return Err(Error::LeaseLost);
    }
    let entry = entry::locked(tx, run.job_queue_entry_id).await?;
    log::close(tx, run, ending, entry.is_none(), now).await?;
    if let Some(entry) = entry {
        let outcome = outcome(run, &entry, ending, now);
        if is_an_end(ending, &outcome) {
            log::leads(tx, run, &entry).await?;
        }
        if is_given_up(ending, &outcome) {
            queue.registry().failed(tx, Failed { run, entry: &entry, message: &outcome.message, at: now }).await?;
        }
        if let Some(news) = news(&entry, &outcome) {
            notification::tell(queue, tx, run, &entry, &news, now).await?;
        }
        after_run(tx, entry, outcome, now).await?;
    }
    queue.changed(tx, run.job_queue_entry_id).await
}

/// Whether the run says how its task stands: one that was called off, given back or lost is made again, or was none.
fn is_an_end(ending: &Ending, outcome: &Outcome) -> bool {
    match ending {
        Ending::Done(_) | Ending::Idle(_) | Ending::Failed(_) | Ending::MarkedAsError(_) => true,
        Ending::Lost => outcome.event == Event::Fail,
        Ending::Cancelled(_) | Ending::GivenBack => false,
    }
}

/// Whether the run has failed and is not tried again by itself before its next time: one that waits for a person is not,
/// either.
fn is_given_up(ending: &Ending, outcome: &Outcome) -> bool {
    match outcome.event {
        Event::Fail => true,
        Event::Park => matches!(ending, Ending::Failed(_)),
        _ => false,
    }
}

/// What people are to be told. A person who waits for a run sees for themselves; one who held the entry has seen it.
fn news(entry: &entry::Model, outcome: &Outcome) -> Option<News> {
    match outcome.event {
        _ if entry.mode == Mode::Foreground || entry.status == entry::Status::OnHold => None,
        Event::Fail => Some(News::Failed(outcome.message.clone())),
        Event::Recur | Event::Rest | Event::Finish if entry.failed_since.is_some() => Some(News::Recovered),
        _ => None,
    }
}

async fn after_run(tx: &Tx, entry: entry::Model, outcome: Outcome, now: DateTime<Utc>) -> Result<()> {
    let after = entry.after(outcome.event)?;
    let (Some(status), Mode::Background) = (after, entry.mode) else {
        entry::Entity::delete_many().filter(entry::Column::Id.eq(entry.id)).exec(tx).await?;
        return category::forget_key(tx, &entry).await;
    };
    let held = status == entry::Status::OnHold;
    let (version, patience) = (entry.version, entry.priority_within_category.patience());
    let mut entry = entry.into_active_model();
    entry.status = Set(status);
    entry.runnable = Set(outcome.at.is_some() && !held);
    entry.error_message = Set(outcome.message);
    entry.attempts = Set(outcome.attempts);
    entry.rescues = Set(outcome.rescues);
    entry.rescued_at = Set(outcome.rescued_at);
    entry.failed_since = Set(outcome.failed_since);
    if let Some(at) = outcome.at {
        entry.earliest_start_date_time = Set(Some(at));
        entry.turn = Set(at + patience);
    }
    entry.last_modified_date_time = Set(now);
    entry.version = Set(version + 1);
    entry.update(tx).await?;
    Ok(())
}
