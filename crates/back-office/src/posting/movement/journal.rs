use chrono::NaiveDate;
use values::Code;
use values::money::Amount;

use crate::general_journal::AccountType;
use crate::general_ledger::DocumentType;
use crate::sales::Source;

/// What is posted to an account, and from where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// The line of the journal where it stands.
    pub line: Option<i32>,
    /// The day to which it is posted.
    pub posting_date: NaiveDate,
    /// What kind of document it is.
    pub document_type: DocumentType,
    /// Its number.
    pub document_number: Code<20>,
    /// The number by which the other party knows it.
    pub external_document_number: String,
    /// What for.
    pub description: String,
    /// To which account.
    pub account: (AccountType, Code<20>),
    /// From which; `None`: others of the same day and document number come to the same.
    pub balancing: Option<(AccountType, Code<20>)>,
    /// How much: debit when it is positive.
    pub amount: Amount,
    /// In which currency; blank is the company's own.
    pub currency_code: Code<10>,
    /// How it was paid.
    pub payment_method_code: Code<10>,
    /// The kind and number of the document that it settles.
    pub applies_to: Option<(DocumentType, Code<20>)>,
    /// Where it comes from. What comes from the same source is posted once.
    pub source: Option<Source>,
}

/// Where movements come from.
#[derive(Clone, Debug)]
pub struct Journal {
    /// What it is called in a sentence.
    pub name: String,
    /// What its register is marked with.
    pub source_code: Code<10>,
    /// Whether what was posted from the same source before is left out; else it is refused.
    pub leaves_out_posted: bool,
}

impl Movement {
    /// The customer of it, if there is one, and whether it is on the balancing side.
    pub(super) fn customer(&self) -> Option<(&Code<20>, bool)> {
        let sides = [Some(&self.account), self.balancing.as_ref()];
        let mut sides = sides.into_iter().zip([false, true]).filter_map(|(side, balancing)| Some((side?, balancing)));
        sides.find(|((kind, _), _)| *kind == AccountType::Customer).map(|((_, number), balancing)| (number, balancing))
    }
}
