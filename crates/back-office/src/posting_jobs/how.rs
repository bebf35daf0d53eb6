use chrono::NaiveDate;

use crate::posting::Request;
use crate::sales::header;

/// What of documents is posted, and on which days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct How {
    /// Whether orders are shipped.
    pub(super) ship: bool,
    /// Whether orders are invoiced.
    pub(super) invoice: bool,
    /// The day that takes the place of their posting dates; `None`: each keeps its own.
    pub(super) posting_date: Option<NaiveDate>,
    /// Whether it takes the place of their document dates, too, where it is another posting date.
    pub(super) replaces_document_date: bool,
    /// The day that takes the place of their VAT dates where it is another posting date; `None`: each keeps its own, and
    /// VAT that has none of its own goes with the posting date.
    pub(super) vat_date: Option<NaiveDate>,
    /// Whether the discounts on the whole are calculated anew; those by hand stay.
    pub(super) calculates_discount: bool,
}

impl How {
    /// How a document is posted.
    pub(super) fn request(self, document: &header::Model) -> Request {
        let posting_date = self.posting_date.filter(|date| *date != document.posting_date);
        let document_date = posting_date.filter(|_| self.replaces_document_date);
        let vat_date = posting_date.and(self.vat_date);
        Request { ship: self.ship, invoice: self.invoice, posting_date, document_date, vat_date }
    }
}
