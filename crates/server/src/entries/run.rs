//! The run of an entry, shown with it while it is under way: who runs it, and whether it was told to stop.

use job_queue::run::{self, StopReason};
use uuid::Uuid;
use values::field::{FieldType, Kind, Value};

use crate::records::{Computed, Computing, Snapshot};

/// The fields that say so.
pub(crate) const RUN_OF_ENTRY: Computed = Computed {
    fields: &[
        ("worker", "Worker", Kind::Text),
        ("userSessionStarted", "User Session Started", Kind::DateTime),
        ("stopReason", "Stop Reason", <StopReason as FieldType>::KIND),
        ("stopRequestedBy", "Stop Requested By", Kind::Text),
        ("stopBy", "Ended At the Latest", Kind::DateTime),
    ],
    values,
};

fn values<'a>(snapshot: &'a Snapshot, ids: &'a [Uuid]) -> Computing<'a> {
    Box::pin(async move {
        let runs = run::under_way(&snapshot.read, ids).await?;
        let of = |run: &run::Model| {
            vec![
                run.worker.value(),
                Value::DateTime(run.started_at),
                run.stop_reason.value(),
                run.stop_requested_by.value(),
                run.stop_by.map_or(Value::Null, Value::DateTime),
            ]
        };
        Ok(runs.iter().map(|run| (run.job_queue_entry_id, of(run))).collect())
    })
}
