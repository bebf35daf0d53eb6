//! The bank account ledger entry (table 271).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Amount;

use crate::general_ledger::DocumentType;

/// What has come in (positive) or gone out of a bank account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "bank_account_ledger_entry")]
#[record(name = "bankAccountLedgerEntries", caption = "Bank Account Ledger Entry")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its number: 1, 2, …
    #[sea_orm(unique)]
    #[record(caption = "Entry No.", sort)]
    pub entry_number: i64,
    /// What was posted together has the same.
    #[sea_orm(indexed)]
    #[record(caption = "Transaction No.")]
    pub transaction_number: i64,
    /// The bank account.
    #[sea_orm(indexed)]
    #[record(caption = "Bank Account No.")]
    pub bank_account_number: Code<20>,
    /// The day to which it is posted.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub posting_date: ChronoDate,
    /// What kind of document it comes from.
    pub document_type: DocumentType,
    /// The number of the document.
    #[sea_orm(indexed)]
    pub document_number: Code<20>,
    /// The other party's number for it.
    #[record(caption = "External Document No.")]
    pub external_document_number: String,
    /// What for.
    pub description: String,
    /// The currency of the bank account; blank is the company's own.
    pub currency_code: Code<10>,
    /// How much, in that currency.
    pub amount: Amount,
    /// How much, in the company's own.
    #[record(caption = "Amount (LCY)")]
    pub amount_lcy: Amount,
    /// Who posted it.
    #[record(caption = "User ID")]
    pub user_id: String,
    /// When.
    pub created_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
