//! The G/L register (table 45).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// What was posted in one transaction.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "general_ledger_register")]
#[record(name = "generalLedgerRegisters", caption = "G/L Register")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The number of the transaction.
    #[sea_orm(unique)]
    #[record(caption = "No.", sort)]
    pub number: i64,
    /// Its first G/L entry.
    #[record(caption = "From Entry No.")]
    pub from_entry_number: i64,
    /// Its last one; less than the first when there is none.
    #[record(caption = "To Entry No.")]
    pub to_entry_number: i64,
    /// Its first VAT entry.
    #[record(caption = "From VAT Entry No.")]
    pub from_vat_entry_number: i64,
    /// Its last one; less than the first when there is none.
    #[record(caption = "To VAT Entry No.")]
    pub to_vat_entry_number: i64,
    /// The day to which it was posted.
    pub posting_date: ChronoDate,
    /// What posted it.
    pub source_code: Code<10>,
    /// The document that was posted.
    pub document_number: Code<20>,
    /// Who posted it.
    #[record(caption = "User ID")]
    pub user_id: String,
    /// When.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub created_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
