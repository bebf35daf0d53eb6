use chrono::NaiveDate;

/// What of a document is to be posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// Whether an order is shipped. Invoices and credit memos always are.
    pub ship: bool,
    /// Whether an order is invoiced. Invoices and credit memos always are.
    pub invoice: bool,
    /// The day to which it is posted; `None`: the document's.
    pub posting_date: Option<NaiveDate>,
    /// The date of the document, from which its due date follows; `None`: as it is.
    pub document_date: Option<NaiveDate>,
    /// The day to which its VAT belongs; `None`: as it is, or that to which it is posted where that is the same.
    pub vat_date: Option<NaiveDate>,
}

impl Request {
    /// Ship and invoice, on the document's own dates.
    pub const SHIP_AND_INVOICE: Self =
        Self { ship: true, invoice: true, posting_date: None, document_date: None, vat_date: None };
    /// Ship only.
    pub const SHIP: Self = Self { invoice: false, ..Self::SHIP_AND_INVOICE };
    /// Invoice what is shipped.
    pub const INVOICE: Self = Self { ship: false, ..Self::SHIP_AND_INVOICE };
}
