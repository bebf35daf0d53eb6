//! The request pages of objects that post.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::how::How;

/// What is asked when orders are posted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct OrderOptions {
    /// Whether they are shipped.
    pub ship: bool,
    /// Whether they are invoiced.
    pub invoice: bool,
    /// The day to which they are posted, when it replaces their own.
    pub posting_date: Option<NaiveDate>,
    /// Whether the posting date replaces that of each document.
    pub replace_posting_date: bool,
    /// Whether it replaces the document date as well, where it is another posting date.
    pub replace_document_date: bool,
    /// The day to which their VAT belongs, when it replaces their own; blank: the posting date.
    pub vat_date: Option<NaiveDate>,
    /// Whether it replaces their VAT dates as well, where it is another posting date.
    pub replace_vat_date: bool,
    /// Whether the customers' invoice discounts are calculated anew; one that was given by hand stays.
    pub calc_inv_discount: bool,
}

/// What is asked when invoices or credit memos are posted, which always are as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct WholeOptions {
    /// The day to which they are posted, when it replaces their own.
    pub posting_date: Option<NaiveDate>,
    /// Whether the posting date replaces that of each document.
    pub replace_posting_date: bool,
    /// Whether it replaces the document date as well, where it is another posting date.
    pub replace_document_date: bool,
    /// The day to which their VAT belongs, when it replaces their own; blank: the posting date.
    pub vat_date: Option<NaiveDate>,
    /// Whether it replaces their VAT dates as well, where it is another posting date.
    pub replace_vat_date: bool,
    /// Whether the customers' invoice discounts are calculated anew; one that was given by hand stays.
    pub calc_inv_discount: bool,
}

impl OrderOptions {
    /// Ship and invoice, on each document's own dates.
    pub const SHIP_AND_INVOICE: Self = Self {
        ship: true,
        invoice: true,
        posting_date: None,
        replace_posting_date: false,
        replace_document_date: false,
        vat_date: None,
        replace_vat_date: false,
        calc_inv_discount: false,
    };

    /// Checks what does not depend on the documents.
    ///
    /// # Errors
    /// A sentence that names the option and what it may be.
    pub(super) fn check(&self) -> Result<(), String> {
        if self.replace_posting_date && self.posting_date.is_none() {
            return Err("postingDate is missing: enter the posting date, or turn replacePostingDate off".to_owned());
        }
        Ok(())
    }

    /// Checks that something of an order is to be posted. A page that was not filled in yet may be kept.
    ///
    /// # Errors
    /// A sentence that names the options.
    pub(super) fn check_chosen(&self) -> Result<(), String> {
        if self.ship || self.invoice { Ok(()) } else { Err("turn on ship, invoice or both".to_owned()) }
    }

    pub(super) fn how(&self) -> How {
        How {
            ship: self.ship,
            invoice: self.invoice,
            posting_date: self.posting_date.filter(|_| self.replace_posting_date),
            replaces_document_date: self.replace_document_date,
            vat_date: self.vat_date.or(self.posting_date).filter(|_| self.replace_vat_date),
            calculates_discount: self.calc_inv_discount,
        }
    }
}

impl From<WholeOptions> for OrderOptions {
    fn from(options: WholeOptions) -> Self {
        Self {
            ship: true,
            invoice: true,
            posting_date: options.posting_date,
            replace_posting_date: options.replace_posting_date,
            replace_document_date: options.replace_document_date,
            vat_date: options.vat_date,
            replace_vat_date: options.replace_vat_date,
            calc_inv_discount: options.calc_inv_discount,
        }
    }
}
