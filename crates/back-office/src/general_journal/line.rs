//! The general journal line (table 81).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Amount;

use super::AccountType;
use crate::general_ledger::DocumentType;

/// An amount that is to be posted.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "general_journal_line")]
#[record(name = "journalLines", caption = "Gen. Journal Line")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The journal in which it stands.
    #[sea_orm(unique_key = "place")]
    #[record(name = "journalId", caption = "Journal")]
    pub batch_id: Uuid,
    /// Its place: 10,000, 20,000, …
    #[sea_orm(unique_key = "place")]
    #[record(caption = "Line No.")]
    pub line_number: i32,
    /// The day to which it is posted.
    pub posting_date: ChronoDate,
    /// What kind of document it is.
    pub document_type: DocumentType,
    /// Its number; blank: the next of the journal's number series.
    pub document_number: Code<20>,
    /// The other party's number for it.
    #[record(caption = "External Document No.")]
    pub external_document_number: String,
    /// To what kind of account it is posted.
    pub account_type: AccountType,
    /// To which one.
    #[record(caption = "Account No.")]
    pub account_number: Code<20>,
    /// What for.
    pub description: String,
    /// The currency of its amount; blank is the company's own.
    pub currency_code: Code<10>,
    /// How much: debit when it is positive. What a customer has paid is negative.
    pub amount: Amount,
    /// What kind of account it comes from.
    #[record(caption = "Bal. Account Type")]
    pub balancing_account_type: AccountType,
    /// Which one; blank: it is balanced by other lines.
    #[record(caption = "Bal. Account No.")]
    pub balancing_account_number: Code<20>,
    /// What kind of document it settles.
    #[record(caption = "Applies-to Doc. Type")]
    pub applies_to_document_type: DocumentType,
    /// Which one; blank: none.
    #[record(caption = "Applies-to Doc. No.")]
    pub applies_to_document_number: Code<20>,
    /// How it was paid.
    pub payment_method_code: Code<10>,
    /// What kind of thing it was where it comes from.
    #[sea_orm(unique_key = "source")]
    pub source_kind: Option<String>,
    /// Its id there.
    #[sea_orm(unique_key = "source")]
    #[record(caption = "Source ID")]
    pub source_id: Option<String>,
    /// Its number there.
    #[record(caption = "Source No.")]
    pub source_number: String,
    /// When it was changed last.
    pub last_modified_date_time: ChronoDateTimeUtc,
    /// Goes up with every change.
    #[record(skip)]
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
