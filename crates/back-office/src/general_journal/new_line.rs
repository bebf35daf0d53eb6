use chrono::NaiveDate;
use values::Code;
use values::money::Amount;

use super::{AccountType, line};
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

impl NewLine {
    /// A line of a day on which nothing else stands yet.
    pub fn on(posting_date: NaiveDate) -> Self {
        Self { posting_date, ..Self::default() }
    }
}

impl From<&line::Model> for NewLine {
    fn from(line: &line::Model) -> Self {
        let line = line.clone();
        let settles = !line.applies_to_document_number.is_blank();
        let source = line.source_kind.zip(line.source_id);
        Self {
            posting_date: line.posting_date,
            document_type: line.document_type,
            document_number: line.document_number,
            external_document_number: line.external_document_number,
            account_type: line.account_type,
            account_number: line.account_number,
            description: line.description,
            currency_code: line.currency_code,
            amount: line.amount,
            balancing_account: Some((line.balancing_account_type, line.balancing_account_number)),
            applies_to: settles.then_some((line.applies_to_document_type, line.applies_to_document_number)),
            payment_method_code: line.payment_method_code,
            source: source.map(|(kind, id)| Source { kind, id, number: line.source_number }),
        }
    }
}
