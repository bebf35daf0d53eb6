//! The bank account (table 270).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// A bank account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "bank_account")]
#[record(name = "bankAccounts", caption = "Bank Account")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its number here.
    #[sea_orm(unique)]
    #[record(sort)]
    pub number: Code<20>,
    /// Its name.
    #[record(name = "displayName", caption = "Name")]
    pub name: String,
    /// Its number at the bank.
    #[record(caption = "Bank Account No.")]
    pub bank_account_number: String,
    /// The same for those abroad.
    #[record(name = "iban", caption = "IBAN")]
    pub iban: String,
    /// In what it is kept; blank is the company's own currency.
    pub currency_code: Code<10>,
    /// The group that names its account in the general ledger.
    #[record(caption = "Bank Acc. Posting Group")]
    pub bank_account_posting_group: Code<20>,
    /// Whether it may not be used.
    pub blocked: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
