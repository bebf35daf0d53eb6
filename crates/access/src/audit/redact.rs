use database::{Notice, Record, Tx, insert_many};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IdenStatic, IntoActiveModel, QueryFilter, QuerySelect, Set};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::Audit;
use super::entry::{Column, Entity};
use super::record::action;
use crate::{Principal, Result};

/// The entry from which on values of a record are kept out of the log. Its detail names their fields.
const KEPT_OUT: &str = "personal data removed";
/// What stands in the place of such a value.
const REMOVED: &str = "•••";
/// As many records one statement takes.
const AT_ONCE: usize = 500;

impl Audit {
    /// Takes the values of these columns out of what the log says of records, as they are taken out of the records
    /// themselves: who changed them, and when, stays. So many records as one statement takes.
    ///
    /// # Errors
    /// What the database says.
    pub async fn redact<E: Record>(tx: &Tx, records: &[Uuid], columns: &[E::Column]) -> Result<()> {
        let names = names::<E>(columns);
        let entries = Entity::find()
            .filter(Column::RecordId.is_in(records.iter().copied()))
            .filter(Column::Entity.eq(E::NAME))
            .lock_exclusive()
            .all(tx)
            .await?;
        for entry in entries {
            let Ok(mut detail) = serde_json::from_str::<Map<String, Value>>(&entry.detail) else { continue };
            if hide(&mut detail, &names) {
                let mut entry = entry.into_active_model();
                entry.detail = Set(Value::Object(detail).to_string());
                entry.update(tx).await?;
            }
        }
        Ok(tx.notify(Notice::new(Entity::NAME, "")).await?)
    }

    /// The same of records that were deleted, by how what people called them begins.
    ///
    /// # Errors
    /// What the database says.
    pub async fn redact_deleted<E: Record>(tx: &Tx, begins: &[String], columns: &[E::Column]) -> Result<()> {
        let deleted: Vec<(Option<Uuid>, String)> = Entity::find()
            .select_only()
            .columns([Column::RecordId, Column::Subject])
            .filter(Column::Entity.eq(E::NAME))
            .filter(Column::Action.eq(action::<E>("deleted")))
            .into_tuple()
            .all(tx)
            .await?;
        let is_meant = |subject: &str| begins.iter().any(|begin| subject.starts_with(begin.as_str()));
        let ids: Vec<Uuid> =
            deleted.into_iter().filter(|(_, subject)| is_meant(subject)).filter_map(|(id, _)| id).collect();
        for some in ids.chunks(AT_ONCE) {
            Self::redact::<E>(tx, some, columns).await?;
        }
        Ok(())
    }

    /// The same for good, of records with what people call them: what is changed later in these columns has no values in
    /// the log either, as when a person takes them out of the record.
    ///
    /// # Errors
    /// What the database says.
    pub async fn keep_out<E: Record>(
        &self,
        tx: &Tx,
        by: &Principal,
        records: &[(Uuid, String)],
        columns: &[E::Column],
    ) -> Result<()> {
        let ids: Vec<Uuid> = records.iter().map(|(id, _)| *id).collect();
        Self::redact::<E>(tx, &ids, columns).await?;
        let fields = names::<E>(columns).into_iter().map(|name| (name, json!({ "new": REMOVED })));
        let detail: Map<String, Value> = fields.collect();
        let mut entries = Vec::with_capacity(records.len());
        for (id, subject) in records {
            entries.push(self.entry(by, (KEPT_OUT, subject), Some((E::NAME, *id)), &detail)?);
        }
        Ok(insert_many(tx, entries).await?)
    }
}

/// What changes of a record say, without the values that are kept out of the log.
pub(super) async fn without_kept_out(
    tx: &Tx,
    (entity, record): (&str, Uuid),
    mut changes: Map<String, Value>,
) -> Result<Map<String, Value>> {
    let kept_out: Vec<String> = Entity::find()
        .select_only()
        .column(Column::Detail)
        .filter(Column::RecordId.eq(record))
        .filter(Column::Entity.eq(entity))
        .filter(Column::Action.eq(KEPT_OUT))
        .into_tuple()
        .all(tx)
        .await?;
    for detail in kept_out {
        let fields: Map<String, Value> = serde_json::from_str(&detail).unwrap_or_default();
        let names: Vec<String> = fields.into_iter().map(|(name, _)| name).collect();
        hide(&mut changes, &names);
    }
    Ok(changes)
}

/// The names of the fields that show these columns.
fn names<E: Record>(columns: &[E::Column]) -> Vec<String> {
    let is_meant = |of: &E::Column| columns.iter().any(|column| column.as_str() == of.as_str());
    E::fields().iter().filter(|field| is_meant(&field.column)).map(|field| field.name.to_owned()).collect()
}

/// Hides the values of these fields, and says whether there were any that were not hidden.
fn hide(detail: &mut Map<String, Value>, names: &[String]) -> bool {
    let mut found = false;
    for name in names {
        let Some(change) = detail.get_mut(name.as_str()).and_then(Value::as_object_mut) else { continue };
        for value in change.values_mut().filter(|value| **value != REMOVED) {
            *value = REMOVED.into();
            found = true;
        }
    }
    found
}
