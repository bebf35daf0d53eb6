use database::Tx;
use uuid::Uuid;
use values::money::Amount;

use super::{ChangeDocument, ChangeLine, Draft};
use crate::Result;
use crate::sales::{Context, DocumentType, LineKind, NewLine, Setup, header};

/// What a person enters on a document in one go.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// What is changed of its header.
    pub document: ChangeDocument,
    /// A discount on the whole by hand; `None` leaves it as it is.
    pub invoice_discount: Option<Amount>,
    /// What is done with its lines, in this order; but lines are added after all others are done with.
    pub lines: Vec<LineEntry>,
}

/// What is done with a line.
#[derive(Clone, Debug)]
pub enum LineEntry {
    /// It comes after all others, and these fields are entered on it then.
    Add(Box<NewLine>, Box<ChangeLine>),
    /// The line of this number is changed.
    Change(i32, Box<ChangeLine>),
    /// The line of this number is taken away.
    Remove(i32),
}

impl LineEntry {
    fn is_plan(&self) -> bool {
        matches!(self, Self::Change(_, change) if change.is_plan())
    }
}

impl Entry {
    /// One that does this with one line.
    pub fn of_line(line: LineEntry) -> Self {
        Self { lines: vec![line], ..Self::default() }
    }

    /// Whether it changes what stays as it is once the document is released. What the next posting ships and invoices of
    /// an order is planned then, too.
    fn needs_open(&self, document_type: DocumentType) -> bool {
        let is_plan = |line: &LineEntry| document_type == DocumentType::Order && line.is_plan();
        self.document.needs_open() || self.invoice_discount.is_some() || !self.lines.iter().all(is_plan)
    }

    /// Whether nothing of it changes what the document comes to.
    fn is_plan(&self) -> bool {
        self.document == ChangeDocument::default()
            && self.invoice_discount.is_none()
            && self.lines.iter().all(LineEntry::is_plan)
    }
}

/// Enters something on a document: all of it, or nothing. `seen` is the version that the person saw; `None` takes any.
///
/// # Errors
/// [`NotEntered`](crate::Error::NotEntered) says all that is wrong with it, by line and field;
/// [`Unknown`](crate::Error::Unknown) when there is no such document, [`Changed`](crate::Error::Changed),
/// [`Queued`](crate::Error::Queued), [`Released`](crate::Error::Released).
pub async fn enter(
    tx: &Tx,
    setup: &Setup,
    id: Uuid,
    seen: Option<i64>,
    entry: &Entry,
    cx: &Context,
) -> Result<header::Model> {
    let draft = Draft::lock(tx, id, seen).await?;
    if entry.needs_open(draft.header.document_type) {
        draft.require_open()?;
    }
    let items = entry.lines.iter().filter_map(|line| match line {
        LineEntry::Add(new, _) if new.kind == LineKind::Item => Some(&new.number),
        _ => None,
    });
    setup.meet_items(tx, items).await?;
    let mut entered = draft.clone();
    match entered.take(tx, setup, entry, cx).await {
        Ok(()) => entered.keep(tx, cx).await,
        Err(error) if error.is_of_the_document() => Err(draft.explain(tx, setup, entry, error, cx).await?),
        Err(error) => Err(error),
    }
}

impl Draft {
    /// Does all that is entered, to the totals. Needs the items of new lines to be met.
    async fn take(&mut self, tx: &Tx, setup: &Setup, entry: &Entry, cx: &Context) -> Result<()> {
        self.change(tx, setup, &entry.document).await?;
        let (mut new, mut entered) = (Vec::new(), Vec::new());
        for line in &entry.lines {
            match line {
                LineEntry::Change(number, change) => self.change_line(tx, setup, *number, change).await?,
                LineEntry::Remove(number) => self.remove(*number)?,
                LineEntry::Add(line, change) => {
                    new.push(NewLine::clone(line));
                    entered.push(change);
                }
            }
        }
        let first = self.lines.len();
        if !new.is_empty() {
            // Together, so that their prices are read once.
            self.add(tx, setup, &new, cx).await?;
        }
        let added: Vec<i32> = self.lines.iter().skip(first).map(|line| line.line_number).collect();
        for (number, change) in added.into_iter().zip(entered) {
            self.change_line(tx, setup, number, change).await?;
        }
        if let Some(discount) = entry.invoice_discount {
            self.give_by_hand(discount);
        }
        if entry.is_plan() { Ok(()) } else { self.work_out(tx, setup).await }
    }
}
