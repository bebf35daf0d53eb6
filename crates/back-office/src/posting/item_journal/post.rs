use database::{Tx, upsert_many};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use values::Code;

use super::check::{ReadyLine, check};
use super::cost::Costs;
use super::entries;
use super::journal::Journal;
use crate::general_ledger::Numbers;
use crate::item_journal::{EntryType, line};
use crate::item_ledger::Place;
use crate::posting::Setup;
use crate::posting::transaction::Transaction;
use crate::posting::write::write_entries;
use crate::sales::Context;
use crate::{Result, availability, items};

/// What posts item journals.
const ITEM_JOURNAL: &str = "ITEMJNL";

/// What posting a journal has made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostedItemJournal {
    /// The transaction in the general ledger; `None` when nothing was found or missing.
    pub transaction_number: Option<i64>,
    /// How many lines were posted, with those of a count that found all that should be there.
    pub lines: usize,
}

/// Posts a batch of the item journal, all of its lines or none, in the caller's transaction, and empties it.
///
/// # Errors
/// [`crate::Error::NotPosted`] with all that is wrong with its lines; [`crate::Error::Unknown`] when there is no such batch;
/// those of the number series. Nothing is written then.
pub async fn post_item_journal(
    tx: &Tx,
    setup: &Setup,
    batch_code: &Code<10>,
    cx: &Context,
) -> Result<PostedItemJournal> {
    let (journal, numbers) = Journal::lock(tx, batch_code).await?;
    let ready = check(setup, &journal, &cx.user)?;
    let transaction_number = write(tx, setup, &journal, &ready, (numbers, cx)).await?;
    let ids: Vec<_> = journal.lines.iter().map(|line| line.id).collect();
    line::Entity::delete_many().filter(line::Column::BatchCode.eq(batch_code.clone())).exec(tx).await?;
    tx.changed::<line::Entity>(&ids).await?;
    Ok(PostedItemJournal { transaction_number, lines: journal.lines.len() })
}

/// Writes the entries of all ledgers, and what items cost now. Returns the number of the transaction, if there is one.
async fn write(
    tx: &Tx,
    setup: &Setup,
    journal: &Journal,
    ready: &[ReadyLine],
    (numbers, cx): (Numbers, &Context),
) -> Result<Option<i64>> {
    let Some(first) = ready.first() else { return Ok(None) };
    let precision = setup.company.amount_rounding_precision.decimal();
    let mut costs = Costs::read(tx, journal.items.values(), precision).await?;
    let mut transaction = Transaction::begin(numbers, cx);
    entries::build(&mut transaction, (&journal.batch.code, ready), &mut costs)?;
    let origin = entries::origin(&journal.batch.code, first.line.document_number.clone(), first.line.posting_date);
    let number = write_entries(tx, transaction.balance(&origin, ITEM_JOURNAL)?).await?;
    keep_costs(tx, journal, &costs, cx).await?;
    availability::mark(tx, ready.iter().flat_map(places), cx).await?;
    Ok(Some(number))
}

/// Where a line changes what is there.
fn places(ready: &ReadyLine) -> impl Iterator<Item = Place> {
    let (from, line) = (ready.line.place(), &ready.line);
    let to = Place { location_code: line.new_location_code.clone(), ..from.clone() };
    [from].into_iter().chain((line.entry_type == EntryType::Transfer).then_some(to))
}

/// Writes what items cost, of those that cost something else than before.
async fn keep_costs(tx: &Tx, journal: &Journal, costs: &Costs, cx: &Context) -> Result<()> {
    use items::Column;
    let changed = journal.items.values().filter_map(|item| {
        let unit_cost = costs.unit_cost(&item.number);
        let version = item.version + 1;
        let changed = items::Model { unit_cost, last_modified_date_time: cx.now, version, ..item.clone() };
        (unit_cost != item.unit_cost).then_some(changed)
    });
    let changed: Vec<items::Model> = changed.collect();
    let ids: Vec<_> = changed.iter().map(|item| item.id).collect();
    let rows = changed.into_iter().map(|item| item.into_active_model().reset_all()).collect();
    let update = [Column::UnitCost, Column::LastModifiedDateTime, Column::Version];
    upsert_many(tx, rows, &[Column::Id], &update).await?;
    Ok(tx.changed::<items::Entity>(&ids).await?)
}
