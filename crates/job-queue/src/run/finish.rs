use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

use super::{Column, Entity, Model};
use crate::entry::{self, Mode, Status};
use crate::object::{Decision, JobError, Outcome, Summary};
use crate::{Error, Queue, Result, category, log, schedule};

/// How a run ended.
#[derive(Clone, Debug)]
pub(crate) enum Ending {
    /// By itself.
    Done(Summary),
    /// By an error.
    Failed(JobError),
    /// A person cancelled it.
    Cancelled,
    /// Its worker stops, and gives it back.
    GivenBack,
    /// Its worker was lost.
    Lost,
}

/// The waits before a run is tried again, in addition to the entry's own delay, as BC has them.
const EXTRA_WAITS: [chrono::Duration; 7] = [
    chrono::Duration::milliseconds(10),
    chrono::Duration::milliseconds(100),
    chrono::Duration::seconds(1),
    chrono::Duration::seconds(10),
    chrono::Duration::seconds(100),
    chrono::Duration::seconds(1_000),
    chrono::Duration::seconds(10_000),
];
const LONGEST_EXTRA_WAIT: chrono::Duration = chrono::Duration::hours(6);
/// No retry comes sooner than this.
const SHORTEST_WAIT: chrono::Duration = chrono::Duration::seconds(1);
/// So often a job may lose its worker without getting on.
const MOST_RESCUES: i32 = 5;

/// Ends a run: its log is closed, its entry goes on as its schedule and its attempts say, its key is free.
pub(crate) async fn finish(queue: &Queue, tx: &Tx, run: &Model, ending: &Ending) -> Result<()> {
    let now = queue.clock().now();
    let deleted = Entity::delete_many().filter(Column::Token.eq(run.token)).exec(tx).await?;
    if deleted.rows_affected != 1 {
        return Err(Error::LeaseLost);
    }
    let entry = entry::locked(tx, run.job_queue_entry_id).await?;
    close_log(tx, run, ending, entry.is_none(), now).await?;
    if let Some(entry) = entry {
        after_run(tx, run, entry, ending, now).await?;
    }
    queue.changed(tx, run.job_queue_entry_id).await
}

async fn close_log(tx: &Tx, run: &Model, ending: &Ending, gone: bool, now: DateTime<Utc>) -> Result<()> {
    let (result, summary, message, details) = match ending {
        Ending::Done(summary) => {
            let note = if gone { "the entry was deleted while it ran" } else { "" };
            (summary.outcome(), serde_json::to_string(summary).unwrap_or_default(), note.to_owned(), String::new())
        }
        Ending::Failed(error) => (Outcome::Error, String::new(), error.message.clone(), error.details.join("\n")),
        Ending::Cancelled => (Outcome::Error, String::new(), "cancelled".to_owned(), String::new()),
        Ending::GivenBack => {
            let text = "its worker was stopped; the job was given back and runs again".to_owned();
            (Outcome::GivenBack, String::new(), text, String::new())
        }
        Ending::Lost => {
            let text = format!("the worker {} was lost; the job was taken over", run.worker);
            (Outcome::Error, String::new(), text, String::new())
        }
    };
    // BC knows no more than these; what counts errors must not count a run that was only put off.
    let status = if result == Outcome::Error { Outcome::Error } else { Outcome::Success };
    log::Entity::update_many()
        .col_expr(log::Column::EndDateTime, Expr::value(now))
        .col_expr(log::Column::Status, Expr::value(status.to_string()))
        .col_expr(log::Column::Result, Expr::value(result.to_string()))
        .col_expr(log::Column::Summary, Expr::value(summary))
        .col_expr(log::Column::ErrorMessage, Expr::value(message))
        .col_expr(log::Column::ErrorCallStack, Expr::value(details))
        .filter(log::Column::Id.eq(run.log_id))
        .exec(tx)
        .await?;
    Ok(())
}

async fn after_run(tx: &Tx, run: &Model, entry: entry::Model, ending: &Ending, now: DateTime<Utc>) -> Result<()> {
    let held = entry.status == Status::OnHold;
    let foreground = entry.mode == Mode::Foreground;
    if foreground || (matches!(ending, Ending::Done(_)) && !entry.recurring_job && !held) {
        entry::Entity::delete_many().filter(entry::Column::Id.eq(entry.id)).exec(tx).await?;
        return category::forget_key(tx, &entry).await;
    }
    let next = next_state(run, &entry, ending, now);
    let (version, patience) = (entry.version, entry.priority_within_category.patience());
    let rescued_at = entry.rescued_at;
    let mut entry = entry.into_active_model();
    entry.error_message = Set(next.message);
    entry.attempts = Set(next.attempts);
    entry.rescues = Set(next.rescues);
    if let Ending::Lost = ending {
        entry.rescued_at = Set(run.progress_done.max(rescued_at));
    } else if let Ending::Done(_) = ending {
        entry.rescued_at = Set(0);
    }
    if !held {
        entry.status = Set(next.status);
        entry.runnable = Set(next.at.is_some());
    }
    if let Some(at) = next.at {
        entry.earliest_start_date_time = Set(Some(at));
        entry.turn = Set(at + patience);
    }
    entry.last_modified_date_time = Set(now);
    entry.version = Set(version + 1);
    entry.update(tx).await?;
    Ok(())
}

struct Next {
    status: Status,
    /// When it runs again, if by itself.
    at: Option<DateTime<Utc>>,
    attempts: i32,
    rescues: i32,
    message: String,
}

fn next_state(run: &Model, entry: &entry::Model, ending: &Ending, now: DateTime<Utc>) -> Next {
    let schedule = entry.schedule();
    let stays = |status, message: &str| Next {
        status,
        at: None,
        attempts: entry.attempts,
        rescues: entry.rescues,
        message: message.to_owned(),
    };
    match ending {
        Ending::Done(_) => Next {
            status: Status::Ready,
            at: entry.recurring_job.then(|| schedule::next(&schedule, now)),
            attempts: 0,
            rescues: 0,
            message: String::new(),
        },
        Ending::GivenBack => Next { at: Some(now), ..stays(Status::Ready, "") },
        Ending::Cancelled => stays(Status::OnHold, "cancelled"),
        Ending::Lost => {
            let got_further = run.progress_done > entry.rescued_at;
            let rescues = if got_further { 1 } else { entry.rescues + 1 };
            if rescues > MOST_RESCUES {
                let message =
                    "this job ends its worker: it was lost with its worker time after time; see the log of the worker";
                return Next { rescues, ..stays(Status::Error, message) };
            }
            Next { at: Some(now), rescues, ..stays(Status::Ready, "") }
        }
        Ending::Failed(error) => match error.decision {
            Decision::Hold => stays(Status::OnHold, &error.message),
            Decision::Retry { after } if entry.attempts < entry.max_attempts => {
                let wait = wait_before(entry.attempts + 1, entry.rerun_delay);
                let asked = after.and_then(|after| chrono::Duration::from_std(after).ok()).unwrap_or_default();
                Next {
                    at: Some(now + wait.max(asked)),
                    attempts: entry.attempts + 1,
                    ..stays(Status::Ready, &error.message)
                }
            }
            Decision::Retry { .. } | Decision::Fail => {
                let goes_on = entry.recurring_job && !entry.stop_on_error;
                let at = goes_on.then(|| schedule::next(&schedule, now));
                let attempts = if goes_on { 0 } else { entry.attempts };
                Next { at, attempts, ..stays(Status::Error, &error.message) }
            }
        },
    }
}

/// How long to wait before attempt number `attempt`, the first retry being 1.
fn wait_before(attempt: i32, rerun_delay: i32) -> chrono::Duration {
    let extra = usize::try_from(attempt - 1).ok().and_then(|at| EXTRA_WAITS.get(at)).unwrap_or(&LONGEST_EXTRA_WAIT);
    (chrono::Duration::seconds(i64::from(rerun_delay)) + *extra).max(SHORTEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_retry_waits_as_long_as_in_bc_and_never_less_than_a_second() {
        let milliseconds = |attempt, delay| wait_before(attempt, delay).num_milliseconds();
        assert_eq!([milliseconds(1, 0), milliseconds(2, 0), milliseconds(3, 0)], [1_000, 1_000, 1_000]);
        assert_eq!([milliseconds(1, 30), milliseconds(2, 30), milliseconds(3, 30)], [30_010, 30_100, 31_000]);
        assert_eq!(milliseconds(7, 0), 10_000_000);
        assert_eq!(wait_before(8, 60), chrono::Duration::hours(6) + chrono::Duration::seconds(60));
    }
}
