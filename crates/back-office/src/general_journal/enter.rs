use std::collections::HashSet;

use database::{Tx, insert_many};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use values::Code;

use super::names::Names;
use super::{AccountType, NewLine, batch, line};
use crate::sales::Context;
use crate::upkeep::check_names;
use crate::{Error, Result};

/// What a line names beside accounts.
const CODES: [&str; 2] = ["currencyCode", "paymentMethodCode"];
/// From one line to the next.
const STEP: i32 = 10_000;

/// Adds lines at the end of a journal.
///
/// # Errors
/// [`Error::Unknown`] for a journal or an account that is not there, [`Error::Field`] for a currency or a payment method
/// that is not there, [`Error::Blocked`] for an account to which nothing is posted directly: nothing is added.
pub async fn enter(tx: &Tx, batch: Uuid, new: &[NewLine], cx: &Context) -> Result<Vec<line::Model>> {
    let batch = lock(tx, batch).await?;
    let last = line::Entity::find()
        .filter(line::Column::BatchId.eq(batch.id))
        .order_by_desc(line::Column::LineNumber)
        .one(tx)
        .await?;
    let names = Names::read(tx, &batch, new).await?;
    let mut number = last.map_or(0, |line| line.line_number);
    let mut lines = Vec::with_capacity(new.len());
    for new in new {
        number = number.saturating_add(STEP);
        lines.push(row(&names, &batch, (cx.random.id(cx.now), number, 1), new, cx)?);
    }
    check_codes(tx, &lines).await?;
    insert_many(tx, lines.iter().map(|line| line.clone().into_active_model().reset_all()).collect()).await?;
    tx.changed::<line::Entity>(&lines.iter().map(|line| line.id).collect::<Vec<_>>()).await?;
    Ok(lines)
}

/// Puts something else on a line.
///
/// # Errors
/// As [`enter`]: the line stays as it was.
pub async fn change(tx: &Tx, id: Uuid, new: &NewLine, cx: &Context) -> Result<line::Model> {
    let (batch, old) = held(tx, id).await?;
    let names = Names::read(tx, &batch, std::slice::from_ref(new)).await?;
    let line = row(&names, &batch, (old.id, old.line_number, old.version + 1), new, cx)?;
    check_codes(tx, std::slice::from_ref(&line)).await?;
    tx.changed::<line::Entity>(&[id]).await?;
    Ok(line.into_active_model().reset_all().update(tx).await?)
}

/// Takes a line out of its journal.
///
/// # Errors
/// [`Error::Unknown`].
pub async fn delete(tx: &Tx, id: Uuid) -> Result<()> {
    held(tx, id).await?;
    line::Entity::delete_by_id(id).exec(tx).await?;
    Ok(tx.changed::<line::Entity>(&[id]).await?)
}

/// A line, with its journal that this transaction has for itself: who posts it waits, or has posted the line.
///
/// # Errors
/// [`Error::Unknown`].
pub async fn held(tx: &Tx, id: Uuid) -> Result<(batch::Model, line::Model)> {
    let unknown = || Error::Unknown { kind: "journal line", code: id.to_string() };
    let line = line::Entity::find_by_id(id).one(tx).await?.ok_or_else(unknown)?;
    let batch = lock(tx, line.batch_id).await?;
    let line = line::Entity::find_by_id(id).one(tx).await?.ok_or_else(unknown)?;
    Ok((batch, line))
}

/// A journal that this transaction has for itself.
pub(super) async fn lock(tx: &Tx, id: Uuid) -> Result<batch::Model> {
    let found = batch::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    found.ok_or_else(|| Error::Unknown { kind: "journal", code: id.to_string() })
}

/// Checks the currencies and payment methods that lines name, each pair once. The accounts are known by their names.
async fn check_codes(tx: &Tx, lines: &[line::Model]) -> Result<()> {
    let mut seen = HashSet::new();
    for line in lines.iter().filter(|line| seen.insert((&line.currency_code, &line.payment_method_code))) {
        check_names::<line::Entity>(tx, line, |field| CODES.contains(&field)).await?;
    }
    Ok(())
}

fn row(
    names: &Names,
    batch: &batch::Model,
    (id, line_number, version): (Uuid, i32, i64),
    new: &NewLine,
    cx: &Context,
) -> Result<line::Model> {
    let (balancing_account_type, balancing_account_number) = balancing(batch, new);
    let name = names.of(new.account_type, &new.account_number)?;
    if !balancing_account_number.is_blank() {
        names.of(balancing_account_type, &balancing_account_number)?;
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
        description: if new.description.is_empty() { name.to_owned() } else { new.description.clone() },
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

/// From where the amount of a line comes.
pub(super) fn balancing(batch: &batch::Model, new: &NewLine) -> (AccountType, Code<20>) {
    let own = || (batch.balancing_account_type, batch.balancing_account_number.clone());
    new.balancing_account.clone().unwrap_or_else(own)
}
