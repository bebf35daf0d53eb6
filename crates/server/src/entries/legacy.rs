//! Fields of Business Central's API that say nothing new here, for programs that read them: an object is always a report
//! that only processes, and a run is no session.

use job_queue::entry::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;
use values::field::{Kind, Value};

use crate::records::{Computed, Computing, Snapshot};

const REPORT: &str = "Report";
const NO_OUTPUT: &str = "None (Processing only)";

/// The fields.
pub(crate) const LEGACY: Computed = Computed {
    fields: &[
        ("objectTypeToRun", "Object Type to Run", Kind::Text),
        ("reportOutputType", "Report Output Type", Kind::Text),
        ("reportRequestPageOptions", "Report Request Page Options", Kind::Boolean),
        ("referenceStartingTime", "Reference Starting Time", Kind::DateTime),
        ("runInUserSession", "Run in User Session", Kind::Boolean),
        ("userSessionId", "User Session ID", Kind::Integer),
        ("userServiceInstanceId", "User Service Instance ID", Kind::Integer),
        ("userLanguageId", "User Language ID", Kind::Integer),
        ("notifyOnSuccess", "Notify On Success", Kind::Boolean),
        ("printerName", "Printer Name", Kind::Text),
        ("systemTaskId", "System Task ID", Kind::Id),
        ("scheduled", "Scheduled", Kind::Boolean),
    ],
    values,
};

fn values<'a>(snapshot: &'a Snapshot, ids: &'a [Uuid]) -> Computing<'a> {
    Box::pin(async move {
        let entries = Entity::find()
            .select_only()
            .columns([Column::Id, Column::Runnable])
            .expr(Column::Parameters.ne(""))
            .filter(Column::Id.is_in(ids.iter().copied()));
        let entries: Vec<(Uuid, bool, bool)> = entries.into_tuple().all(&snapshot.read).await?;
        Ok(entries.into_iter().map(|(id, runnable, has_page)| (id, of(id, runnable, has_page))).collect())
    })
}

fn of(id: Uuid, runnable: bool, has_page: bool) -> Vec<Value> {
    let text = |text: &str| Value::Text(text.to_owned());
    vec![
        text(REPORT),
        text(NO_OUTPUT),
        Value::Boolean(has_page),
        Value::Null,
        Value::Boolean(false),
        Value::Integer(0),
        Value::Integer(0),
        Value::Integer(0),
        Value::Boolean(false),
        text(""),
        // A task of the scheduler is there while the entry is scheduled; it has the entry's own id.
        if runnable { Value::Id(id) } else { Value::Null },
        Value::Boolean(runnable),
    ]
}
