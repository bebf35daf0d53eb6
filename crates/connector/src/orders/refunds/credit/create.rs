use back_office::sales::{self, DocumentType, Outcome};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
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
pub(super) const SOURCE_KIND: &str = "Shopify Refund";

/// Makes the document of a refund, released, and marks the refund as processed. Where a document is there already, only
/// the mark is made. Gives whether one was made.
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
    let cx = sales::Context { now: ground.now, random: ground.random.clone(), user: ground.user.clone() };
    let (document_type, kind) = match ground.shop.process_returns_as {
        ReturnDocument::CreditMemo => (DocumentType::CreditMemo, RefundDocument::CreditMemo),
        ReturnDocument::ReturnOrder => (DocumentType::ReturnOrder, RefundDocument::ReturnOrder),
    };
    let (id, number, is_new) = match sales::create(tx, setup, document_type, &new, &cx).await? {
        Outcome::Created(id, number) => (id, number, true),
        Outcome::AlreadyThere(id, number) => (id, number, false),
    };
    let mut difference = (refund.difference_amount, refund.difference_reason);
    if is_new {
        balance(tx, (setup, &cx), ground, credited, (id, is_alone)).await?;
        let released = sales::release(tx, id, &cx).await?;
        difference = prove(credited, released.amount_including_vat);
    }
    mark(tx, refund, (kind, number), difference).await?;
    skipped::solve(tx, &ground.shop.code, skipped::Kind::Refund, &[refund.shopify_refund_id]).await?;
    Ok(is_new)
}

/// By how much the document comes to more than what was paid back, and why. The line that balances it leaves no more than
/// what no net amount comes to with its tax.
fn prove(credited: &Credited, including_vat: Amount) -> (Amount, DifferenceReason) {
    let more = including_vat - credited.target();
    let reason = match more.is_zero() {
        true => DifferenceReason::Blank,
        false if more.decimal().abs() <= credited.smallest() => DifferenceReason::Rounding,
        false => DifferenceReason::OtherReason,
    };
    (more, reason)
}

async fn mark(
    tx: &Tx,
    refund: &refund::Model,
    (kind, number): (RefundDocument, Code<20>),
    (amount, reason): (Amount, DifferenceReason),
) -> Result<(), Error> {
    let processed = refund::ActiveModel {
        is_processed: Set(true),
        sales_document_type: Set(kind),
        sales_document_number: Set(number),
        has_processing_error: Set(false),
        last_error_description: Set(String::new()),
        difference_amount: Set(amount),
        difference_reason: Set(reason),
        ..Default::default()
    };
    refund::Entity::update_many().set(processed).filter(refund::Column::Id.eq(refund.id)).exec(tx).await?;
    Ok(tx.changed::<refund::Entity>(&[refund.id]).await?)
}
