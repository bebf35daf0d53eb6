use chrono::{DateTime, Utc};

use crate::entry;
use crate::object::Outcome;

/// Seconds from the moment at which an entry might have begun until it did.
const PICK_UP: &str = "kobling_job_queue_pick_up_seconds";
/// Seconds that runs took, by object.
const RUN: &str = "kobling_job_queue_run_seconds";
/// Runs that have ended, by object and result.
const RUNS: &str = "kobling_job_queue_runs_total";

/// The measures of the job queue that are times in seconds, for whoever chooses their buckets.
pub const TIMES: [&str; 2] = [PICK_UP, RUN];

/// A run of the entry has begun at `now`.
pub(super) fn begun(entry: &entry::Model, now: DateTime<Utc>) {
    if let Some(waited) = entry.earliest_start_date_time.and_then(|due| (now - due).to_std().ok()) {
        metrics::histogram!(PICK_UP).record(waited.as_secs_f64());
    }
}

/// It has ended at `now`.
pub(super) fn ended(entry: &entry::Model, began: DateTime<Utc>, now: DateTime<Utc>, result: Outcome) {
    let object = entry.object_id_to_run.to_string();
    let took = (now - began).to_std().unwrap_or_default();
    metrics::histogram!(RUN, "object" => object.clone()).record(took.as_secs_f64());
    metrics::counter!(RUNS, "object" => object, "result" => result.caption()).increment(1);
}
