use database::{Notice, Record, Tx, insert_many, upsert_many};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, ModelTrait};
use values::field::Value;

use crate::posting::transaction::Balanced;
use crate::{Result, customer_ledger, item_ledger};

/// Writes the entries of all ledgers and the register. Returns the number of the transaction.
///
/// # Errors
/// When the database fails.
pub(in crate::posting) async fn write_entries(tx: &Tx, entries: Balanced) -> Result<i64> {
    let (mut rows, register, numbers) = entries.into_parts();
    let transaction = register.number;
    let apply_to = item_ledger::apply(tx, &mut rows.item).await?;
    let notices = [
        insert(tx, rows.general).await?,
        insert(tx, rows.vat).await?,
        settle(tx, rows.settled).await?,
        insert(tx, rows.customer).await?,
        insert(tx, rows.detailed).await?,
        insert(tx, rows.bank).await?,
        insert(tx, rows.item).await?,
        insert(tx, rows.value).await?,
        insert(tx, vec![register]).await?,
    ];
    invoice(tx, rows.invoiced).await?;
    apply(tx, apply_to).await?;
    numbers.keep(tx).await?;
    tx.notify_all(notices.into_iter().flatten().collect()).await?;
    Ok(transaction)
}

/// Inserts entries. Returns what is to be told of it.
async fn insert<M>(tx: &Tx, rows: Vec<M>) -> Result<Option<Notice>>
where
    M: ModelTrait + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel>,
    M::Entity: Record<Model = M>,
    <M::Entity as EntityTrait>::ActiveModel: Send,
{
    let ids: Vec<_> = rows.iter().filter_map(id_of).collect();
    insert_many(tx, rows.into_iter().map(|row| row.into_active_model().reset_all()).collect()).await?;
    Ok(Notice::changed::<M::Entity>(&ids))
}

fn id_of<M>(row: &M) -> Option<uuid::Uuid>
where
    M: ModelTrait,
    M::Entity: Record<Model = M>,
{
    let id = M::Entity::field("id")?;
    match M::Entity::value(row, id.column) {
        Value::Id(id) => Some(id),
        _ => None,
    }
}

/// Writes what has become of entries that were settled.
async fn settle(tx: &Tx, rows: Vec<customer_ledger::entry::Model>) -> Result<Option<Notice>> {
    use customer_ledger::entry::Column;
    let update = [
        Column::RemainingAmount,
        Column::RemainingAmountLcy,
        Column::RemainingPaymentDiscountPossible,
        Column::PaymentDiscountGivenLcy,
        Column::Open,
        Column::ClosedByEntryNumber,
        Column::ClosedAtDate,
        Column::ClosedByAmount,
    ];
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let rows = rows.into_iter().map(|row| row.into_active_model().reset_all()).collect();
    upsert_many(tx, rows, &[Column::Id], &update).await?;
    Ok(Notice::changed::<customer_ledger::entry::Entity>(&ids))
}

/// Writes what has become of goods that were sent before and are invoiced now.
async fn invoice(tx: &Tx, rows: Vec<item_ledger::entry::Model>) -> Result<()> {
    use item_ledger::entry::Column;
    let update = [
        Column::InvoicedQuantity,
        Column::CompletelyInvoiced,
        Column::ExpectedCostPosted,
        Column::CostAmountExpected,
        Column::CostAmountActual,
        Column::SalesAmountExpected,
        Column::SalesAmountActual,
    ];
    let rows = rows.into_iter().map(|row| row.into_active_model().reset_all()).collect();
    upsert_many(tx, rows, &[Column::Id], &update).await?;
    Ok(())
}

/// Writes what is left of goods that came before, and what is still missing of those that went.
async fn apply(tx: &Tx, rows: Vec<item_ledger::entry::Model>) -> Result<()> {
    use item_ledger::entry::Column;
    let rows = rows.into_iter().map(|row| row.into_active_model().reset_all()).collect();
    upsert_many(tx, rows, &[Column::Id], &[Column::RemainingQuantity, Column::Open]).await?;
    Ok(())
}
