use std::collections::HashMap;

use chrono::{DateTime, Utc};
use database::Read;
use futures::future::BoxFuture;
use uuid::Uuid;
use values::field::{Kind, Value};

use super::resource::Field;
use super::row::Row;
use crate::Error;

/// The values of computed fields, by the record's id.
pub(crate) type Values = HashMap<Uuid, Vec<Value>>;

/// What a record is shown from: the database, and the time.
#[derive(Debug)]
pub(crate) struct Snapshot {
    /// The database.
    pub(crate) read: Read,
    /// The time.
    pub(crate) now: DateTime<Utc>,
}

/// Values that are being read.
pub(crate) type Computing<'a> = BoxFuture<'a, Result<Values, Error>>;

/// Fields that a set shows beside those that its records hold. They are no part of a record's version, and lists can
/// neither be filtered nor ordered by them.
#[derive(Clone, Copy)]
pub(crate) struct Computed {
    /// Name, caption and kind of each.
    pub(crate) fields: &'static [(&'static str, &'static str, Kind)],
    /// Their values for the records of these ids; what is left out has zero and blank.
    pub(crate) values: for<'a> fn(&'a Snapshot, &'a [Uuid]) -> Computing<'a>,
}

impl Computed {
    /// The fields, as the set has them.
    pub(super) fn described(&self) -> impl Iterator<Item = Field> {
        self.fields.iter().map(|(name, caption, kind)| Field {
            name,
            own_name: name,
            caption,
            kind: *kind,
            nullable: matches!(kind, Kind::DateTime | Kind::Id),
            filterable: false,
            searched: false,
            sortable: false,
            changeable: false,
        })
    }

    /// Adds the values to the rows.
    pub(super) async fn complete(&self, snapshot: &Snapshot, rows: &mut [Row]) -> Result<(), Error> {
        let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.id).collect();
        let mut values = (self.values)(snapshot, &ids).await?;
        for row in rows {
            let own = row.id.and_then(|id| values.remove(&id));
            let own = own.unwrap_or_else(|| self.fields.iter().map(|(_, _, kind)| nothing(*kind)).collect());
            row.fields.extend(self.fields.iter().map(|(name, _, _)| *name).zip(own));
        }
        Ok(())
    }
}

fn nothing(kind: Kind) -> Value {
    match kind {
        Kind::Integer => Value::Integer(0),
        Kind::Boolean => Value::Boolean(false),
        Kind::Text | Kind::Option(_) => Value::Text(String::new()),
        _ => Value::Null,
    }
}
