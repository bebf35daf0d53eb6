use back_office::sales::{DocumentType, posted};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;
use values::Code;
use values::money::Amount;

use crate::Error;
use crate::orders::process::{SOURCE_KIND, open_document};

values::options! {
    /// What kind of document an order has become.
    pub enum DocumentKind {
        /// An order that is not posted whole yet.
        #[default]
        Order => "Sales Order",
        /// An invoice that is not posted yet.
        Invoice => "Sales Invoice",
        /// What was posted.
        PostedInvoice => "Posted Sales Invoice",
    }
}

/// What an order has become, in the money of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its id; of several invoices the last one's.
    pub id: Uuid,
    /// What kind of document it is.
    pub kind: DocumentKind,
    /// Its number; of several invoices the last one's.
    pub number: Code<20>,
    /// The discount on the whole.
    pub invoice_discount: Amount,
    /// Its taxes.
    pub vat: Amount,
    /// What it comes to, taxes with it.
    pub including_vat: Amount,
    pub(super) lines: Vec<Line>,
}

/// A line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// What it was in Shopify.
    pub source: String,
    /// What stands on it.
    pub description: String,
    /// What it comes to, before the discount on the whole.
    pub amount: Amount,
}

/// The document of an order of Shopify, if it has one.
pub(super) async fn find(c: &impl ConnectionTrait, shopify_order_id: i64) -> Result<Option<Document>, Error> {
    match open(c, shopify_order_id).await? {
        Some(document) => Ok(Some(document)),
        None => posted_of(c, shopify_order_id).await,
    }
}

async fn open(c: &impl ConnectionTrait, shopify_order_id: i64) -> Result<Option<Document>, Error> {
    let Some((header, lines)) = open_document(c, shopify_order_id).await? else { return Ok(None) };
    let lines = lines.into_iter();
    Ok(Some(Document {
        id: header.id,
        kind: if header.document_type == DocumentType::Invoice { DocumentKind::Invoice } else { DocumentKind::Order },
        number: header.number,
        invoice_discount: header.invoice_discount_amount,
        vat: header.vat_amount,
        including_vat: header.amount_including_vat,
        lines: lines
            .map(|line| Line { source: line.source_id, description: line.description, amount: line.line_amount })
            .collect(),
    }))
}

async fn posted_of(c: &impl ConnectionTrait, shopify_order_id: i64) -> Result<Option<Document>, Error> {
    use posted::{header, line};
    let headers = header::Entity::find()
        .filter(header::Column::Kind.eq(posted::Kind::Invoice))
        .filter(header::Column::SourceKind.eq(SOURCE_KIND))
        .filter(header::Column::SourceId.eq(shopify_order_id.to_string()))
        .order_by_asc(header::Column::Id)
        .all(c)
        .await?;
    let Some(last) = headers.last() else { return Ok(None) };
    let lines = line::Entity::find()
        .filter(line::Column::DocumentId.is_in(headers.iter().map(|header| header.id)))
        .order_by_asc(line::Column::DocumentId)
        .order_by_asc(line::Column::LineNumber)
        .all(c)
        .await?;
    let lines = lines.into_iter();
    Ok(Some(Document {
        id: last.id,
        kind: DocumentKind::PostedInvoice,
        number: last.number.clone(),
        invoice_discount: headers.iter().map(|header| header.invoice_discount_amount).sum(),
        vat: headers.iter().map(|header| header.vat_amount).sum(),
        including_vat: headers.iter().map(|header| header.amount_including_vat).sum(),
        lines: lines
            .map(|line| Line { source: line.source_id, description: line.description, amount: line.line_amount })
            .collect(),
    }))
}
