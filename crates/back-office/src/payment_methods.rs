//! Payment methods (table 289): how a document is paid.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::general_journal::AccountType;

/// A payment method.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "payment_method")]
#[record(name = "paymentMethods", caption = "Payment Method")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<10>,
    /// What it is.
    #[record(name = "displayName", caption = "Description")]
    pub description: String,
    /// What kind of account that is to which a document is paid: of the general ledger, or a bank account.
    #[record(caption = "Bal. Account Type")]
    pub balancing_account_type: AccountType,
    /// The account to which a document is paid as soon as it is posted; blank: it is not.
    #[record(caption = "Bal. Account No.")]
    pub balancing_account_number: Code<20>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
