use database::{Notice, Record, Tx};
use runtime::{Clock, Random};
use sea_orm::{EntityTrait, ModelTrait, NotSet, Set};
use serde::Serialize;
use uuid::Uuid;
use values::field::Value;

use super::changes::changes;
use super::entry::{ActiveModel, Entity};
use super::redact::without_kept_out;
use crate::{Error, Principal, Result};

/// Writes the audit log. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Audit {
    clock: Clock,
    /// For the ids of entries, which nothing else depends on.
    random: Random,
}

/// The record that something was done to.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The entity set that shows it.
    pub entity: &'static str,
    /// Its id.
    pub id: Uuid,
    /// What people call it.
    pub subject: &'a str,
}

impl Audit {
    /// With the program's clock.
    pub fn new(clock: Clock) -> Self {
        Self { clock, random: Random::os() }
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
        self.write(tx, by, (action, subject), None, detail).await
    }

    /// The same of one record, whose entries can then be found by its id.
    ///
    /// # Errors
    /// What the database says.
    pub async fn record_about(
        &self,
        tx: &Tx,
        by: &Principal,
        action: &str,
        about: About<'_>,
        detail: impl Serialize,
    ) -> Result<()> {
        self.write(tx, by, (action, about.subject), Some((about.entity, about.id)), detail).await
    }

    /// Writes down what `by` changed of a record, field by field: made where there was none before, deleted where there is
    /// none after. A change that changes nothing is none. `subject` is what people call the record.
    ///
    /// # Errors
    /// What the database says.
    pub async fn changed<E: Record>(
        &self,
        tx: &Tx,
        by: &Principal,
        subject: &str,
        before: Option<&E::Model>,
        after: Option<&E::Model>,
    ) -> Result<()>
    where
        E::Model: ModelTrait<Entity = E>,
    {
        let changes = changes::<E>(before, after);
        let done = match (before, after) {
            (Some(_), Some(_)) if changes.is_empty() => return Ok(()),
            (Some(_), Some(_)) => "changed",
            (None, _) => "created",
            (_, None) => "deleted",
        };
        let id = after.or(before).zip(E::field("id")).map(|(model, field)| E::value(model, field.column));
        let about = match id {
            Some(Value::Id(id)) => Some((E::NAME, id)),
            _ => None,
        };
        // Of what was just made nothing is kept out yet.
        let changes = match about.filter(|_| before.is_some()) {
            Some(about) => without_kept_out(tx, about, changes).await?,
            None => changes,
        };
        self.write(tx, by, (&action::<E>(done), subject), about, changes).await
    }

    async fn write(
        &self,
        tx: &Tx,
        by: &Principal,
        (action, subject): (&str, &str),
        about: Option<(&str, Uuid)>,
        detail: impl Serialize,
    ) -> Result<()> {
        let entry = self.entry(by, (action, subject), about, detail)?;
        Entity::insert(entry).exec_without_returning(tx).await?;
        tx.notify(Notice::new(Entity::NAME, "")).await?;
        Ok(())
    }

    /// An entry as it is to be inserted.
    pub(super) fn entry(
        &self,
        by: &Principal,
        (action, subject): (&str, &str),
        about: Option<(&str, Uuid)>,
        detail: impl Serialize,
    ) -> Result<ActiveModel> {
        let unwritable =
            |error: serde_json::Error| Error::Detail { action: action.to_owned(), reason: error.to_string() };
        let now = self.clock.now();
        Ok(ActiveModel {
            entry_number: NotSet,
            id: Set(self.random.id(now)),
            created_at: Set(now),
            user_name: Set(by.user_name.clone()),
            via: Set(by.via.to_string()),
            action: Set(action.to_owned()),
            subject: Set(subject.to_owned()),
            entity: Set(about.map(|(entity, _)| entity.to_owned()).unwrap_or_default()),
            record_id: Set(about.map(|(_, id)| id)),
            detail: Set(serde_json::to_string(&detail).map_err(unwritable)?),
        })
    }
}

/// What was done with a record, as the log says it.
pub(super) fn action<E: Record>(done: &str) -> String {
    format!("{} {done}", E::CAPTION)
}
