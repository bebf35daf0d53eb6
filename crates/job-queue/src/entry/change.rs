use database::Tx;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use uuid::Uuid;
use values::Code;

use super::checked::Checked;
use super::set_ready::not_running;
use super::{Model, NewEntry};
use crate::object::Parameters;
use crate::schedule::Schedule;
use crate::{Error, Queue, Result, category, schedule};

impl Queue {
    /// Changes what an entry does and when, to what `new` would be: all but its object. One that waits is put in line
    /// anew, with all its attempts before it. Whoever changes options or filters is from then on the one in whose name it
    /// runs.
    ///
    /// # Errors
    /// [`Error::Running`] for one that runs; [`Error::NoEntry`]; those of [`Queue::enqueue`].
    pub async fn change(&self, tx: &Tx, id: Uuid, new: &NewEntry) -> Result<()> {
        let entry = not_running(tx, id).await?;
        let now = self.clock().now();
        let new = &NewEntry { object: entry.object_id_to_run, ..new.clone() };
        let checked = Checked::of(self, new, now)?;
        if let Some(category) = new.category.as_ref().filter(|code| **code != entry.job_queue_category_code) {
            category::check(self, tx, category).await?;
        }
        let schedule = from_when(&entry, &checked.schedule);
        let category = new.category.clone().unwrap_or_else(|| Code::cut(checked.category));
        let key = category::exclusion_key(self, tx, &category, &new.scope, id).await?;
        if key != entry.exclusion_key {
            category::forget_key(tx, &entry).await?;
        }
        let mut row = entry.clone().into_active_model();
        checked.set(&mut row);
        if entry.parameters != checked.parameters.to_text() {
            row.user_id = Set(new.user.clone());
        }
        row.job_queue_category_code = Set(category);
        row.exclusion_key = Set(key);
        // What it does is no longer what its key says.
        row.dedupe_key = Set(None);
        let at = if entry.runnable && schedule != entry.schedule() {
            Some(schedule::made_ready(&schedule, now))
        } else {
            schedule.earliest_start
        };
        row.earliest_start_date_time = Set(at);
        row.turn = Set(at.unwrap_or(now) + new.priority.patience());
        row.last_modified_date_time = Set(now);
        row.version = Set(entry.version + 1);
        row.update(tx).await?;
        self.changed(tx, id).await
    }

    /// What the request page of an entry holds, its options in full.
    ///
    /// # Errors
    /// [`Error::UnknownObject`], [`Error::Options`] when this program can't take them.
    pub fn parameters(&self, entry: &Model) -> Result<Parameters> {
        let object = self.registry().object(entry.object_id_to_run)?;
        let refused = |reason: String| Error::Options { object: entry.object_id_to_run, reason };
        let stored = Parameters::from_text(&entry.parameters).map_err(|error| refused(error.to_string()))?;
        let options = object.options(&stored).map_err(refused)?;
        Ok(Parameters { version: object.version(), options, ..stored })
    }
}

/// The new schedule. When its days or times are others, the next run of the old one no longer counts.
fn from_when(entry: &Model, new: &Schedule) -> Schedule {
    let old = entry.schedule();
    let kept = Schedule { earliest_start: old.earliest_start, ..new.clone() };
    let same = kept == old;
    if !same && new.is_recurring() && new.earliest_start == old.earliest_start {
        return Schedule { earliest_start: None, ..new.clone() };
    }
    new.clone()
}
