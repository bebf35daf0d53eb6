//! The detailed customer ledger entry (table 379).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Amount;

use crate::general_ledger::DocumentType;

values::options! {
    /// Why what remains of an entry changes.
    pub enum EntryType {
        /// It was posted.
        #[default]
        Initial => "Initial Entry",
        /// It was settled with another.
        Application => "Application",
        /// The currency was worth less when it was settled.
        RealizedLoss => "Realized Loss",
        /// The currency was worth more.
        RealizedGain => "Realized Gain",
        /// Less was paid, in time.
        PaymentDiscount => "Payment Discount",
    }
}

/// A change of what remains of a customer ledger entry; they add up to what remains.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "detailed_customer_ledger_entry")]
#[record(name = "detailedCustomerLedgerEntries", caption = "Detailed Cust. Ledg. Entry")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its number: 1, 2, …
    #[sea_orm(unique)]
    #[record(caption = "Entry No.", sort)]
    pub entry_number: i64,
    /// The entry that it changes.
    #[sea_orm(indexed)]
    #[record(caption = "Cust. Ledger Entry No.")]
    pub customer_ledger_entry_number: i64,
    /// Why.
    pub entry_type: EntryType,
    /// What was posted together has the same.
    #[sea_orm(indexed)]
    #[record(caption = "Transaction No.")]
    pub transaction_number: i64,
    /// The day to which it is posted.
    pub posting_date: ChronoDate,
    /// What kind of document changes it.
    pub document_type: DocumentType,
    /// The number of that document.
    #[sea_orm(indexed)]
    pub document_number: Code<20>,
    /// The customer.
    #[sea_orm(indexed)]
    pub customer_number: Code<20>,
    /// The currency of the amount; blank is the company's own.
    pub currency_code: Code<10>,
    /// By how much.
    pub amount: Amount,
    /// The same in the company's own currency.
    #[record(caption = "Amount (LCY)")]
    pub amount_lcy: Amount,
    /// The entry that settles it, or that it settles; 0: none.
    #[record(caption = "Applied Cust. Ledger Entry No.")]
    pub applied_entry_number: i64,
    /// Who posted it.
    #[record(caption = "User ID")]
    pub user_id: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
