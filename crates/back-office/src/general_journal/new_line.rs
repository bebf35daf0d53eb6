use chrono::NaiveDate;
use values::Code;
use values::money::Amount;

use super::AccountType;
use crate::general_ledger::DocumentType;
use crate::sales::Source;

/// What is to stand on a line of a journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewLine {
    /// The day to which it is posted.
    pub posting_date: NaiveDate,
    /// What kind of document it is.
    pub document_type: DocumentType,
    /// Its number; blank: the next of the journal's number series, when it is posted.
    pub document_number: Code<20>,
    /// The other party's number for it.
    pub external_document_number: String,
    /// To what kind of account it is posted.
    pub account_type: AccountType,
    /// To which one.
    pub account_number: Code<20>,
    /// What for; blank: the name of the account.
    pub description: String,
    /// The currency of its amount; blank is the company's own.
    pub currency_code: Code<10>,
    /// How much: debit when it is positive. What a customer has paid is negative.
    pub amount: Amount,
    /// Which account it comes from; `None`: the journal's.
    pub balancing_account: Option<(AccountType, Code<20>)>,
    /// The kind and number of the document that it settles.
    pub applies_to: Option<(DocumentType, Code<20>)>,
    /// How it was paid.
    pub payment_method_code: Code<10>,
    /// Where it comes from. What comes from the same source stands in a journal once, and is posted once.
    pub source: Option<Source>,
}
