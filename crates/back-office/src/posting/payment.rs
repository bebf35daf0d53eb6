use chrono::NaiveDate;
use database::Tx;
use values::Code;
use values::money::Amount;

use super::{Journal, Movement, Setup, post_movements};
use crate::Result;
use crate::general_journal::AccountType;
use crate::general_ledger::DocumentType;
use crate::sales::{Context, Source};

/// What posts payments.
const CASH_RECEIPTS: &str = "CASHRECJNL";

/// Money that a customer has paid, or was given back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// The customer.
    pub customer_number: Code<20>,
    /// The day to which it is posted.
    pub posting_date: NaiveDate,
    /// Its number.
    pub document_number: Code<20>,
    /// The number by which the other party knows it.
    pub external_document_number: String,
    /// What for.
    pub description: String,
    /// How much came in; negative: was given back.
    pub amount: Amount,
    /// In which currency; blank is the company's own.
    pub currency_code: Code<10>,
    /// How it was paid.
    pub payment_method_code: Code<10>,
    /// The kind and number of the account to which it came.
    pub balancing_account: (AccountType, Code<20>),
    /// The kind and number of the document that it settles.
    pub applies_to: Option<(DocumentType, Code<20>)>,
    /// Where it comes from. What comes from the same source is posted once.
    pub source: Option<Source>,
}

/// Posts payments, all of them or none, in one transaction of the general ledger, and settles what each is for. One that
/// comes from a source of which there is an entry already is left out. Returns how many were posted.
///
/// # Errors
/// [`crate::Error::NotPosted`] with all that is wrong with any of them; [`crate::Error::Blank`] when a currency has no
/// account for what it has lost or gained.
pub async fn post_payments(tx: &Tx, setup: &Setup, payments: &[Payment], cx: &Context) -> Result<usize> {
    let journal =
        Journal { name: "payments".to_owned(), source_code: Code::cut(CASH_RECEIPTS), leaves_out_posted: true };
    let movements = payments.iter().map(Payment::movement).collect();
    let posted = post_movements(tx, setup, &journal, movements, cx).await?;
    Ok(posted.map_or(0, |(_, count)| count))
}

impl Payment {
    fn movement(&self) -> Movement {
        let came_in = self.amount > Amount::ZERO;
        Movement {
            line: None,
            posting_date: self.posting_date,
            document_type: if came_in { DocumentType::Payment } else { DocumentType::Refund },
            document_number: self.document_number.clone(),
            external_document_number: self.external_document_number.clone(),
            description: self.description.clone(),
            account: (AccountType::Customer, self.customer_number.clone()),
            balancing: Some(self.balancing_account.clone()),
            amount: -self.amount,
            currency_code: self.currency_code.clone(),
            payment_method_code: self.payment_method_code.clone(),
            applies_to: self.applies_to.clone(),
            source: self.source.clone(),
        }
    }
}
