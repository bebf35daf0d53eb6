use database::{Tx, insert_many};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use values::Code;

use super::{AccountType, NewLine, batch, line};
use crate::sales::Context;
use crate::{Error, Result, accounts, bank_accounts, customers};

/// From one line to the next.
const STEP: i32 = 10_000;

/// Adds lines at the end of a journal.
///
/// # Errors
/// [`Error::Unknown`] for a journal or an account that is not there, [`Error::Blocked`] for an account to which nothing
/// is posted directly: nothing is added.
pub async fn enter(tx: &Tx, batch: Uuid, new: &[NewLine], cx: &Context) -> Result<Vec<line::Model>> {
    let batch = lock(tx, batch).await?;
    let last = line::Entity::find()
        .filter(line::Column::BatchId.eq(batch.id))
        .order_by_desc(line::Column::LineNumber)
        .one(tx)
        .await?;
    let mut number = last.map_or(0, |line| line.line_number);
    let mut lines = Vec::with_capacity(new.len());
    for new in new {
        number = number.saturating_add(STEP);
        lines.push(row(tx, &batch, (cx.random.id(cx.now), number, 1), new, cx).await?);
    }
    insert_many(tx, lines.iter().map(|line| line.clone().into_active_model().reset_all()).collect()).await?;
    tx.changed::<line::Entity>(&lines.iter().map(|line| line.id).collect::<Vec<_>>()).await?;
    Ok(lines)
}

/// Puts something else on a line.
///
/// # Errors
/// As [`enter`]: the line stays as it was.
pub async fn change(tx: &Tx, id: Uuid, new: &NewLine, cx: &Context) -> Result<line::Model> {
    let unknown = || Error::Unknown { kind: "journal line", code: id.to_string() };
    let old = line::Entity::find_by_id(id).lock_exclusive().one(tx).await?.ok_or_else(unknown)?;
    let batch = lock(tx, old.batch_id).await?;
    let line = row(tx, &batch, (old.id, old.line_number, old.version + 1), new, cx).await?;
    tx.changed::<line::Entity>(&[id]).await?;
    Ok(line.into_active_model().reset_all().update(tx).await?)
}

/// Takes a line out of its journal.
///
/// # Errors
/// [`Error::Unknown`].
pub async fn delete(tx: &Tx, id: Uuid) -> Result<()> {
    if line::Entity::delete_by_id(id).exec(tx).await?.rows_affected == 0 {
        return Err(Error::Unknown { kind: "journal line", code: id.to_string() });
    }
    Ok(tx.changed::<line::Entity>(&[id]).await?)
}

/// A journal that this transaction has for itself.
pub(super) async fn lock(tx: &Tx, id: Uuid) -> Result<batch::Model> {
    let found = batch::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    found.ok_or_else(|| Error::Unknown { kind: "journal", code: id.to_string() })
}

async fn row(
    tx: &Tx,
    batch: &batch::Model,
    (id, line_number, version): (Uuid, i32, i64),
    new: &NewLine,
    cx: &Context,
) -> Result<line::Model> {
    let own = || (batch.balancing_account_type, batch.balancing_account_number.clone());
    let (balancing_account_type, balancing_account_number) = new.balancing_account.clone().unwrap_or_else(own);
    let name = name_of(tx, new.account_type, &new.account_number).await?;
    if !balancing_account_number.is_blank() {
        name_of(tx, balancing_account_type, &balancing_account_number).await?;
    }
    let (applies_to_document_type, applies_to_document_number) = new.applies_to.clone().unwrap_or_default();
    let source = new.source.clone();
    Ok(line::Model {
        id,
        batch_id: batch.id,
        line_number,
        posting_date: new.posting_date,
        document_type: new.document_type,
        document_number: new.document_number.clone(),
        external_document_number: new.external_document_number.clone(),
        account_type: new.account_type,
        account_number: new.account_number.clone(),
        description: if new.description.is_empty() { name } else { new.description.clone() },
        currency_code: new.currency_code.clone(),
        amount: new.amount,
        balancing_account_type,
        balancing_account_number,
        applies_to_document_type,
        applies_to_document_number,
        payment_method_code: new.payment_method_code.clone(),
        source_number: source.as_ref().map(|source| source.number.clone()).unwrap_or_default(),
        source_kind: source.as_ref().map(|source| source.kind.clone()),
        source_id: source.map(|source| source.id),
        last_modified_date_time: cx.now,
        version,
    })
}

/// What an account is called, where something may be posted to it.
async fn name_of(tx: &Tx, kind: AccountType, number: &Code<20>) -> Result<String> {
    match kind {
        AccountType::General => {
            let account = accounts::find(tx, number).await?;
            accounts::check_direct_posting(&account)?;
            Ok(account.name)
        }
        AccountType::Customer => {
            let found = customers::by_numbers(tx, std::slice::from_ref(number)).await?.pop();
            Ok(found.ok_or_else(|| Error::Unknown { kind: "customer", code: number.to_string() })?.name)
        }
        AccountType::BankAccount => {
            let of_number = bank_accounts::Column::Number.eq(number.clone());
            let found = bank_accounts::Entity::find().filter(of_number).one(tx).await?;
            Ok(found.ok_or_else(|| Error::Unknown { kind: "bank account", code: number.to_string() })?.name)
        }
    }
}
