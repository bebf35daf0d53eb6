use back_office::sales::{self, DocumentType, NewDocument, Outcome};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;
use values::Code;
use values::money::Amount;

use super::balance::balance;
use super::check::check;
use super::document::document;
use super::invoice::open_invoice;
use super::items::with_items;
use super::money::Credited;
use crate::Error;
use crate::orders::mapping::Ground;
use crate::orders::options::DifferenceReason;
use crate::orders::refunds::options::RefundDocument;
use crate::orders::refunds::staged::refund;
use crate::shops::options::ReturnDocument;
use crate::skipped;

/// What the back office knows of where the document of a refund came from.
pub(crate) const SOURCE_KIND: &str = "Shopify Refund";

/// Makes the document of a refund, and marks the refund as processed. It is released where the shop card says so, and it
/// differs from what was paid back by no more than that lets pass. Where a document is there already, only the mark is
/// made. Gives whether one was made.
///
/// # Errors
/// [`Error::Refund`] and what the back office refuses: nothing is made then.
pub(super) async fn create(tx: &Tx, setup: &sales::Setup, ground: &Ground, credited: &Credited) -> Result<bool, Error> {
    check(credited)?;
    let credited = &Credited { sale: with_items(tx, ground, &credited.sale).await?, ..credited.clone() };
    let refund = &credited.refunded.refund;
    let currency = ground.of_document(&credited.sale.order).document_currency(&credited.sale.order);
    let invoice = open_invoice(tx, &credited.sale.order, &currency).await?;
    let (new, is_alone) = document(ground, credited, invoice)?;
    let new = NewDocument { salesperson_code: setup.salesperson_of(&new.salesperson_code), ..new };
    let cx = ground.sales_context();
    let (document_type, kind) = match ground.shop.process_returns_as {
        ReturnDocument::CreditMemo => (DocumentType::CreditMemo, RefundDocument::CreditMemo),
        ReturnDocument::ReturnOrder => (DocumentType::ReturnOrder, RefundDocument::ReturnOrder),
    };
    let (id, number, is_new) = match sales::create(tx, setup, document_type, &new, &cx).await? {
        Outcome::Created(id, number) => (id, number, true),
        Outcome::AlreadyThere(id, number) => (id, number, false),
    };
    let mut difference = (refund.difference_amount, refund.difference_reason);
    let mut kept_open = String::new();
    if is_new {
        difference = prove(credited, balance(tx, (setup, &cx), ground, credited, (id, is_alone)).await?);
        let shop = &ground.shop;
        if shop.auto_release_orders && difference.0.decimal().abs() <= shop.max_difference_for_release.decimal() {
            kept_open = release(tx, id, &number, &cx).await?;
        }
    }
    mark(tx, refund, (kind, number), difference, &kept_open).await?;
    skipped::solve(tx, &ground.shop.code, skipped::Kind::Refund, &[refund.shopify_refund_id]).await?;
    Ok(is_new)
}

/// By how much the document comes to more than what was paid back, and why. The line that balances it leaves only what no
/// net amount comes to with its tax: a cent, or more where the tax of an amount is not a share of it. But what is got
/// instead of something cheaper is not paid back less than nothing: the rest, as Shopify reckons it, is still to be sold.
fn prove(credited: &Credited, comes_to: Amount) -> (Amount, DifferenceReason) {
    let more = comes_to - credited.target();
    let owed = -credited.worth();
    if owed > Amount::ZERO && credited.refunded.lines.iter().any(|line| line.exchange_item) {
        return (more + owed, DifferenceReason::Exchange);
    }
    let reason = match more.is_zero() {
        true => DifferenceReason::Blank,
        false if more.decimal().abs() <= credited.smallest() => DifferenceReason::Rounding,
        false => DifferenceReason::TaxSetup,
    };
    (more, reason)
}

/// Releases the document as it was proven. Gives why it can't be released, if so: it is there all the same.
async fn release(tx: &Tx, id: Uuid, number: &Code<20>, cx: &sales::Context) -> Result<String, Error> {
    let why = sales::release_made(tx, &[id], cx).await?.kept_open.remove(&id);
    Ok(why.map(|why| format!("{number} was made and is not released: {why}. Then release it.")).unwrap_or_default())
}

async fn mark(
    tx: &Tx,
    refund: &refund::Model,
    (kind, number): (RefundDocument, Code<20>),
    (amount, reason): (Amount, DifferenceReason),
    kept_open: &str,
) -> Result<(), Error> {
    let processed = refund::ActiveModel {
        is_processed: Set(true),
        sales_document_type: Set(kind),
        sales_document_number: Set(number),
        has_processing_error: Set(false),
        last_error_description: Set(kept_open.to_owned()),
        difference_amount: Set(amount),
        difference_reason: Set(reason),
        ..Default::default()
    };
    refund::Entity::update_many().set(processed).filter(refund::Column::Id.eq(refund.id)).exec(tx).await?;
    Ok(tx.changed::<refund::Entity>(&[refund.id]).await?)
}
