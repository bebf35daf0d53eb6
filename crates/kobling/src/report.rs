use job_queue::{Summary, log};
use serde_json::{Value, json};

/// A run that has ended, as programs see it.
pub fn task(run: &log::Model) -> Value {
    json!({
        "id": run.object_id_to_run,
        "name": run.object_caption_to_run,
        "jobQueueEntryId": run.job_queue_entry_id,
        "status": run.result,
        "message": run.error_message,
        "summary": run.summary().unwrap_or_default(),
    })
}

/// What a run did, in words.
pub fn words(summary: &Summary) -> String {
    let Summary { fetched, created, updated, unchanged, skipped, failed, calls, points } = summary;
    format!(
        "{fetched} fetched, {created} created, {updated} updated, {unchanged} unchanged, {skipped} skipped, {failed} failed, {calls} calls, {points} points"
    )
}
