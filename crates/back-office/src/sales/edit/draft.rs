use chrono::{DateTime, Utc};
use database::{Tx, search, upsert_many};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, Iterable, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::sales::release::lock;
use crate::sales::{Status, header, line};
use crate::{Error, Result};

/// A document that is being changed. This transaction has it for itself.
#[derive(Debug)]
pub(in crate::sales) struct Draft {
    pub(super) header: header::Model,
    /// In the order of their numbers.
    pub(super) lines: Vec<line::Model>,
    /// As they were read.
    before: Vec<line::Model>,
}

impl Draft {
    /// Reads and locks a document. `seen` is the version that was read before the change was made up; `None` takes any.
    ///
    /// # Errors
    /// [`Error::Unknown`], [`Error::Changed`].
    pub(in crate::sales) async fn lock(tx: &Tx, id: Uuid, seen: Option<i64>) -> Result<Self> {
        let header = lock(tx, id).await?;
        if seen.is_some_and(|seen| seen != header.version) {
            return Err(Error::Changed(header.in_words()));
        }
        let lines = line::Entity::find().filter(line::Column::DocumentId.eq(id));
        let lines = lines.order_by_asc(line::Column::LineNumber).all(tx).await?;
        Ok(Self { header, before: lines.clone(), lines })
    }

    /// As [`Draft::lock`], of a document that is not released.
    ///
    /// # Errors
    /// [`Error::Released`], and those of [`Draft::lock`].
    pub(super) async fn lock_open(tx: &Tx, id: Uuid, seen: Option<i64>) -> Result<Self> {
        let draft = Self::lock(tx, id, seen).await?;
        draft.require_open()?;
        Ok(draft)
    }

    /// Checks that it is not released.
    pub(super) fn require_open(&self) -> Result<()> {
        match self.header.status {
            Status::Open => Ok(()),
            Status::Released => Err(Error::Released(self.header.in_words())),
        }
    }

    /// Checks that nothing of it is shipped or invoiced, before what `caption` names is changed.
    pub(super) fn require_untouched(&self, caption: &'static str) -> Result<()> {
        match self.lines.iter().any(line::Model::is_touched) {
            true => Err(Error::PartlyPosted { caption, document: self.header.in_words() }),
            false => Ok(()),
        }
    }

    /// The place of the line of a number.
    pub(super) fn place_of(&self, line_number: i32) -> Result<usize> {
        let found = self.lines.iter().position(|line| line.line_number == line_number);
        let code = || format!("{line_number} of {}", self.header.in_words());
        found.ok_or_else(|| Error::Unknown { kind: "line", code: code() })
    }

    /// Writes what has become of it: the lines that are not as they were in one statement, those that are gone in
    /// another, and the header.
    ///
    /// # Errors
    /// When the database fails.
    pub(in crate::sales) async fn keep(self, tx: &Tx, now: DateTime<Utc>) -> Result<header::Model> {
        let gone = self.before.iter().filter(|old| !self.lines.iter().any(|line| line.id == old.id));
        let gone: Vec<Uuid> = gone.map(|line| line.id).collect();
        if !gone.is_empty() {
            line::Entity::delete_many().filter(line::Column::Id.is_in(gone)).exec(tx).await?;
        }
        let changed = self.lines.into_iter().filter(|line| !self.before.contains(line));
        let rows = changed.map(|line| line.into_active_model().reset_all()).collect();
        let update: Vec<line::Column> =
            line::Column::iter().filter(|column| !matches!(column, line::Column::Id)).collect();
        upsert_many(tx, rows, &[line::Column::Id], &update).await?;
        let version = self.header.version + 1;
        let header = header::Model { last_modified_date_time: now, version, ..self.header };
        search::keep::<header::Entity>(tx, [&header]).await?;
        tx.changed::<header::Entity>(&[header.id]).await?;
        Ok(header.into_active_model().reset_all().update(tx).await?)
    }
}
