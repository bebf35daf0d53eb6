//! How far a run is: shown with its job queue entry and its log entry while it is under way.

use job_queue::run;
use uuid::Uuid;
use values::field::{Kind, Value};

use crate::records::{Computed, Computing, Snapshot};

/// The fields that say so.
pub(crate) const PROGRESS: Computed = Computed {
    fields: &[
        ("progressDone", "Progress: Done", Kind::Integer),
        ("progressTotal", "Progress: Total", Kind::Integer),
        ("progressText", "Progress", Kind::Text),
    ],
    values,
};

fn values<'a>(snapshot: &'a Snapshot, ids: &'a [Uuid]) -> Computing<'a> {
    Box::pin(async move {
        let runs = run::under_way(&snapshot.read, ids).await?;
        let of = |run: &run::Model| {
            let (done, total) = (Value::Integer(run.progress_done), Value::Integer(run.progress_total));
            vec![done, total, Value::Text(run.progress_text.clone())]
        };
        Ok(runs.iter().flat_map(|run| [(run.job_queue_entry_id, of(run)), (run.log_id, of(run))]).collect())
    })
}
