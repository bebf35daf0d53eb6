use chrono::{DateTime, NaiveDate, Utc};
use database::{Tx, search};
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use uuid::Uuid;
use values::Code;

use super::check::check;
use super::document::Document;
use super::ready::Ready;
use super::{Request, Setup};
use crate::sales::posted::{self, Kind};
use crate::sales::{DocumentType, header};
use crate::{Error, Result, number_series};

/// The numbers of the documents that are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DocumentNumbers {
    /// Of the shipment, where one is made.
    pub(super) shipment: Option<Code<20>>,
    /// Of the invoice or the credit memo, where one is made.
    pub(super) posting: Option<Code<20>>,
}

/// Draws the numbers that a document's posting will give, and keeps them on it. Posting it then needs no number series,
/// which others wait for, and one that fails leaves no gap: whoever tries again gives the same numbers.
///
/// # Errors
/// Those of [`super::post()`]: no number is drawn for a document that can't be posted.
pub async fn draw_numbers(
    tx: &Tx,
    setup: &Setup,
    id: Uuid,
    request: &Request,
    user: &str,
    now: DateTime<Utc>,
) -> Result<header::Model> {
    let ready = check(setup, Document::lock(tx, setup, id, request).await?, request, user)?;
    let numbers = numbers_of(tx, setup, &ready).await?;
    let kept = header::Entity::find_by_id(id).one(tx).await?;
    let kept = kept.ok_or_else(|| Error::Unknown { kind: "sales document", code: id.to_string() })?;
    let kept = header::Model {
        shipping_number: numbers.shipment.unwrap_or(kept.shipping_number),
        posting_number: numbers.posting.unwrap_or(kept.posting_number),
        last_modified_date_time: now,
        version: kept.version + 1,
        ..kept
    };
    search::keep::<header::Entity>(tx, [&kept]).await?;
    tx.changed::<header::Entity>(&[id]).await?;
    Ok(kept.into_active_model().reset_all().update(tx).await?)
}

/// The numbers of what a document's posting makes: those that were drawn for it before, else the next.
///
/// # Errors
/// Those of the number series, and [`Error::NumberTaken`].
pub(super) async fn numbers_of(tx: &Tx, setup: &Setup, ready: &Ready) -> Result<DocumentNumbers> {
    let (header, sales, date) = (&ready.header, &setup.sales, ready.header.posting_date);
    let shipment = match ready.makes_shipment(setup) {
        true => {
            Some(number(tx, &header.shipping_number, (&sales.posted_shipment_numbers, "posted shipments"), date).await?)
        }
        false => None,
    };
    let posted_invoices = (&sales.posted_invoice_numbers, "posted sales invoices");
    let posted_credit_memos = (&sales.posted_credit_memo_numbers, "posted sales credit memos");
    let (series, own) = match header.document_type {
        DocumentType::Order => (posted_invoices, None),
        DocumentType::Invoice => (posted_invoices, Some(&sales.invoice_numbers)),
        DocumentType::CreditMemo => (posted_credit_memos, Some(&sales.credit_memo_numbers)),
        DocumentType::ReturnOrder => (posted_credit_memos, None),
    };
    let posting = match (ready.invoices, own == Some(series.0)) {
        (false, _) => None,
        // What is posted from the series that it was made from keeps its number.
        (true, true) => Some(header.number.clone()),
        (true, false) => Some(number(tx, &header.posting_number, series, date).await?),
    };
    let numbers = DocumentNumbers { shipment, posting };
    check_free(tx, header.document_type, &numbers).await?;
    Ok(numbers)
}

async fn number(
    tx: &Tx,
    drawn: &Code<20>,
    (series, of): (&Code<20>, &'static str),
    date: NaiveDate,
) -> Result<Code<20>> {
    match drawn.non_blank() {
        Some(drawn) => Ok(drawn.clone()),
        None => number_series::next(tx, series.non_blank().ok_or(Error::NoNumberSeries(of))?, date).await,
    }
}

/// Checks that no posted document has those numbers.
async fn check_free(tx: &Tx, document_type: DocumentType, numbers: &DocumentNumbers) -> Result<()> {
    use posted::header::Column;
    let wanted = [(Kind::Shipment, &numbers.shipment), (invoice_kind(document_type), &numbers.posting)];
    let any = wanted.iter().fold(Condition::any(), |any, (kind, number)| match number {
        Some(number) => any.add(Condition::all().add(Column::Kind.eq(*kind)).add(Column::Number.eq(number.clone()))),
        None => any,
    });
    if any.is_empty() {
        return Ok(());
    }
    let taken = posted::header::Entity::find().select_only().columns([Column::Kind, Column::Number]).filter(any);
    match taken.into_tuple::<(Kind, Code<20>)>().one(tx).await? {
        Some((kind, number)) => Err(Error::NumberTaken { kind: kind.in_words(), number: number.to_string() }),
        None => Ok(()),
    }
}

/// What invoicing makes of a document.
pub(super) fn invoice_kind(document_type: DocumentType) -> Kind {
    match document_type {
        DocumentType::Order | DocumentType::Invoice => Kind::Invoice,
        DocumentType::CreditMemo | DocumentType::ReturnOrder => Kind::CreditMemo,
    }
}
