use std::any::Any;
use std::panic::AssertUnwindSafe;

use futures::FutureExt;
use runtime::Scope;

use super::heartbeat::keep_alive;
use super::measured;
use crate::object::{Context, Parameters, Stops};
use crate::run::{self, Claimed, Ending};
use crate::{Error, JobError, Queue, Result, Summary};

/// Runs what was claimed, to its end or until its lease is lost, and writes down how it ended.
pub(super) async fn execute(queue: Queue, claimed: Claimed, stops: Stops) {
    let run = claimed.run.clone();
    let entry = claimed.entry.clone();
    measured::begun(&entry, run.started_at);
    let span = tracing::info_span!("job", object = entry.object_id_to_run, entry = %entry.id);
    let cx = Context::new(queue.clone(), claimed, stops.clone());
    // In a task of its own: a job that computes for long must not keep its own heart from beating.
    let mut heart = Scope::new();
    heart.spawn(keep_alive(queue.clone(), run.clone(), stops.clone()));
    // A task begins on the thread that spawned it, which the job may keep from here on.
    tokio::task::yield_now().await;
    let result = tokio::select! {
        biased;
        () = heart.join() => Err(None),
        () = stops.overdue(queue.clock()) => Ok(Err(Error::StopRequested.into())),
        result = AssertUnwindSafe(run_object(&cx)).catch_unwind() => result.map_err(Some),
    };
    let ending = match result {
        Ok(Ok(summary)) if cx.is_idle() => Ending::Idle(summary),
        Ok(Ok(summary)) => Ending::Done(summary),
        Ok(Err(error)) => stops.ending().unwrap_or(Ending::Failed(error)),
        Err(Some(panic)) => {
            Ending::Failed(JobError::fail(format!("the task broke off: {}", panic_text(panic.as_ref()))))
        }
        Err(None) => {
            tracing::warn!(parent: &span, "the lease was lost; whatever the job did since has no effect");
            return;
        }
    };
    if let Ending::Failed(error) = &ending {
        tracing::warn!(parent: &span, %error, "a job failed");
    }
    match settle(&queue, &run, &ending).await {
        Ok(()) => measured::ended(&entry, run.started_at, queue.clock().now(), ending.result()),
        Err(error) => tracing::error!(parent: &span, %error, "the end of a job could not be written down"),
    }
}

/// Writes down how a run ended, if it is still this worker's.
pub(crate) async fn settle(queue: &Queue, run: &run::Model, ending: &Ending) -> Result<()> {
    queue
        .db()
        .write(|tx| async move {
            let run = run::fence(&tx, run.token, queue.clock().now()).await?;
            run::finish(queue, &tx, &run, &run::as_told(&run, ending)).await
        })
        .await
}

async fn run_object(cx: &Context) -> Result<Summary, JobError> {
    let object = cx.queue.registry().object(cx.entry.object_id_to_run)?;
    let parameters = Parameters::from_text(&cx.entry.parameters).map_err(|error| unreadable(cx, &error))?;
    object.run(cx, &parameters).await
}

fn unreadable(cx: &Context, error: &serde_json::Error) -> Error {
    let reason = format!("what is stored can't be read ({error}); set them again");
    Error::Options { object: cx.entry.object_id_to_run, reason }
}

fn panic_text(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("it panicked without a text")
}
