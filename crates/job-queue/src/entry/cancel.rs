use database::Tx;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use uuid::Uuid;

use crate::{Error, Queue, Result, run};

impl Queue {
    /// Asks the run of an entry to stop at its next step. The entry is on hold afterwards.
    ///
    /// # Errors
    /// [`Error::NotRunning`] when it does not run.
    pub async fn cancel(&self, tx: &Tx, id: Uuid) -> Result<()> {
        let run = run::of_entry(tx, id).await?.ok_or(Error::NotRunning(id))?;
        let mut run = run.into_active_model();
        run.stop_requested = Set(true);
        run.update(tx).await?;
        self.changed(tx, id).await
    }
}
