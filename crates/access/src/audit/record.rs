use database::Tx;
use runtime::Clock;
use sea_orm::{EntityTrait, NotSet, Set};
use serde::Serialize;

use super::entry::{ActiveModel, Entity};
use crate::{Error, Principal, Result};

/// Writes the audit log. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Audit {
    clock: Clock,
}

impl Audit {
    /// With the program's clock.
    pub fn new(clock: Clock) -> Self {
        Self { clock }
    }

    /// Writes down that `by` did `action` to `subject`, in the transaction that does it. No secret belongs in `detail`.
    ///
    /// # Errors
    /// What the database says.
    pub async fn record(
        &self,
        tx: &Tx,
        by: &Principal,
        action: &str,
        subject: &str,
        detail: impl Serialize,
    ) -> Result<()> {
        let unwritable =
            |error: serde_json::Error| Error::Detail { action: action.to_owned(), reason: error.to_string() };
        let entry = ActiveModel {
            entry_number: NotSet,
            created_at: Set(self.clock.now()),
            user_name: Set(by.user_name.clone()),
            via: Set(by.via.to_string()),
            action: Set(action.to_owned()),
            subject: Set(subject.to_owned()),
            detail: Set(serde_json::to_string(&detail).map_err(unwritable)?),
        };
        Entity::insert(entry).exec_without_returning(tx).await?;
        Ok(())
    }
}
