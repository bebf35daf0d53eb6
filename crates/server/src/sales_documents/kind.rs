use back_office::sales::{DocumentType, document, header, line, posted};
use database::Tx;
use sea_orm::{EntityTrait, QuerySelect};
use uuid::Uuid;

use crate::Error;
use crate::records::{IfMatch, load};

/// A kind of sales document, as the API has it.
#[derive(Debug)]
pub(crate) struct Kind {
    /// Its document type.
    pub(crate) document_type: DocumentType,
    /// The set of its documents.
    pub(crate) set: &'static str,
    /// The set of their lines.
    pub(crate) lines: &'static str,
    /// What people call one.
    pub(crate) caption: &'static str,
    /// What its *Document Date* is called.
    pub(crate) date: &'static str,
    /// Whether its documents stand in one set with those that are posted.
    is_with_posted: bool,
}

/// Orders, for whose lines goods are kept.
pub(crate) const ORDER: Kind = Kind {
    document_type: DocumentType::Order,
    set: "salesOrders",
    lines: "salesOrderLines",
    caption: "Sales Order",
    date: "documentDate",
    is_with_posted: false,
};

/// The kinds that there are.
pub(crate) static KINDS: [Kind; 4] = [
    ORDER,
    Kind {
        document_type: DocumentType::Invoice,
        set: "salesInvoices",
        lines: "salesInvoiceLines",
        caption: "Sales Invoice",
        date: "invoiceDate",
        is_with_posted: true,
    },
    Kind {
        document_type: DocumentType::CreditMemo,
        set: "salesCreditMemos",
        lines: "salesCreditMemoLines",
        caption: "Sales Credit Memo",
        date: "creditMemoDate",
        is_with_posted: true,
    },
    Kind {
        document_type: DocumentType::ReturnOrder,
        set: "salesReturnOrders",
        lines: "salesReturnOrderLines",
        caption: "Sales Return Order",
        date: "documentDate",
        is_with_posted: false,
    },
];

impl Kind {
    /// What one is called in a sentence.
    pub(crate) const fn one(&self) -> &'static str {
        self.document_type.in_words()
    }

    /// Whether it takes back what was sold, so that it may settle an invoice.
    pub(crate) const fn takes_back(&self) -> bool {
        !self.document_type.sells()
    }

    /// Whether it may be shipped now and invoiced later, and both in parts.
    pub(crate) const fn is_shipped_in_parts(&self) -> bool {
        matches!(self.document_type, DocumentType::Order)
    }

    /// A document of this kind that is not posted, for this transaction alone, in a version that was said.
    ///
    /// # Errors
    /// [`Error::NoSuchRecord`], [`Error::Changed`]; [`Error::Conflict`] when it is posted.
    pub(crate) async fn hold(&self, tx: &Tx, id: Uuid, version: &IfMatch) -> Result<header::Model, Error> {
        let found = header::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
        let Some(draft) = found.filter(|draft| draft.document_type == self.document_type) else {
            let posted = posted::header::Entity::find_by_id(id).one(tx).await?;
            return Err(match posted.filter(|posted| self.is_with_posted && self.is_of(posted.kind)) {
                Some(_) => Error::Conflict("the document is posted already: it is not changed any more".to_owned()),
                None => Error::NoSuchRecord { caption: self.caption, id: id.to_string() },
            });
        };
        match self.is_with_posted {
            true => version.check::<document::header::Entity>(&load::<document::header::Entity>(tx, id).await?)?,
            false => version.check::<header::Entity>(&draft)?,
        }
        Ok(draft)
    }

    /// A line of a document of this kind that is not posted, in a version that was said; its document is held.
    ///
    /// # Errors
    /// As [`Kind::hold`].
    pub(crate) async fn hold_line(&self, tx: &Tx, id: Uuid, version: &IfMatch) -> Result<line::Model, Error> {
        let no_such = || Error::NoSuchRecord { caption: "Sales Line", id: id.to_string() };
        let document = match line::Entity::find_by_id(id).one(tx).await? {
            Some(line) => line.document_id,
            None => posted::line::Entity::find_by_id(id).one(tx).await?.ok_or_else(no_such)?.document_id,
        };
        self.hold(tx, document, &IfMatch::Any).await.map_err(|error| match error {
            Error::NoSuchRecord { .. } => no_such(),
            other => other,
        })?;
        // It may have been changed or taken away until its document was held.
        let line = line::Entity::find_by_id(id).one(tx).await?.ok_or_else(no_such)?;
        match self.is_with_posted {
            true => version.check::<document::line::Entity>(&load::<document::line::Entity>(tx, id).await?)?,
            false => version.check::<line::Entity>(&line)?,
        }
        Ok(line)
    }

    fn is_of(&self, kind: posted::Kind) -> bool {
        matches!(
            (self.document_type, kind),
            (DocumentType::Invoice, posted::Kind::Invoice) | (DocumentType::CreditMemo, posted::Kind::CreditMemo)
        )
    }
}
