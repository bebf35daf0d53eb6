use chrono::{DateTime, Utc};
use database::{Tx, search};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::blanks::blanks;
use super::edit::{apply_invoice_discount, tax_anew};
use super::{Context, InvoiceDiscountCalculation, Status, header, line};
use crate::vat::Calculation;
use crate::{Error, Result, sales_setup};

/// Releases a document: it may be shipped and invoiced, and not be changed any more. One that is released stays so. Where
/// the sales set-up says so, the discount on the whole is worked out first, and sales tax is worked out again.
///
/// # Errors
/// [`Error::NothingToRelease`] when no line of it sells anything, [`Error::Blank`] for goods without a unit of measure, and
/// without a location or a variant where they must have one,
/// [`Error::Queued`], [`Error::Unknown`].
pub async fn release(tx: &Tx, id: Uuid, cx: &Context) -> Result<header::Model> {
    let document = lock(tx, id).await?;
    if document.status == Status::Released {
        return Ok(document);
    }
    let lines = line::Entity::find().filter(line::Column::DocumentId.eq(id)).all(tx).await?;
    if !lines.iter().any(line::Model::sells) {
        return Err(Error::NothingToRelease(document.in_words()));
    }
    if let Some(blank) = blanks(tx, &[id]).await?.remove(&id) {
        return Err(blank);
    }
    let is_taxed = lines.iter().any(|line| line.vat_calculation_type == Calculation::SalesTax);
    // What works out the discount works out the tax, too.
    let document = match is_discounted(tx, &document, &lines).await? {
        true => apply_invoice_discount(tx, id, cx).await?,
        false if is_taxed => tax_anew(tx, id, cx).await?,
        false => document,
    };
    keep(tx, header::Model { status: Status::Released, ..document }, cx.now).await
}

/// Opens a document again, so that it may be changed.
///
/// # Errors
/// [`Error::Queued`], [`Error::Unknown`].
pub async fn reopen(tx: &Tx, id: Uuid, now: DateTime<Utc>) -> Result<header::Model> {
    let document = lock(tx, id).await?;
    if document.status == Status::Open {
        return Ok(document);
    }
    keep(tx, header::Model { status: Status::Open, ..document }, now).await
}

/// Whether the discount on the whole that its payer gets is worked out now: where the set-up says so, and none was given.
async fn is_discounted(tx: &Tx, document: &header::Model, lines: &[line::Model]) -> Result<bool> {
    let is_given = document.invoice_discount_calculation == InvoiceDiscountCalculation::Amount;
    if is_given || lines.iter().any(|line| line.corrective) {
        return Ok(false);
    }
    let setup = sales_setup::Entity::find().one(tx).await?.ok_or(Error::NoCompany)?;
    Ok(setup.calculate_invoice_discount)
}

/// A document that this transaction has for itself, to change it: one that the job queue is to post stays as it is.
///
/// # Errors
/// [`Error::Unknown`], [`Error::Queued`].
pub(super) async fn lock(tx: &Tx, id: Uuid) -> Result<header::Model> {
    let found = header::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    let document = found.ok_or_else(|| Error::Unknown { kind: "sales document", code: id.to_string() })?;
    document.check_not_queued()?;
    Ok(document)
}

async fn keep(tx: &Tx, document: header::Model, now: DateTime<Utc>) -> Result<header::Model> {
    let document = header::Model { last_modified_date_time: now, version: document.version + 1, ..document };
    search::keep::<header::Entity>(tx, [&document]).await?;
    tx.changed::<header::Entity>(&[document.id]).await?;
    Ok(document.into_active_model().reset_all().update(tx).await?)
}
