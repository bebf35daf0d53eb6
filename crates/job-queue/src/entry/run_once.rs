use uuid::Uuid;

use super::{NewEntry, find};
use crate::schedule::Schedule;
use crate::{Error, Queue, Result, run};

impl Queue {
    /// Runs once, at once and for a person who waits, what an entry does. The entry itself stays as it is: its schedule
    /// does not move. Gives the entry of that run.
    ///
    /// # Errors
    /// [`Error::NoEntry`], [`Error::Running`], and those of [`Queue::start_foreground`].
    pub async fn run_once(&self, id: Uuid, user: &str) -> Result<Uuid> {
        let read = |read| async move {
            let entry = find(&read, id).await?;
            match run::of_entry(&read, id).await? {
                Some(_) => Err(Error::Running(id)),
                None => Ok(entry),
            }
        };
        let entry = self.db().read(read).await?;
        let parameters = self.parameters(&entry)?;
        let once = NewEntry {
            options: parameters.options,
            filters: parameters.filters,
            schedule: Schedule::once(entry.zone()),
            description: entry.description,
            scope: entry.scope,
            category: Some(entry.job_queue_category_code),
            user: user.to_owned(),
            ..NewEntry::now(entry.object_id_to_run)
        };
        self.start_foreground(&once).await
    }
}
