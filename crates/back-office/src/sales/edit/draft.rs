use database::{Tx, search, upsert_many};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, Iterable, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;
use values::money::Quantity;

use crate::item_ledger::Place;
use crate::sales::release::lock;
use crate::sales::{Context, Status, header, line};
use crate::{Error, Result, availability};

/// A document that is being changed. This transaction has it for itself.
#[derive(Clone, Debug)]
pub(in crate::sales) struct Draft {
    pub(super) header: header::Model,
    /// In the order of their numbers.
    pub(super) lines: Vec<line::Model>,
    /// As they were read.
    pub(super) before: Vec<line::Model>,
}

impl Draft {
    /// Reads and locks a document. `seen` is the version that was read before the change was made up; `None` takes any.
    ///
    /// # Errors
    /// [`Error::Unknown`], [`Error::Changed`], [`Error::Queued`].
    pub(in crate::sales) async fn lock(tx: &Tx, id: Uuid, seen: Option<i64>) -> Result<Self> {
        let header = lock(tx, id).await?;
        if seen.is_some_and(|seen| seen != header.version) {
            return Err(Error::Changed(header.in_words()));
        }
        Self::of(tx, header).await
    }

    /// As [`Draft::lock`], also of a document that the job queue is posting.
    ///
    /// # Errors
    /// [`Error::Unknown`].
    pub(super) async fn lock_to_post(tx: &Tx, id: Uuid) -> Result<Self> {
        let found = header::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
        let header = found.ok_or_else(|| Error::Unknown { kind: "sales document", code: id.to_string() })?;
        Self::of(tx, header).await
    }

    async fn of(tx: &Tx, header: header::Model) -> Result<Self> {
        let id = header.id;
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
    /// another, and the header; and marks what has become available or not.
    ///
    /// # Errors
    /// When the database fails.
    pub(in crate::sales) async fn keep(mut self, tx: &Tx, cx: &Context) -> Result<header::Model> {
        self.give_back_reserved();
        if self.header.is_promised() {
            availability::mark(tx, self.moved(), cx).await?;
        }
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
        let header = header::Model { last_modified_date_time: cx.now, version, ..self.header };
        search::keep::<header::Entity>(tx, [&header]).await?;
        tx.changed::<header::Entity>(&[header.id]).await?;
        Ok(header.into_active_model().reset_all().update(tx).await?)
    }

    /// Of what is kept on hand for its lines, gives back what they do not ask for any more.
    fn give_back_reserved(&mut self) {
        for line in &mut self.lines {
            let old = self.before.iter().find(|old| old.id == line.id);
            let most = line.outstanding_base();
            if old.is_some_and(|old| old.place() != line.place()) || most < Quantity::ZERO {
                line.reserved_quantity = Quantity::ZERO;
            } else if line.reserved_quantity > most {
                line.reserved_quantity = most;
            }
        }
    }

    /// The places at which another quantity than before, or on another day, is to be sent or comes back.
    fn moved(&self) -> Vec<Place> {
        let asks = |line: &line::Model| {
            let place = line.place()?;
            Some((place, (line.outstanding_base(), line.shipment_date)))
        };
        let others = |all: &[line::Model], one: &line::Model| {
            let same = all.iter().find(|line| line.id == one.id).and_then(asks);
            asks(one).filter(|asked| same.as_ref() != Some(asked)).map(|(place, _)| place)
        };
        let new = self.lines.iter().filter_map(|line| others(&self.before, line));
        let old = self.before.iter().filter_map(|line| others(&self.lines, line));
        new.chain(old).collect()
    }
}
