use back_office::posting_jobs::{BATCH_POST_ORDERS, result};
use chrono::{DateTime, Utc};
use database::Read;
use job_queue::{NewEntry, Queue, Worker, WorkerOptions, log};
use sea_orm::{EntityTrait, QueryOrder, QuerySelect};
use serde_json::{Value, json};

/// Posts all sales orders with report 296. Says how many were posted, how long the run took, and when each document was
/// posted, in microseconds from its beginning.
pub async fn post(queue: &Queue) -> crate::Result<Value> {
    let new = NewEntry { options: json!({ "ship": true, "invoice": true }), ..NewEntry::now(BATCH_POST_ORDERS) };
    let new = &new;
    queue.db().write(|tx| async move { queue.enqueue(&tx, new).await }).await?;
    Worker::new(queue.clone(), WorkerOptions::default()).work_until_idle().await?;
    Ok(queue.db().read(|r| async move { told(&r).await }).await?)
}

async fn told(read: &Read) -> back_office::Result<Value> {
    let log = log::Entity::find().order_by_desc(log::Column::EntryNumber).one(read).await?;
    let Some(log) = log else { return Ok(Value::Null) };
    let times = result::Entity::find().select_only().column(result::Column::CreatedAt);
    let times: Vec<DateTime<Utc>> = times.order_by_asc(result::Column::Id).into_tuple().all(read).await?;
    let since = |time: DateTime<Utc>| (time - log.start_date_time).num_microseconds().unwrap_or_default();
    Ok(json!({
        "result": log.result,
        "error": log.error_message,
        "posted": log.summary().map(|summary| summary.created),
        "microseconds": log.end_date_time.map(since),
        "at": times.into_iter().map(since).collect::<Vec<_>>(),
    }))
}
