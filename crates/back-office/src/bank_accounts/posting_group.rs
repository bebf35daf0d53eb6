//! The bank account posting group (table 277).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// On which account of the general ledger bank accounts are kept.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "bank_account_posting_group")]
#[record(name = "bankAccountPostingGroups", caption = "Bank Account Posting Group")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<20>,
    /// The account.
    #[record(caption = "G/L Account No.")]
    pub account_number: Code<20>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
