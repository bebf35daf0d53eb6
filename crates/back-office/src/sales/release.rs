use chrono::{DateTime, Utc};
use database::{Tx, search};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use uuid::Uuid;
use values::Code;

use super::edit::{apply_invoice_discount, tax_anew};
use super::{Context, InvoiceDiscountCalculation, LineKind, Status, header, line};
use crate::items::{self, ItemType};
use crate::vat::Calculation;
use crate::{Error, Result, inventory_setup, sales_setup};

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
    check(&document, &lines)?;
    check_goods(tx, &document, &lines).await?;
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

/// What must hold before a document is released.
fn check(document: &header::Model, lines: &[line::Model]) -> Result<()> {
    if !lines.iter().any(line::Model::sells) {
        return Err(Error::NothingToRelease(document.in_words()));
    }
    let blank = lines.iter().find(|line| line.kind == LineKind::Item && line.unit_of_measure_code.is_blank());
    match blank {
        Some(line) => Err(Error::Blank {
            field: "Unit of Measure Code",
            kind: document.document_type.in_words(),
            code: format!("{}, line {}", document.number, line.line_number),
        }),
        None => Ok(()),
    }
}

/// What must hold of the goods before they are released: from where they are sent and which variant, where that must be said.
async fn check_goods(tx: &Tx, document: &header::Model, lines: &[line::Model]) -> Result<()> {
    let of_goods = || lines.iter().filter(|line| line.kind == LineKind::Item && line.sells());
    let setup = inventory_setup::Entity::find().one(tx).await?.ok_or(Error::NoCompany)?;
    let numbers: Vec<Code<20>> = of_goods().map(|line| line.number.clone()).collect();
    let items = items::by_numbers(tx, &numbers).await?;
    let is_counted = |line: &&line::Model| {
        items.iter().any(|item| item.number == line.number && item.item_type == ItemType::Inventory)
    };
    let blank = |field, line: &line::Model| Error::Blank {
        field,
        kind: document.document_type.in_words(),
        code: format!("{}, line {}", document.number, line.line_number),
    };
    if setup.location_mandatory
        && let Some(line) = of_goods().filter(is_counted).find(|line| line.location_code.is_blank())
    {
        return Err(blank("Location Code", line));
    }
    let mandatory = items.iter().filter(|item| item.is_variant_mandatory(setup.variant_mandatory_if_exists));
    let mandatory: Vec<Code<20>> = mandatory.map(|item| item.number.clone()).collect();
    let without: Vec<&line::Model> =
        of_goods().filter(|line| line.variant_code.is_blank() && mandatory.contains(&line.number)).collect();
    if without.is_empty() {
        return Ok(());
    }
    let of_items = items::variant::Column::ItemNumber.is_in(mandatory);
    let variants = items::variant::Entity::find().filter(of_items).all(tx).await?;
    let has_variants = |line: &&&line::Model| variants.iter().any(|variant| variant.item_number == line.number);
    match without.iter().find(has_variants) {
        Some(line) => Err(blank("Variant Code", line)),
        None => Ok(()),
    }
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
