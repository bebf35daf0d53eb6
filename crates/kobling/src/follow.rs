use std::time::Duration;

use anyhow::{Result, anyhow, bail};
use job_queue::{entry, log};
use runtime::Shutdown;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::assembly::Program;

/// How often it is looked: what another process does on SQLite makes no notice.
const LOOK: Duration = Duration::from_millis(100);

/// Follows an entry that runs once until nothing more will come of it, retries included; gives its last run.
///
/// # Errors
/// When it was deleted before it ran, was set on hold, or this process is told to stop.
pub async fn follow(program: &Program, id: Uuid, shutdown: &Shutdown) -> Result<log::Model> {
    loop {
        if let Some(run) = ended(program, id).await? {
            return Ok(run);
        }
        tokio::select! {
            () = shutdown.requested() => bail!("it was not waited for any longer; the job queue entry {id} goes on when a worker runs"),
            () = program.clock.sleep(LOOK) => {}
        }
    }
}

async fn ended(program: &Program, id: Uuid) -> Result<Option<log::Model>> {
    let entry = entry::Entity::find().filter(entry::Column::Id.eq(id));
    let runs = log::Entity::find().filter(log::Column::JobQueueEntryId.eq(id)).order_by_desc(log::Column::EntryNumber);
    let read = |r| async move { Ok::<_, database::Error>((entry.one(&r).await?, runs.one(&r).await?)) };
    let (entry, run) = program.db.read(read).await?;
    let run = run.filter(|run| run.end_date_time.is_some());
    match entry.map(|entry| entry.status) {
        Some(entry::Status::Ready | entry::Status::InProcess | entry::Status::Waiting) => Ok(None),
        Some(entry::Status::OnHold) if run.is_none() => {
            bail!("the job queue entry {id} was set on hold: set it to ready with `kobling job-queue ready {id}`")
        }
        None if run.is_none() => Err(anyhow!("the job queue entry {id} was deleted before it ran")),
        _ => Ok(run),
    }
}
